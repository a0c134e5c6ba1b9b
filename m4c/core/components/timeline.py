"""Draws the lines of a timeline: each in one go, since a page has a dozen."""

from datetime import date, datetime
from functools import lru_cache

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from m4c.core.components.markup import told


def item(
    at: date | None,
    title: str,
    inside: SafeString,
    *,
    url: str = "",
    kind: str = "",
    level: str = "3",
    classes: str = "",
    attributes: str = "",
) -> SafeString:
    """What happened on a day, leading to `url` where there is one, with what stands below it.

    `attributes` are those of a component, escaped by it already.
    """
    titled = f'<a href="{told(url)}">{told(title)}</a>' if url else told(title)
    head = f'<h{level} class="timeline-title">{titled}</h{level}>' if title else ""
    look = f"timeline-{told(kind)} " if kind else ""
    return SafeString(
        f'<li class="timeline-item {look}{told(classes)}" {attributes}>\n'
        f"  {time_of(at) if at else ''}\n  {head}\n  {inside}\n</li>"
    )


def time_of(at: date) -> SafeString:
    """A day, or that of a time as it is here, for people and for programs."""
    day = timezone.localdate(at) if isinstance(at, datetime) else at
    return SafeString(f'<time datetime="{day.isoformat()}">{in_words(day, get_language())}</time>')


@lru_cache(maxsize=2048)
def in_words(day: date, language: str | None) -> str:
    """A day in the language of now, which is this one."""
    return date_format(day, "j F Y")
