"""Draws the chip of a day: once for each, since the lines of a list share theirs."""

from datetime import date, datetime
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language

from m4c.core.components.markup import told


def draw(at: date, *, classes: str = "", attributes: str = "") -> SafeString:
    """The weekday, day and month of a day, or of a time in the movement's own zone; `attributes` are escaped."""
    day = localtime(at).date() if isinstance(at, datetime) else at
    return SafeString(
        f'<time class="date-chip {told(classes)}" datetime="{day:%Y-%m-%d}" {attributes}>'
        f"{_inside(day, get_language())}</time>"
    )


@lru_cache(maxsize=1024)
def _inside(day: date, _language: str | None) -> str:
    parts = (("date-chip-weekday", "D"), ("date-chip-day", "j"), ("date-chip-month", "M"))
    return " ".join(f'<span class="{part}">{date_format(day, how)}</span>' for part, how in parts)
