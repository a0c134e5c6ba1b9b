"""What the movement says of itself, and of the words it uses: notice, imprint, who pays, glossary, method, advice."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from m4c.core.page_cache import kept
from m4c.people.desk.default_notice import first_notice
from m4c.people.models import Imprint, PrivacyNotice, WhoPays
from m4c.people.models.account import website
from m4c.website.glossary import by_letter
from m4c.website.method import STEPS, lamps
from m4c.website.plain_words import parts_of


@kept
@require_safe
def privacy_notice(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """The version in force, or an earlier one by its number."""
    versions = list(PrivacyNotice.objects.visible_to(website()).shown_by(timezone.localdate())) or [first_notice()]
    shown = versions[0] if number is None else next((each for each in versions if each.number == number), None)
    if shown is None:
        raise Http404
    context = {"notice": shown, "newest": versions[0], "versions": versions, "parts": parts_of(shown.words)}
    return render(request, "website/privacy_notice.html", context)


@kept
@require_safe
def imprint(request: HttpRequest) -> HttpResponse:
    """Who published this site, on whose behalf, and who did before."""
    held = list(Imprint.objects.visible_to(website()).shown_by(timezone.localdate()))
    return render(request, "website/imprint.html", {"imprint": held[0] if held else None, "earlier": held[1:]})


@kept
@require_safe
def who_pays(request: HttpRequest) -> HttpResponse:
    """Where the money comes from, in the movement's own words."""
    said = WhoPays.objects.visible_to(website()).shown_by(timezone.localdate()).first()
    return render(request, "website/who_pays.html", {"said": said, "parts": parts_of(said.words) if said else []})


@kept
@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """The words we use, each with one meaning."""
    return render(request, "website/glossary.html", {"letters": by_letter()})


@kept
@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """How we work: the round of it, step by step."""
    return render(request, "website/method.html", {"steps": STEPS, "lamps": lamps(len(STEPS))})


@kept
@require_safe
def hide_your_visit(request: HttpRequest) -> HttpResponse:
    """Advice for whoever is watched: what the browser remembers, what the exit button can do, and whom to ring."""
    return render(request, "website/hide_your_visit.html")
