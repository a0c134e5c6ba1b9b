"""The shape of the report: figures with the very names of its JSON."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from m4c.insight.so_far.period import Period


@dataclass(frozen=True)
class Trained:
    """People who came to a training session, each once; who came to both kinds counts as full."""

    total: int = 0
    full: int = 0
    taster: int = 0


@dataclass(frozen=True)
class Conversations:
    """Four numbers that are never merged; arranged includes held, and held includes followed up."""

    pledged: int = 0
    arranged: int = 0
    held: int = 0
    followed_up: int = 0


@dataclass(frozen=True)
class HouseMeetings(Conversations):
    """The same of house meetings, and how many came to those held."""

    people_attending: int = 0


@dataclass(frozen=True)
class Events:
    """Gatherings of every kind that were held, who came to them all together, and to the largest."""

    held: int = 0
    attendances: int = 0
    largest: int = 0


@dataclass(frozen=True)
class Figures:
    """All that is counted, of the whole report or of one group."""

    trained: Trained = field(default_factory=Trained)
    one_to_ones: Conversations = field(default_factory=Conversations)
    house_meetings: HouseMeetings = field(default_factory=HouseMeetings)
    events: Events = field(default_factory=Events)


@dataclass(frozen=True)
class GroupFigures:
    """What one group did, without the groups below it."""

    group: str
    trained: Trained
    one_to_ones: Conversations
    house_meetings: HouseMeetings
    events: Events


@dataclass(frozen=True)
class PledgedThere:
    """Conversations pledged at one training session."""

    one_to_ones: int = 0
    house_meetings: int = 0


@dataclass(frozen=True)
class SessionFigures:
    """One training session: how many came, and what was pledged there."""

    date: date
    title: str
    place: str
    group: str
    kind: str
    trained: int
    pledged: PledgedThere


@dataclass(frozen=True)
class LeaderFigures:
    """What one leader pledged and what came of it: for them and their organiser only."""

    leader: str
    one_to_ones: Conversations
    house_meetings: Conversations


@dataclass(frozen=True)
class SoFar:
    """The report. `group` is None for all that the account may report on."""

    period: Period
    group: str | None
    trained: Trained
    one_to_ones: Conversations
    house_meetings: HouseMeetings
    events: Events
    by_group: list[GroupFigures]
    by_session: list[SessionFigures]
    by_leader: list[LeaderFigures]

    def as_json(self) -> dict[str, Any]:
        """Plain values for JSON: the keys of the report, days as ISO text."""
        values = asdict(self)
        values["period"] = {"from": self.period.first.isoformat(), "to": self.period.last.isoformat()}
        for row in values["by_session"]:
            row["date"] = row["date"].isoformat()
        return values
