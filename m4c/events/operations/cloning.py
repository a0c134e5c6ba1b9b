"""Plan an event again on another day: the same plan, and none of its people."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import operation
from m4c.events.models import CoHost, Event, EventRole, OutsideHost
from m4c.events.operations.event import on_day
from m4c.events.operations.event_plan import EventRefused
from m4c.events.permissions import PLAN_EVENTS
from m4c.events.planning.clock import is_on_the_clock
from m4c.people.models import Account

TAKEN_OVER = [
    *("kind", "title", "group_id", "place", "postcode", "at_home", "visibility"),
    *("details", "link", "capacity", "access", "language", "contact_id", "target"),
]


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
    plan = {name: getattr(event, name) for name in TAKEN_OVER}
    again = Event.objects.create(starts_at=starts_at, ends_at=ends_at, **plan)
    CoHost.objects.bulk_create(
        [
            CoHost(event=again, group_id=group)
            for group in CoHost.objects.filter(event=event).values_list("group", flat=True)
        ]
    )
    parts = EventRole.objects.filter(event=event).exclude(part=EventRole.Part.SPEAKER).values_list("part", "words")
    EventRole.objects.bulk_create([EventRole(event=again, part=part, words=words) for part, words in parts])
    host = OutsideHost.objects.filter(event=event).first()
    if host:
        OutsideHost.objects.create(event=again, body=host.body)
    return again
