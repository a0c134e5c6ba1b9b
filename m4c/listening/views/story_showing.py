"""What is shown of a story and where: speaker's cards to print, places where it was used, and the teller's link."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.listening.models import SpeakerCard
from m4c.listening.operations.story_card import end_speaker_card, make_speaker_card, note_story_use
from m4c.listening.operations.story_link import make_story_link, send_story_link
from m4c.listening.stories.forms import CardForm, UsedForm
from m4c.listening.stories.links import GOOD_FOR
from m4c.listening.stories.page import card_to_show
from m4c.listening.views.story import seen
from m4c.people.qr import qr_svg
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_http_methods(["GET", "POST"])
def make_card(request: SignedIn, uid: UUID) -> HttpResponse:
    """Make a speaker's card of a story."""
    story, form = seen(request, uid), CardForm(request.POST or None)
    given = {"story": story, "new": form.new, "at": timezone.now()} if form.is_valid() else {}
    if given and (card := done_by_form(request, form, make_speaker_card, **given)):
        return redirect("speaker-card", uid=card.uid)
    context = {"story": story, "form": form}
    return render(request, "listening/speaker_card_form.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
def card(request: SignedIn, uid: UUID) -> HttpResponse:
    """A card, large, to print or to show; none that its teller does not stand by today."""
    found = card_seen(request, uid)
    ruled = card_to_show(found, timezone.localdate())
    if not ruled:
        raise Http404
    return render(request, "listening/speaker_card.html", {"card": found, "story": found.story, "ruled": ruled})


@require_POST
def end_card(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a card off."""
    found = card_seen(request, uid)
    done(request, end_speaker_card, _("Taken off."), card=found, at=timezone.now())
    return redirect("story", uid=found.story.uid)


@never_cache
@require_http_methods(["GET", "POST"])
def note_use(request: SignedIn, uid: UUID) -> HttpResponse:
    """Write down where a story was used."""
    story = seen(request, uid)
    cards = SpeakerCard.objects.visible_to(request.user).filter(story=story, ended_at=None)
    form = UsedForm(request.POST or None, cards=cards)
    given = {"story": story, "new": form.new, "at": timezone.now()} if form.is_valid() else {}
    if given and done_by_form(request, form, note_story_use, **given):
        messages.success(request, _("Written down, so that it can be found again."))
        return redirect("story", uid=uid)
    context = {"story": story, "form": form}
    return render(request, "listening/story_used.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def link(request: SignedIn, uid: UUID) -> HttpResponse:
    """Make the teller's link and show it, this once, as text and code."""
    story = seen(request, uid)
    made = done(request, make_story_link, story=story, at=timezone.now())
    if made is None:
        return redirect("story", uid=uid)
    context = {"story": story, "url": str(made), "svg": qr_svg(str(made)), "until": timezone.now() + GOOD_FOR}
    return render(request, "listening/story_link.html", context)


@require_POST
def letter(request: SignedIn, uid: UUID) -> HttpResponse:
    """Have the link written to the teller."""
    said = _("A letter with their link is on its way to them.")
    done(request, send_story_link, said, story=seen(request, uid), at=timezone.now())
    return redirect("story", uid=uid)


def card_seen(request: SignedIn, uid: UUID) -> SpeakerCard:
    """A card of a story that the account may see; 404 for any other."""
    found = SpeakerCard.objects.visible_to(request.user).select_related("story__teller", "story__group")
    one: SpeakerCard = get_object_or_404(found, uid=uid)
    return one
