"""The list of a door: who is expected and who is in, with no more of anybody than a name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from m4c.events.models import Attendance, Event
from m4c.events.models.attendance import AttendanceQuerySet
from m4c.people.models import Person
from m4c.people.models.use import may_be_used
from m4c.people.names import words

SHOWN = 30  # on the page itself, for those without a script


@dataclass(frozen=True)
class Entry:
    """Somebody on the list. `besides` tells namesakes apart: who brought or asked them."""

    attendance: Attendance
    besides: str = ""

    @property
    def told(self) -> list[Any]:
        """As a device keeps it: uid, name, whether they are in, and what tells them from a namesake."""
        return [str(self.attendance.uid), str(self.attendance.person), self.attendance.was_there, self.besides]


def expected(event: Event) -> AttendanceQuerySet:
    """Those on the list of a door. Whoever is kept safe is on none, whoever stands there: phones are lost."""
    return Attendance.objects.filter(may_be_used("person"), event=event).select_related("person")


def listed(event: Event) -> list[Entry]:
    """The whole list by name, for a device to keep."""
    return entries(expected(event).by_name())


def called(event: Event, typed: str) -> list[Entry]:
    """The first of the list of whose names one begins with each word typed."""
    found = expected(event)
    for word in words(typed):
        found = found.filter(begins_with(word))
    return entries(found.by_name()[:SHOWN])


def begins_with(word: str) -> Q:
    """Whether one of somebody's names begins like this, accents and case ignored where it is their first."""
    folded = Q(person__folded_name__startswith=word) | Q(person__sort_name__startswith=word)
    folded |= Q(person__folded_known_as__startswith=word)
    return folded | Q(person__given_name__istartswith=word) | Q(person__family_name__istartswith=word)


def entries(attendances: Iterable[Attendance]) -> list[Entry]:
    """The list with namesakes told apart."""
    rows = list(attendances)
    number = Counter(str(row.person) for row in rows)
    namesakes = [row for row in rows if number[str(row.person)] > 1]
    friends = {row.pk: row.brought_by_id or row.asked_by_id for row in namesakes}
    named = may_be_used("pk")
    people = Person.objects.filter(named, pk__in={pk for pk in friends.values() if pk}) if namesakes else []
    names = {person.pk: str(person) for person in people}
    return [Entry(row, names.get(friends.get(row.pk) or 0, "")) for row in rows]
