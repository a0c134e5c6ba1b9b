"""What a line of Today is, whoever gives it: somebody or something, why, by when, and the one thing to do about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cached_property
from types import SimpleNamespace
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from m4c.core.blanks import Blank, Filled
from m4c.core.permissions import Permission
from m4c.core.prepared import padded, prepared
from m4c.core.register import Register
from m4c.people.consent_rules import who_may_be_contacted
from m4c.people.models import Account, Channel, Person, PersonPhone, Purpose
from m4c.people.models.birth_band import outgrown_by
from m4c.people.written import by_sql, one_of

Read = TypeVar("Read")


@dataclass(frozen=True)
class Moment:
    """Now, as one page needs it, with what several of its questions read and one statement answers."""

    now: datetime
    kept: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, account: Account, read: "Callable[[Account, Moment], Read]") -> Read:
        """What `read` finds for the account, read once however many questions of the page ask it."""
        key = read, account.pk
        if key not in self.kept:
            self.kept[key] = read(account, self)
        found: Read = self.kept[key]
        return found

    @cached_property
    def today(self) -> date:
        """The day in the movement's own zone."""
        return timezone.localdate(self.now)

    @cached_property
    def midnight(self) -> datetime:
        """When the day began."""
        return timezone.make_aware(datetime.combine(self.today, time.min))

    def outline(self, name: str) -> Filled:
        """Prepared statements take a moment like any other: blanks stand for its times."""
        times = {"now": self.now, "today": self.today, "midnight": self.midnight}
        blanks = {each: Blank(f"{name}.{each}") for each in times}
        values = {f"{name}.{each}": time for each, time in times.items()}
        return Filled("moment", values, lambda: SimpleNamespace(**blanks))


@dataclass(frozen=True)
class Action:
    """What is one tap away: a page, or with `is_press` a button that does it at once."""

    label: str
    url: str
    is_press: bool = False


@dataclass(frozen=True)
class Line:
    """One line. `person` is the id of whose initials lead it and whose phone may stand in it; else `day` leads it.

    `late` says in words since when it is overdue; blank where it is not.
    """

    title: str
    detail: str = ""
    url: str = ""
    action: Action | None = None
    person: int | None = None
    day: date | None = None
    late: str = ""
    phone: PersonPhone | None = None


@dataclass(frozen=True)
class PromiseSource:
    """A kind of promise made to us. `lines(account, moment)` gives those the account may see, the soonest due first."""

    label: "str | Promise"
    allow: Permission
    lines: Callable[[Account, Moment], Iterable[Line]]


PROMISED_TO_US: Register[PromiseSource] = Register("Who has promised us something: the third question of Today.")


def promised_to_us(account: Account, at: Moment) -> list[Line] | None:
    """What others promised us; None where nothing on this system could say so to this account."""
    sources = [source for source in PROMISED_TO_US.all() if account.may_somewhere(source.allow)]
    return [line for source in sources for line in source.lines(account, at)] if sources else None


def overdue_since(day: date | None, today: date) -> str:
    """Since when something is overdue, in words; blank where it is not."""
    return _("Overdue since {day}").format(day=date_format(day, "j M")) if day and day < today else ""


def with_phones(account: Account, at: Moment, *parts: Iterable[Line]) -> list[list[Line]]:
    """The same lines, with the number to ring of whom one may see and may ring; two queries for all of them."""
    listed = [list(lines) for lines in parts]
    phones = phones_of(account, {line.person for lines in listed for line in lines if line.person}, at)
    return [[replace(line, phone=phones.get(line.person)) for line in lines] for lines in listed]


def phones_of(account: Account, people: Iterable[int], at: Moment) -> dict[Any, PersonPhone]:
    """The first number of each of these people, by id: of those whom one may see, and who may be rung."""
    listed = padded(sorted(people))
    found = phones_to_ring(account, at, *outgrown_by(at.today), listed) if listed else []
    return {phone.person_id: phone for phone in reversed(found)}


@prepared
def phones_to_ring(account: Account, at: Moment, child: date, young: date, people: list[int]) -> QuerySet[PersonPhone]:
    """The numbers of those of these people whom one may see and may ring, the first to use first."""
    seen = Person.objects.visible_to(account).filter(by_sql("pk", one_of(people)))
    reachable = who_may_be_contacted(seen, Channel.PHONE, Purpose.NEWS, at.now, (child, young))
    return PersonPhone.objects.filter(person__in=reachable)
