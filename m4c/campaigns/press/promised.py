"""What was promised to a campaign, as its public page tells it: commitments, which stand to the right, fill it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from m4c.campaigns.models import Campaign
from m4c.core.register import Register


@dataclass(frozen=True)
class Promise:
    """A commitment that everybody may read: whose, in which words, and how it stands; `url` is its own page."""

    words: str
    speaker: str
    status: str
    detail: str
    url: str


CAMPAIGN_PROMISES: Register[Callable[[Campaign, date], Iterable[Promise]]] = Register(
    "What was promised to a campaign and everybody may read, on a day."
)


def promises_told(campaign: Campaign, on: date) -> list[Promise]:
    """All of it, the latest first."""
    return [promise for find in CAMPAIGN_PROMISES.all() for promise in find(campaign, on)]
