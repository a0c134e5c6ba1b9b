"""What two records say differently of somebody, and what the one record says that is made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.people.models import Account, Person

KEEP, OTHER = "keep", "other"


@dataclass(frozen=True)
class Part:
    """What of a record is decided together: its fields, the first of which says whether there is anything."""

    name: str
    label: "str | Promise"
    fields: tuple[str, ...]


PARTS = (
    Part("title", _("Title"), ("title",)),
    Part("given_name", _("First name"), ("given_name",)),
    Part("family_name", _("Last name"), ("family_name",)),
    Part("known_as", _("Known as"), ("known_as",)),
    Part("home", _("Home"), ("address", "household")),
    Part("language", _("Language"), ("language", "language_name")),
    Part("met", _("First met"), ("met_on", "met_by")),
    Part("source", _("How we met"), ("source",)),
)


@dataclass(frozen=True)
class Difference:
    """A part of which two records say different things, in words, and whose stands unless somebody chooses."""

    part: Part
    keep: str
    other: str
    usual: str


def differences(keep: Person, other: Person) -> list[Difference]:
    """What two records say differently and somebody must choose: not where one says nothing."""
    return [
        Difference(part, in_words(part, keep), in_words(part, other), usual(part, keep, other))
        for part in PARTS
        if differ(part, keep, other)
    ]


def differ(part: Part, keep: Person, other: Person) -> bool:
    """Whether both say something of it, and not the same."""
    ours, theirs = said(part, keep), said(part, other)
    return bool(ours[0] and theirs[0]) and (ours[0] != theirs[0] or (part.name == "language" and ours != theirs))


def usual(part: Part, keep: Person, other: Person) -> str:
    """Whose stands unless somebody chooses: the earlier meeting, else that of the record that stays."""
    if part.name == "met" and other.met_on and keep.met_on and other.met_on < keep.met_on:
        return OTHER
    return KEEP


def made_of(keep: Person, other: Person, choices: Mapping[str, str]) -> dict[str, Any]:
    """The values of the one record, by field: what only one says, what was chosen, and else what stands usually.

    Whoever died or moved away by one of the records did; contact does not begin again by making two records one.
    """
    values: dict[str, Any] = {}
    for part in PARTS:
        if differ(part, keep, other):
            chosen = choices.get(part.name, usual(part, keep, other))
        else:
            chosen = KEEP if said(part, keep)[0] else OTHER
        source, second = (other, keep) if chosen == OTHER else (keep, other)
        values |= {field: getattr(source, field) for field in part.fields}
        if part.name == "home":
            values["household"] = source.household or second.household
    if values["met_by"] in (keep, other):
        values["met_by"] = None
    for field in ("died_on", "moved_away_on"):
        values[field] = earliest(getattr(keep, field), getattr(other, field))
    return values


def earliest(*days: date | None) -> date | None:
    """The first of the days that are known."""
    return min((day for day in days if day), default=None)


def said(part: Part, person: Person) -> list[Any]:
    """The values of a part."""
    return [getattr(person, field) for field in part.fields]


def in_words(part: Part, person: Person) -> str:
    """A part as it is shown beside the other's."""
    value = said(part, person)[0]
    if part.name == "language":
        return person.language_name or person.get_language_display()
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return str(value or "")


def in_order(first: Person, second: Person) -> tuple[Person, Person]:
    """Which of two records stays, and which goes into it: the one that signs in, else the older one."""
    older, newer = sorted([first, second], key=lambda person: person.pk)
    signs_in = set(Account.objects.filter(person__in=[older, newer]).values_list("person", flat=True))
    return (newer, older) if signs_in == {newer.pk} else (older, newer)
