"""Whether a person's record may be used at all: the one rule that lists, letters, suggestions and exports ask."""

from collections.abc import Collection
from functools import cache

from django.db.models import Q, Value
from django.utils import timezone

from m4c.people.models.birth_band import BirthBand
from m4c.people.models.protection import Protection, not_kept_safe
from m4c.people.models.restriction import Restriction
from m4c.people.written import Sql, by_sql, found_in_none

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
    safe = Protection.objects.active().filter(person__in=people).order_by()
    aside = Restriction.objects.standing().filter(person__in=people).order_by()
    young = BirthBand.objects.under_18(timezone.localdate()).filter(person__in=people).order_by()
    found: dict[int, set[str]] = {}
    told = ((safe, KEPT_SAFE), (aside, SET_ASIDE), (young, UNDER_18))
    rows = [each.values_list("person", Value(why)) for each, why in told]
    for person, why in rows[0].union(*rows[1:]):
        found.setdefault(person, set()).add(why)
    return found
