"""The listening report: for those who work here, its public version before and after publishing, and its JSON."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from m4c.listening.models import ListeningCampaign, PublishedListening
from m4c.listening.operations.published_listening import publish_listening, withdraw_listening
from m4c.listening.permissions import RUN_LISTENING, SEE_LISTENING
from m4c.listening.themes.presentation import Presentation
from m4c.listening.themes.reading import campaign_seen
from m4c.listening.themes.report import ListeningReport
from m4c.listening.views.board import may_run
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done


@require_safe
def report(request: SignedIn, uid: UUID) -> HttpResponse:
    """What a campaign heard, as the account may see it; with `?public=1` as everybody would."""
    told = told_of(request, campaign_seen(request.user, SEE_LISTENING, uid))
    published = PublishedListening.objects.visible_to(request.user).filter(campaign=told.campaign).first()
    context = {
        "report": Presentation.of(told),
        "campaign": told.campaign,
        "is_public": told.public,
        "published": published,
        "may_run": may_run(request, told.board),
    }
    return render(request, "listening/report.html", context)


@require_safe
def report_json(request: SignedIn, uid: UUID) -> HttpResponse:
    """The same as JSON."""
    told = told_of(request, campaign_seen(request.user, SEE_LISTENING, uid))
    return JsonResponse(told.as_json(), json_dumps_params={"ensure_ascii": False, "indent": 1})


@require_POST
def publish(request: SignedIn, uid: UUID) -> HttpResponse:
    """Publish the public version as it stands now."""
    campaign = campaign_seen(request.user, RUN_LISTENING, uid)
    sentence = _("Published: everybody can read it at this address.")
    if published := done(request, publish_listening, sentence, campaign=campaign, at=timezone.now()):
        return redirect("public-listening-report", slug=published[0].slug)
    return redirect("listening-report", uid=uid)


@require_POST
def withdraw(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take what was published off the public pages."""
    campaign = campaign_seen(request.user, RUN_LISTENING, uid)
    published = get_object_or_404(PublishedListening.objects.visible_to(request.user), campaign=campaign)
    sentence = _("Withdrawn: the page is gone from the public site.")
    done(request, withdraw_listening, sentence, report=published, at=timezone.now())
    return redirect("listening-report", uid=uid)


@require_safe
def public_report(request: HttpRequest, slug: str) -> HttpResponse:
    """One published report, for everybody."""
    found = PublishedListening.objects.visible_to(request.user).select_related("campaign__group")
    published = get_object_or_404(found, slug=slug)
    context = {"published": published, "report": Presentation.of_published(published.told)}
    return render(request, "listening/public_report.html", context)


def told_of(request: SignedIn, campaign: ListeningCampaign) -> ListeningReport:
    """The report that the address asks for."""
    return ListeningReport(campaign, request.user, public=bool(request.GET.get("public")))
