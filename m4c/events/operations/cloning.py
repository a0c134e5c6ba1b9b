"""Plan an event again on another day: the same plan, and none of its people."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import operation
from m4c.events.models import Event
from m4c.events.operations.event import on_day
from m4c.events.operations.event_plan import EventRefused
from m4c.events.operations.repeating import make_like, planned
from m4c.events.permissions import PLAN_EVENTS
from m4c.events.planning.clock import is_on_the_clock
from m4c.people.models import Account


@operation(PLAN_EVENTS, on="event", public=True)
def clone_event(*, event: Event, day: date, by: Account) -> Event:
    """Put the same in the calendar on another day, at the same hours: its plan, hosts and parts, which wait anew.

    Raises EventRefused for what is planned elsewhere, and on the day when the clocks leave out its hour.
    """
    if not event.is_planned_here:
        raise EventRefused(_("Trainings and house meetings have forms of their own."), code="elsewhere")
    if not is_on_the_clock(day, timezone.localtime(event.starts_at).time()):
        raise EventRefused(_("The clocks go forward over that hour. Pick another day."), field="day")
    starts_at, ends_at = on_day(event, day)
    return make_like(planned(event), {"starts_at": starts_at, "ends_at": ends_at})
