"""What wins tell a campaign's page and report: the app that keeps wins stands to the right and fills this register."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from m4c.campaigns.models import Campaign
from m4c.core.register import Register

IN_WORDS = ("name", "change", "for_whom", "says_who", "missing", "rule", "source")


@dataclass(frozen=True)
class WonTold:
    """A win as everybody may read it; `rule` says in a sentence which rule changed."""

    on: date
    name: str
    change: str
    for_whom: str
    says_who: str
    kind: str
    badge: str
    standing: str
    missing: str = ""
    rule: str = ""
    ends: str = ""
    source: str = ""
    source_url: str = ""

    def in_words(self, say: Callable[[str], str]) -> Self:
        """The same, with its words as they may be read."""
        words: dict[str, Any] = {name: say(getattr(self, name)) for name in IN_WORDS}
        return replace(self, **words)


Winner = Callable[[Campaign, date, bool], Iterable[WonTold]]
CAMPAIGN_WINS: Register[Winner] = Register("What a campaign won, on a day, in public or all of it.")


def wins_told(campaign: Campaign, on: date, *, public: bool) -> list[WonTold]:
    """All that was won, the latest first."""
    return [won for winner in CAMPAIGN_WINS.all() for won in winner(campaign, on, public)]
