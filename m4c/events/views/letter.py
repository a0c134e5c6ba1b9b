"""Letters of an event: which go when, in which words, and how many went; and what a host's link may send."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.events.door.at_door import AtDoor
from m4c.events.forms.letter import LetterForm
from m4c.events.letters.page import approved, letters_of, previews
from m4c.events.models import Event, EventLetter
from m4c.events.operations import event_letter as operations
from m4c.events.permissions import PLAN_EVENTS
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


@never_cache
@require_safe
def letters(request: SignedIn, uid: UUID) -> HttpResponse:
    """All kinds of letters of an event."""
    event = planned_event(request, uid)
    context = {"event": event, "lines": letters_of(request.user, event, timezone.now())}
    return render(request, "events/letters.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def letter(request: SignedIn, uid: UUID, kind: str) -> HttpResponse:
    """One kind: its words to edit, and what somebody gets."""
    event = planned_event(request, uid)
    line = {str(line.kind): line for line in letters_of(request.user, event, timezone.now())}.get(kind)
    if line is None:
        raise Http404
    edited = line.letter
    initial = {"subject": edited.subject, "words": edited.words} if edited else {}
    form = LetterForm(request.POST or None, initial=initial)
    given = {"event": event, "kind": kind, "at": timezone.now()}
    if form.is_valid() and done_by_form(request, form, operations.word_letter, **given, **form.cleaned_data):
        messages.success(request, _("Kept. This is what they get."))
        return redirect("event-letter", uid=uid, kind=kind)
    context = {"event": event, "line": line, "form": form, "previews": previews(event, kind, edited)}
    return render(request, "events/letter.html", context, status=422 if form.errors else 200)


@require_POST
def let_go(request: SignedIn, uid: UUID, kind: str) -> HttpResponse:
    """Let a letter go by the clock, and by a host's link."""
    event, sentence = planned_event(request, uid), _("It may go now.")
    done(request, operations.approve_letter, sentence, event=event, kind=known(kind), at=timezone.now())
    return redirect("event-letters", uid=uid)


@require_POST
def hold(request: SignedIn, uid: UUID, kind: str) -> HttpResponse:
    """Let it go no more."""
    event = planned_event(request, uid)
    done(request, operations.hold_letter, _("It does not go."), event=event, kind=known(kind))
    return redirect("event-letters", uid=uid)


@require_POST
def tell(request: SignedIn, uid: UUID) -> HttpResponse:
    """Tell those coming of the change."""
    event = planned_event(request, uid)
    if queued := done(request, operations.tell_of_change, event=event, at=timezone.now()):
        messages.success(request, on_their_way(queued.number))
    return redirect("event-letters", uid=uid)


@never_cache
def host_letters(request: HttpRequest, here: AtDoor) -> HttpResponse:
    """What was approved beforehand, for a host to send: of each the subject alone, and one press."""
    event = here.event
    if request.method == "POST" and here.link:
        kind = known(request.POST.get("kind", ""))
        try:
            queued = operations.send_as_host(link=here.link, kind=kind, at=timezone.now(), by=here.account)
        except operations.LetterRefused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, on_their_way(queued.number))
        return redirect(here.address("letters"))
    context = {"event": event, "lines": approved(event, timezone.now()), "door": here.address("door")}
    return render(request, "events/host_letters.html", context)


def on_their_way(number: int) -> str:
    """How many letters were queued, in a sentence."""
    if not number:
        return _("Nobody was left to write to.")
    return ngettext("{number} letter is on its way.", "{number} letters are on their way.", number).format(
        number=number
    )


def planned_event(request: SignedIn, uid: UUID) -> Event:
    """An event that the account plans, with its group; 404 for any other."""
    rows = Event.objects.visible_to(request.user).filter(request.user.sight.of_group("group", PLAN_EVENTS))
    found: Event = get_object_or_404(rows.select_related("group"), uid=uid)
    return found


def known(kind: str) -> str:
    """A kind of letter; 404 for any other word."""
    if kind not in EventLetter.Kind.values:
        raise Http404
    return kind
