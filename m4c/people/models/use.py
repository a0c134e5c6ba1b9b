"""Whether a person's record may be used at all: the one rule that lists, letters, suggestions and exports ask."""

from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.utils import timezone

from m4c.core.prepared import prepared
from m4c.people.models.birth_band import BirthBand, outgrown_by
from m4c.people.models.protection import Protection, not_kept_safe
from m4c.people.models.restriction import Restriction
from m4c.people.written import Sql, by_sql, found_in_none, one_of

KEPT_SAFE, SET_ASIDE, UNDER_18 = "kept safe", "set aside", "under 18"


def may_be_used(person: str) -> Q:
    """Rows whose person, at this field, is neither kept safe nor set aside by their own request."""
    return not_kept_safe(person) & not_set_aside(person)


def not_set_aside(person: str) -> Q:
    """Rows whose person, at this field, has not had their record set aside."""
    return by_sql(person, nobody_set_aside())


@cache
def nobody_set_aside() -> Sql:
    """That a column holds nobody whose record is set aside."""
    return found_in_none(Restriction.objects.standing())


def is_out_of_use(*people: int | None) -> bool:
    """Whether the record of any of these people, by id, may not be used: for rules, since it says so whoever may know.

    One statement.
    """
    return any(out_of_use(people).values())


def out_of_use(people: Collection[int | None]) -> dict[int, set[str]]:
    """Which of these people's records may not be used, by id, and why: KEPT_SAFE, SET_ASIDE. One statement."""
    return {person: left for person, whys in out_of_reach(people).items() if (left := whys - {UNDER_18})}


def out_of_reach(people: Collection[int | None]) -> dict[int, set[str]]:
    """Who of these people is not to be reached, by id, and why: as `out_of_use`, and those UNDER_18. One statement."""
    found: dict[int, set[str]] = {}
    for person, why in whys([each for each in people if each], *outgrown_by(timezone.localdate())):
        found.setdefault(person, set()).add(why)
    return found


@prepared
def whys(people: list[int], child: date, young: date) -> QuerySet[Any, tuple[int, str]]:
    """Who of these people is not to be reached, and why; under 18 by what was told after these days."""
    rows: list[QuerySet[Any]] = [
        Protection.objects.active().annotate(why=Value(KEPT_SAFE)),
        Restriction.objects.standing().annotate(why=Value(SET_ASIDE)),
        BirthBand.objects.told_after(child, young).annotate(why=Value(UNDER_18)),
    ]
    first, *others = [
        each.filter(by_sql("person", one_of(people))).order_by().values_list("person", "why") for each in rows
    ]
    return first.union(*others)
