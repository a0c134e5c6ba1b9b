"""Who came to an event or said they would, by name, a page at a time."""

from dataclasses import dataclass

from django.db.models import QuerySet

from m4c.core.pages import QuerysetReader, Way
from m4c.core.prepared import prepared
from m4c.events.models import Attendance
from m4c.events.models.attendance import AttendanceQuerySet
from m4c.people.models import Account

SIZE = 50


@dataclass(frozen=True)
class Attended:
    """Those of an event, by its id, whom an account sees."""

    account: Account
    event: int

    def reader(self) -> QuerysetReader[Attendance]:
        """How they are read from a row on."""
        found = by_name(self.account, self.event)
        return QuerysetReader(found, AttendanceQuerySet.after, AttendanceQuerySet.before, "uid")

    def at(self, typed: str) -> Attendance | None:
        """Whom an address names, if they are among them."""
        return self.reader().at(typed) if typed else None

    def rows(self, way: Way, beside: Attendance | None, most: int) -> list[Attendance]:
        """The first of them, or those beside one."""
        return first(self.account, self.event) if beside is None else self.reader().rows(way, beside, most)


@prepared
def first(account: Account, event: int) -> QuerySet[Attendance]:
    """A page from the beginning, and one more."""
    return by_name(account, event)[: SIZE + 1]


def by_name(account: Account, event: int) -> AttendanceQuerySet:
    """All of them."""
    return Attendance.objects.visible_to(account).filter(event=event).select_related("person").by_name()
