"""Draws what a person's page has a dozen of: each in one go."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django import template
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from m4c.core.components import badge, line, link, menu, timeline
from m4c.core.components.markup import NOTHING, told
from m4c.core.navigation import Item
from m4c.core.routes import address_by_uid
from m4c.people.reach import Means
from m4c.people.timeline import Origin, TimelineEntry

register = template.Library()


@register.simple_tag
def draw_entries(entries: Iterable[TimelineEntry]) -> SafeString:
    """The ledger in words: on which day what was done, and where it leads."""
    zone = get_current_timezone()
    return SafeString(
        "".join(
            [timeline.item(each.at.astimezone(zone).date(), each.sentence, origin(each.origin)) for each in entries]
        )
    )


def origin(found: Origin | None) -> SafeString:
    """Where a line comes from, as a link where it leads to a page."""
    if found is None:
        return NOTHING
    title = told(found.title)
    words = f'<a href="{told(found.url)}">{title}</a>' if found.url else title
    return SafeString(f'<p class="soft">{words}</p>')


@register.simple_tag
def draw_means(means: Iterable[Means]) -> SafeString:
    """How somebody is reached: each number, address or e-mail, and under those that are known, what they serve."""
    no, unknown = _("no"), _("Not known")
    return SafeString("".join([line.draw(str(each.label), inside_of(each, no, unknown)) for each in means]))


def inside_of(means: Means, no: str, unknown: str) -> SafeString:
    """What is known of one of these means, as a link to use it, and whether news may go that way, and why."""
    if not means.known:
        return SafeString(f'<p class="soft">{told(unknown)}</p>')
    parts = []
    for known, url in means.known:
        words = f'<a href="{told(url)}">{told(known)}</a>' if url else told(known)
        parts.append(f'<p class="num">{words}</p>')
    for way in means.ways:
        words = capfirst(str(way.channel.label))
        drawn = badge.draw(words, "kept") if way.answer.allowed else badge.draw(f"{words}: {no}", "broken")
        parts.append(f'<p class="small soft">{drawn} {told(way.answer.why)}</p>')
    return SafeString("".join(parts))


@register.simple_tag
def draw_way(page: str, person: UUID, words: str, icon: str = "", kind: str = "") -> SafeString:
    """The way to a page about somebody, in a paragraph of its own."""
    return SafeString(f"<p>{link.draw(words, address_by_uid(page)(person), icon=icon, kind=kind)}</p>")


@register.simple_tag
def draw_choices(about: Sequence[Item], choices: Iterable[tuple[str, str, str]]) -> SafeString:
    """The lines of the menu of what may be done with somebody: what is recorded of them, but for the first, which
    stands beside the menu, and what else (label, address, icon).
    """
    lines = [*((item.label, item.url, item.icon) for item in about[1:]), *choices]
    return SafeString("".join(menu.item(*line) for line in lines))
