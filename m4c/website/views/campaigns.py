"""Campaigns as the public meets them: written from the records, and only those that were decided to be public."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.campaigns.press.picture import context_of
from m4c.campaigns.press.public_campaigns import cards_of, public_campaigns
from m4c.campaigns.press.told import CampaignTold
from m4c.core.page_cache import kept
from m4c.website import data
from m4c.website.share_picture import SIZE, Words, picture_of_words

ON_A_PAGE = 24
SHORT = 200  # characters of a page's description


@kept
@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    """All of them, the newest first."""
    page = Paginator(public_campaigns(), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "website/campaigns.html", {"campaigns": page, "rows": cards_of(list(page), timezone.now())})


@kept
@require_safe
def campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """One of them."""
    told = told_of(slug)
    words = " ".join(told.demands or [told.problem])[:SHORT]
    context = context_of(told) | {
        "words": words,
        "facts": data.of_campaign(told.campaign, told.name, words),
        "picture_version": words_of(told).version,
        "picture_size": SIZE,
    }
    return render(request, "website/campaign.html", context)


@kept
@require_safe
def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture that stands with its address where it is passed on."""
    return HttpResponse(picture_of_words(words_of(told_of(slug))), content_type="image/png")


def told_of(slug: str) -> CampaignTold:
    """A public campaign, told; 404 for any other."""
    found = get_object_or_404(public_campaigns().select_related("contact"), slug=slug)
    return CampaignTold(found, timezone.now())


def words_of(told: CampaignTold) -> Words:
    """What is written on its picture."""
    return Words(told.name, " ".join(told.demands[:1]), told.group)
