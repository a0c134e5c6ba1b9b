"""The one owner of the rules about those under 18 (docs/decisions/0027): what nobody does with them, and in what words.

Nobody's birthday is kept: a band, and the day it was told. Under 13 there is no account. Under 18 nobody is met alone,
nobody is written to, rung or called on past their parent or the lead of their school, no file of people takes them
along unless told to, and no story or picture goes out without a parent's word beside their own.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.people.models import BirthBand
from m4c.people.models.birth_band import outgrown_by

THROUGH_A_PARENT = _("Under 18: only through a parent, or the lead of their school or youth group.")

NOT_ALONE = _(
    "One of the two is under 18, and is met by no adult alone. Name a second adult who was there, or the parent or the"
    " lead of their school who knows of it."
)


class YoungRefused(Refused):
    """This is not done with somebody of that age."""


def not_under_18(person: str, outgrown: tuple[date, date] | None = None) -> Q:
    """Rows whose person, at this field, is not known to be under 18: by these days (`outgrown_by`), else by today's."""
    told = BirthBand.objects.told_after(*(outgrown or outgrown_by(timezone.localdate())))
    return ~Q(Exists(told.filter(person=OuterRef(person))))


def under_18_among(people: Collection[int | None], on: date | None = None) -> set[int]:
    """Which of these people, by id, may be under 18 on a day, today where none is named. One statement."""
    found = BirthBand.objects.under_18(on or timezone.localdate()).filter(person__in=people)
    return set(found.values_list("person_id", flat=True))


def check_account(person: int | None) -> None:
    """Raise YoungRefused where an account would be somebody's under 13."""
    band = BirthBand.objects.filter(person=person).first() if person else None
    if band and band.on(timezone.localdate()) == BirthBand.Band.CHILD:
        raise YoungRefused(
            _("They are under 13: nobody of that age has an account here. Speak with their parent."), code="under_13"
        )


def check_not_alone(pairs: Iterable[tuple[int | None, int | None, date, str]]) -> None:
    """Raise YoungRefused where an adult would meet somebody under 18 with nobody named beside them.

    Each pair is two people's ids, the day, and who was there too or knows of it. One statement for all of them.
    """
    listed = list(pairs)
    bands = bands_of({person for first, second, _day, _who in listed for person in (first, second)})
    for first, second, day, alongside in listed:
        if is_alone_with_a_child(bands, first, second, day) and not alongside.strip():
            raise YoungRefused(NOT_ALONE, field="alongside", code="alone_with_a_child")


def bands_of(people: Collection[int | None]) -> dict[int, BirthBand]:
    """What is known of these people's age, by id. One statement."""
    return {band.person_id: band for band in BirthBand.objects.filter(person__in=people)}


def is_alone_with_a_child(bands: Mapping[int, BirthBand], first: int | None, second: int | None, day: date) -> bool:
    """Whether of two people who meet on a day one may be under 18, and the other an adult."""
    young = [bands[one].on(day) != BirthBand.Band.ADULT for one in (first, second) if one and one in bands]
    return any(young) and not (len(young) == 2 and all(young))


def band_of(person: int) -> str:
    """The youngest band in which somebody, by id, may be today; blank where it is not known."""
    found = BirthBand.objects.filter(person=person).first()
    return found.on(timezone.localdate()).value if found else ""


def is_a_childs_name(names: Collection[str]) -> bool:
    """Whether one of these folded names is that of somebody who may be under 18 today: better one too many."""
    return BirthBand.objects.under_18(timezone.localdate()).filter(person__folded_name__in=names).exists()
