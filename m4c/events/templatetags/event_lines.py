"""Draws the lines of a list of events: in one go, since it may have a hundred."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from m4c.core.components import badge, date_chip, line
from m4c.core.components.markup import NOTHING
from m4c.core.routes import address_by_uid
from m4c.events.models import Event
from m4c.events.templatetags.event_times import own_time

register = template.Library()


@register.simple_tag(takes_context=True)
def draw_events(context: dict[str, Any], events: Iterable[Event], with_year: bool = False) -> SafeString:
    """Events for `<c-lines>`: day, name, hour and place of each; with the year where the days are long gone."""
    url, how = address_by_uid("event"), "j F Y, H:i" if with_year else "H:i"
    return SafeString(
        "".join(
            line.draw(
                event.title,
                url=url(event.uid),
                detail=detail(event, how, own_time(context, event)),
                badge=badge.draw(_("Called off"), "void") if event.is_called_off else NOTHING,
                lead=date_chip.draw(event.starts_at),
            )
            for event in events
        )
    )


def detail(event: Event, how: str, own: str) -> str:
    """Of what kind it is, when it begins, by one's own clock too, and where, and whose it is."""
    when = date_format(localtime(event.starts_at), how) + (f" ({own})" if own else "")
    group, place = event.group.name, event.place_told
    parts = [capfirst(event.get_kind_display()), when, place if place != group else "", group]
    return " · ".join(filter(None, parts))
