"""Today: whom one has said one would call about an event to come."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.core.prepared import prepared
from m4c.core.visibility import Rows
from m4c.events.models import Attendance, Event
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.leaders.today_lines import Action, Line, Moment
from m4c.leaders.today_taken_on import TAKEN_ON, TakenOn
from m4c.people.models import Account

AHEAD = timedelta(days=21)
MOST = 3  # events
TO_ASK = [Attendance.State.LISTED, Attendance.State.ASKED]


def calls_to_make(account: Account, at: Moment) -> Iterator[Line]:
    """“Call 4 people about Thursday”: for each of the next events, how many on one's list have not been reached; one
    query.
    """
    for event in events_to_call_about(account, at):
        number, starts = event.number, localtime(event.starts_at)
        day = date_format(starts, "l" if starts.date() < at.today + timedelta(days=7) else "j F")
        title = ngettext("Call {number} person about {day}", "Call {number} people about {day}", number)
        sheet = reverse("call-sheet", args=[event.uid])
        yield Line(
            title.format(number=number, day=day), event.title, sheet, Action(_("Call sheet"), sheet), day=starts.date()
        )


@prepared
def events_to_call_about(account: Account, at: Moment) -> QuerySet[Any]:
    """These events, each with the `number` of those to call."""
    own = Q(attendances__asked_by=account.person_id, attendances__state__in=TO_ASK)
    near = account.sight.of_group("group", ASK_TO_EVENTS)
    coming = Event.objects.filter(near, own, cancelled_at=None, starts_at__range=(at.now, at.now + AHEAD))
    return coming.annotate(number=Count("attendances")).order_by("starts_at", "pk")[:MOST]


def register() -> None:
    """Tell Today of them."""
    on_own_list = TakenOn(
        calls_to_make, lambda account, _at: Rows(Attendance, Q(asked_by=account.person_id, state__in=TO_ASK))
    )
    TAKEN_ON.add("calls", on_own_list)
