"""An event's turnout: its figures, what leaders pledged, and pledging."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from m4c.core.visibility import scopes_of
from m4c.events.forms.turnout import PledgeTurnoutForm
from m4c.events.models import Event, TurnoutPledge
from m4c.events.operations.turnout_pledge import pledge_turnout, withdraw_turnout
from m4c.events.permissions import PLAN_EVENTS, SEE_ATTENDANCE
from m4c.events.turnout.figures import TurnoutReport, is_over, report_of
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.people.models import Account
from m4c.people.requests import SignedIn
from m4c.people.views.asking import done, done_by_form


def asked_to(request: SignedIn, uid: UUID) -> Event:
    """An event that the account may see, of a group where it asks people; 404 for any other."""
    account = request.user
    events = Event.objects.visible_to(account).filter(account.sight.of_group("group", ASK_TO_EVENTS))
    return get_object_or_404(events.select_related("group"), uid=uid)


@require_safe
def turnout(request: SignedIn, uid: UUID) -> HttpResponse:
    """Pledged, listed, yes, confirmed, forecast and came; by leader for the organiser, one's own for a leader."""
    event = asked_to(request, uid)
    return render(request, "events/turnout.html", figures_for(event, request.user))


def figures_for(event: Event, account: Account) -> dict[str, Any]:
    """What the page says of an event's turnout."""
    now = timezone.now()
    told, scopes = report_of(event, account, now), scopes_of(event)
    figures = told.figures
    own = TurnoutPledge.objects.visible_to(account).filter(event=event, person=account.person_id).standing()
    over = is_over(event, now)
    return {
        "event": event,
        "figures": figures,
        "levels": levels_of(told),
        "forecast": told.forecast,
        "by_leader": told.by_leader,
        "pledge": own.first() if account.person_id else None,
        "is_over": over,
        "is_empty": not (over or figures.pledged or figures.listed or figures.came),
        "sees_all": account.may(SEE_ATTENDANCE, scopes),
        "may_plan": account.may(PLAN_EVENTS, scopes),
        "aim": figures.target or max(figures.pledged, figures.listed, figures.came),
        "sure": figures.came if over else figures.confirmed,
    }


def levels_of(told: TurnoutReport) -> list[tuple[str, int]]:
    """What stands beside the thermometer, from what was pledged to who came."""
    figures = told.figures
    return [
        (_("Pledged"), figures.pledged),
        (_("Listed"), figures.listed),
        (_("Yes"), figures.yes),
        (_("Confirmed"), figures.confirmed),
        (_("Likely"), told.forecast.likely),
        (_("Came"), figures.came),
    ]


@require_http_methods(["GET", "POST"])
def pledge(request: SignedIn, uid: UUID) -> HttpResponse:
    """Say how many one will bring."""
    event = asked_to(request, uid)
    form = PledgeTurnoutForm(request.POST or None, event=event, by=request.user)
    if form.is_valid() and (
        pledged := done_by_form(
            request,
            form,
            pledge_turnout,
            event=event,
            person=form.whose,
            number=form.cleaned_data["number"],
            at=timezone.now(),
        )
    ):
        messages.success(request, _("{number} are pledged. Whom will you ask?").format(number=pledged.number))
        return redirect("call-sheet", uid=uid)
    context = {"form": form, "event": event}
    return render(request, "events/pledge_turnout.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: SignedIn, uid: UUID) -> HttpResponse:
    """Take a pledge back."""
    pledges = TurnoutPledge.objects.visible_to(request.user).select_related("event", "person")
    taken = get_object_or_404(pledges, uid=uid)
    done(request, withdraw_turnout, _("The pledge is taken back."), pledge=taken, at=timezone.now())
    return redirect("turnout", uid=taken.event.uid)
