"""What somebody can do this week for a campaign: each part of the software that has a public door says so here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from m4c.campaigns.models import Campaign
from m4c.core.register import Register


@dataclass(frozen=True)
class Way:
    """Something to do: what, in a line of detail, and where."""

    label: str
    url: str
    detail: str = ""


WAYS: Register[Callable[[Campaign, datetime], Iterable[Way]]] = Register("What strangers can do for a campaign.")


def ways_of(campaign: Campaign, now: datetime) -> list[Way]:
    """All of it."""
    return [way for find in WAYS.all() for way in find(campaign, now)]
