"""Events in the order of time, a page at a time: those to come, the nearest first, and those that were, the latest."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from m4c.core.pages import SIZE, QuerysetReader, Way
from m4c.core.prepared import prepared
from m4c.events.models import Event
from m4c.events.models.event import EventQuerySet
from m4c.people.models import Account, Group


@dataclass(frozen=True)
class EventsInTime:
    """The events that an account sees, of one group or all and of one kind or all, to one side of a midnight."""

    account: Account
    group: Group | None
    kind: str | None
    midnight: datetime
    is_past: bool

    def reader(self) -> QuerysetReader[Event]:
        """How they are read from a row on."""
        found = listed(self.account, self.group, self.kind, self.midnight, self.is_past)
        sides = EventQuerySet.later_than, EventQuerySet.earlier_than
        after, before = reversed(sides) if self.is_past else sides
        return QuerysetReader(found, after, before, "uid")

    def at(self, typed: str) -> Event | None:
        """The event that an address names, if it is among them."""
        return self.reader().at(typed) if typed else None

    def rows(self, way: Way, beside: Event | None, most: int) -> list[Event]:
        """The first of them, or those beside one."""
        if beside is None:
            return first(self.account, self.group, self.kind, self.midnight, self.is_past)
        return self.reader().rows(way, beside, most)


@prepared
def first(
    account: Account, group: Group | None, kind: str | None, midnight: datetime, is_past: bool
) -> QuerySet[Event]:
    """A page from the beginning, and one more."""
    return listed(account, group, kind, midnight, is_past)[: SIZE + 1]


def listed(account: Account, group: Group | None, kind: str | None, midnight: datetime, is_past: bool) -> Any:
    """All of them, in their order."""
    found = Event.objects.visible_to(account).with_place(account).select_related("group")
    found = found.of_group(group) if group else found
    found = found.filter(kind=kind) if kind else found.without_house_meetings(account)
    return found.past(midnight) if is_past else found.coming(midnight)
