"""After an event: who came and because of whom, who was missed, who is new, and how many were there."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from m4c.core.models.record import uid_of
from m4c.core.panels import draw
from m4c.core.visibility import keep_scopes, scopes_of
from m4c.events.afterwards.chains import Chains, chains_of
from m4c.events.afterwards.evaluations import may_evaluate, own_of
from m4c.events.afterwards.missed import missed_at
from m4c.events.afterwards.newcomers import newcomers_at
from m4c.events.event_panels import AFTERWARDS_PANELS
from m4c.events.models import Event, HeadCount
from m4c.events.operations import afterwards as operations
from m4c.events.permissions import RECORD_ATTENDANCE, SEE_ATTENDANCE
from m4c.events.turnout.figures import is_over, turnout_of
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.people.permissions import TAKE_NEXT_STEPS
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done


@never_cache
@require_safe
def afterwards(request: SignedIn, uid: UUID) -> HttpResponse:
    """All that comes after an event, as far as the account may see who came."""
    event, account, now = event_over(request, uid), request.user, timezone.now()
    keep_scopes(event)
    scopes = scopes_of(event)
    may_ask = account.may(ASK_TO_EVENTS, scopes)
    chains = chains_of(account, event, page_wanted(request))
    newcomers = newcomers_at(account, event) if may_ask else []
    missed = missed_at(account, event) if may_ask else []
    context = {
        "event": event,
        "figures": turnout_of(event, account, now) if may_ask else None,
        "chains": chains,
        "pages": pages_of(event, chains),
        "missed": missed,
        "to_call": sum(one.step is None for one in missed),
        "newcomers": newcomers,
        "to_welcome": sum(one.waits for one in newcomers),
        "head_counts": HeadCount.objects.visible_to(account).filter(event=event),
        "has_said": own_of(account, event).exists(),
        "sees_all": account.may(SEE_ATTENDANCE, scopes),
        "may_ask": may_ask,
        "may_call": account.may(TAKE_NEXT_STEPS, scopes),
        "may_record": account.may(RECORD_ATTENDANCE, scopes),
        "may_say": may_evaluate(account, event),
        "today": timezone.localdate(),
        "panels": draw(AFTERWARDS_PANELS, account, event),
    }
    return render(request, "events/afterwards.html", context)


def pages_of(event: Event, chains: Chains) -> dict[str, str]:
    """Where the tree leads on and back."""
    here = reverse("afterwards", kwargs={"uid": event.uid})
    before = f"{here}?page={chains.page - 1}" if chains.page > 1 else ""
    return {"newer": before, "older": f"{here}?page={chains.page + 1}" if chains.has_more else ""}


def page_wanted(request: SignedIn) -> int:
    """The page of the tree that the address asks for; the first for any nonsense."""
    wanted = request.GET.get("page", "")
    return max(1, int(wanted)) if wanted.isascii() and wanted.isdigit() and len(wanted) < 5 else 1


@require_POST
def give_out_calls(request: SignedIn, uid: UUID) -> HttpResponse:
    """Let those who asked them ring those who were missed: all of them, or the one who is named."""
    event = event_over(request, uid)
    sentence = _("It stands on the page of today of whoever asked them.")
    done(request, operations.give_out_calls, sentence, event=event, at=timezone.now(), only=named(request))
    return redirect("afterwards", uid=uid)


@require_POST
def give_welcomers(request: SignedIn, uid: UUID) -> HttpResponse:
    """Give a welcomer to those who are new: to all of them, or to the one who is named."""
    event = event_over(request, uid)
    sentence = _("Each has a welcomer now, who says hello within two days.")
    done(request, operations.give_welcomers, sentence, event=event, at=timezone.now(), only=named(request))
    return redirect("afterwards", uid=uid)


def named(request: SignedIn) -> list[UUID]:
    """Whom the button was about; 404 for nonsense, nobody where it was about all."""
    sent = request.POST.getlist("attendance")
    uids = [uid for uid in map(uid_of, sent) if uid]
    if len(uids) < len(sent):
        raise Http404
    return uids


def event_over(request: SignedIn, uid: UUID) -> Event:
    """An event that the account sees and that is over; 404 for any other."""
    found: Any = get_object_or_404(Event.objects.visible_to(request.user).select_related("group"), uid=uid)
    if not is_over(found, timezone.now()):
        raise Http404
    event: Event = found
    return event
