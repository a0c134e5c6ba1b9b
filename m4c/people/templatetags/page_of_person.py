"""Draws what a person's page has a dozen of: each in one go."""

from collections.abc import Iterable, Sequence

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from m4c.core.components import menu, timeline
from m4c.core.navigation import Item
from m4c.people.timeline import Origin, TimelineEntry

register = template.Library()


@register.simple_tag
def draw_entries(entries: Iterable[TimelineEntry]) -> SafeString:
    """The ledger in words: on which day what was done, and where it leads."""
    return SafeString("".join(timeline.item(each.at, each.sentence, origin(each.origin)) for each in entries))


def origin(found: Origin | None) -> SafeString:
    """Where a line comes from, as a link where it leads to a page."""
    if found is None:
        return SafeString()
    title = conditional_escape(found.title)
    words = f'<a href="{conditional_escape(found.url)}">{title}</a>' if found.url else title
    return SafeString(f'<p class="soft">{words}</p>')


@register.simple_tag
def draw_choices(about: Sequence[Item], choices: Iterable[tuple[str, str, str]]) -> SafeString:
    """The lines of the menu of what may be done with somebody: what is recorded of them, but for the first, which
    stands beside the menu, and what else (label, address, icon).
    """
    lines = [*((item.label, item.url, item.icon) for item in about[1:]), *choices]
    return SafeString("".join(menu.drawn(*line) for line in lines))
