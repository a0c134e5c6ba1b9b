"""How old a table is that was loaded, and what is told of it."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.power.models import PowerLoad
from m4c.power.source_age import is_old

MOST_AREAS = 12  # that could not be placed, by name; the others are counted


@dataclass(frozen=True)
class Told:
    """A load as its line shows it."""

    load: PowerLoad
    warning: str
    areas: list[str]
    more_areas: int


def told_of(load: PowerLoad, today: date) -> Told:
    """A load with the warning of its age, and the first of the areas that were not found."""
    areas = list(load.unmatched_areas)
    return Told(load, sentence_of_age(load.as_it_stood, today), areas[:MOST_AREAS], max(len(areas) - MOST_AREAS, 0))


def sentence_of_age(day: date | None, today: date) -> str:
    """The warning of a table older than six months; blank for one that is new enough."""
    if day is None:
        return _("Nobody knows as of when this is: look elsewhere before you rely on it.")
    if not is_old(day, today):
        return ""
    age = relativedelta(today, day)
    months = age.years * 12 + age.months
    sentence = ngettext(
        "This is %(count)d month old: look elsewhere before you rely on it.",
        "This is %(count)d months old: look elsewhere before you rely on it.",
        months,
    )
    return sentence % {"count": months}
