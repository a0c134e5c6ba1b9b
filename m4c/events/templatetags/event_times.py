"""Says when an online event begins by its reader's own clock."""

from typing import Any

from django import template

from m4c.events.models import Event
from m4c.people.models import Account
from m4c.people.time_zones import by_own_clock

register = template.Library()


@register.simple_tag(takes_context=True)
def own_time(context: dict[str, Any], event: Event) -> str:
    """When it begins for whoever reads the page; blank in person, and where both clocks agree."""
    reader = context.get("user")
    return by_own_clock(reader, event.starts_at) if event.is_online and isinstance(reader, Account) else ""
