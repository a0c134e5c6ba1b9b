"""What pictures of themes are drawn from."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.listening.themes.figures import ThemeFigures
from m4c.listening.themes.voices import Counted

LEAST, MOST = 1, 3  # of a strength
Point = tuple[str, float, float, str]


def by_breadth_and_depth(themes: Iterable[ThemeFigures]) -> list[Point]:
    """Themes of which somebody said how strongly: name, breadth, depth, and both in words."""
    return [(one.theme, one.breadth, one.depth, in_words(one)) for one in themes if one.depth is not None]


def in_words(one: ThemeFigures) -> str:
    """How many, what share of those heard, and how strongly."""
    people = ngettext("{number} person", "{number} people", one.people).format(number=one.people)
    share = _("{share} of 100 heard").format(share=one.share)
    return f"{people}, {share}" + (f", {strength_in_words(one.depth)}" if one.depth is not None else "")


def strength_in_words(depth: float) -> str:
    """A mean strength, of three."""
    return _("{depth} of 3").format(depth=f"{depth:.1f}")


def over_time(months: Iterable[tuple[date, Counted]]) -> list[tuple[str, list[int]]]:
    """Months with a short name each, for the bars."""
    return [(date_format(month, _("M Y")), [part.people]) for month, part in months]
