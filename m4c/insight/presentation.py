"""The report as people read it: words and pictures around its figures, alike on page, paper and in the terminal."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Self

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from m4c.insight import words
from m4c.insight.so_far import Reading
from m4c.insight.so_far.pictures import Pictures
from m4c.insight.words import Number, Stat
from m4c.leaders.models import TrainingSession
from m4c.places.points import country_points

WITHHELD = {gettext_noop("fewer than five"), gettext_noop("not shown")}
PLACES = 60
UNFOLDED = 12  # rows that are shown without asking
FUNNEL = ("pledged", "arranged", "held", "followed_up")


@dataclass(frozen=True)
class Funnel:
    """Conversations of a kind from pledged to followed up, as (label, figure, sentence)."""

    heading: str
    sentence: str
    steps: list[tuple[str, Number, str]]

    @property
    def is_whole(self) -> bool:
        """Whether no figure is withheld, so that it can be drawn."""
        return all(isinstance(figure, int) for _label, figure, _sentence in self.steps)


class Row(NamedTuple):
    """A row of a table: what it is about, and each cell with the name of its column."""

    name: str
    cells: list[tuple[str, str]]


@dataclass(frozen=True)
class Presentation:
    """A report's figures, in the shape of its JSON, with everything to be said and drawn about them."""

    figures: dict[str, Any]
    pictures: Pictures
    largest_event: str = ""
    at_most: int | None = None  # rows by group; a reading bounds the others itself
    all_together: str = ""  # what the groups are called where none is named

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """The report as the account that reads it may see it."""
        event = reading.largest_event
        return cls(
            figures=reading.report.as_json(),
            pictures=Pictures.of(reading),
            largest_event=event.title if event else "",
            at_most=reading.at_most,
            all_together=_("The whole movement") if reading.reach.groups is None else _("All my groups"),
        )

    @property
    def title(self) -> str:
        """What the report is called."""
        return _("The Movement So Far")

    @property
    def group(self) -> str:
        """Whose report it is."""
        return self.figures["group"] or self.all_together

    @property
    def period(self) -> str:
        """The period in words."""
        first, last = (date.fromisoformat(self.figures["period"][end]) for end in ("from", "to"))
        return words.period_words(first, last)

    @property
    def method(self) -> str:
        """What holds of every figure, in a sentence."""
        return words.method()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was recorded in the period."""
        return not self.figures["by_group"]

    @property
    def trained(self) -> dict[str, Stat]:
        """People trained, with their sentences."""
        return words.trained(shown(self.figures["trained"]))

    @property
    def one_to_ones(self) -> dict[str, Stat]:
        """1-2-1s, with their sentences."""
        return words.one_to_ones(shown(self.figures["one_to_ones"]))

    @property
    def house_meetings(self) -> dict[str, Stat]:
        """House meetings, with their sentences."""
        return words.house_meetings(shown(self.figures["house_meetings"]))

    @property
    def events(self) -> dict[str, Stat]:
        """Gatherings, with their sentences."""
        return words.events(shown(self.figures["events"]), self.largest_event)

    @property
    def funnels(self) -> list[Funnel]:
        """The two funnels: 1-2-1s and house meetings."""
        return [
            Funnel(
                _("1-2-1s"),
                _("Four numbers that never stand for each other: a pledge is a promise, not a conversation."),
                steps(self.one_to_ones),
            ),
            Funnel(
                _("House meetings"),
                _("From what was pledged to what was held, and what came of it afterwards."),
                steps(self.house_meetings),
            ),
        ]

    @property
    def has_map(self) -> bool:
        """Whether there are several places to tell apart; a map of one says nothing."""
        return len(self.pictures.places) > 1

    @property
    def places(self) -> list[tuple[float, float, int, str]]:
        """What the map shows: the places where most were trained, as many as can be told apart on it."""
        return sorted(self.pictures.places, key=lambda place: (-place[2], place[3]))[:PLACES]

    @property
    def time_sentence(self) -> str:
        """What the bars show."""
        return {
            "week": _("Who came to training, by the week that began on that Monday; whoever came twice is in twice."),
            "month": _("Who came to training in each month; whoever came twice is in twice."),
            "year": _("Who came to training in each year; whoever came twice is in twice."),
        }[self.pictures.step]

    @property
    def series(self) -> list[str]:
        """The names of what the bars are made of."""
        return [_("full"), _("taster")]

    @property
    def ground(self) -> tuple[tuple[float, float], ...]:
        """The country behind the places on the map."""
        return country_points()

    @property
    def by_group(self) -> list[Row]:
        """A row for each group: trained, in full, eight figures of conversations, gatherings."""
        names = words.group_columns()
        return [
            Row(
                row["group"],
                cells(names, [row["trained"]["total"], row["trained"]["full"], *eight(row), row["events"]["held"]]),
            )
            for row in self.figures["by_group"][: self.at_most]
        ]

    @property
    def are_more_groups(self) -> bool:
        """Whether there are more groups than are shown."""
        return self.at_most is not None and len(self.figures["by_group"]) > self.at_most

    @property
    def by_session(self) -> list[Row]:
        """A row for each session: day, group and kind in words, then who came and what was pledged there."""
        names = words.session_columns()
        return [Row(row["title"], cells(names, session(row))) for row in self.figures["by_session"]]

    @property
    def has_many_sessions(self) -> bool:
        """Whether the sessions are better folded away until somebody asks for them."""
        return len(self.figures["by_session"]) > UNFOLDED

    @property
    def by_leader(self) -> list[Row]:
        """A row for each leader: eight figures of conversations. None in the public version."""
        names = words.conversation_columns()
        return [Row(row["leader"], cells(names, eight(row))) for row in self.figures.get("by_leader", [])]


def session(row: dict[str, Any]) -> list[Number]:
    """What is told of a session beside its title."""
    day = date_format(date.fromisoformat(row["date"]), "j F Y")
    kind = str(TrainingSession.Kind(row["kind"]).label)
    return [day, row["group"], kind, row["trained"], row["pledged"]["one_to_ones"], row["pledged"]["house_meetings"]]


def eight(row: dict[str, Any]) -> list[Number]:
    """A row's figures of conversations: four of 1-2-1s, four of house meetings."""
    return [row[part][key] for part in ("one_to_ones", "house_meetings") for key in FUNNEL]


def cells(names: list[str], values: list[Number]) -> list[tuple[str, str]]:
    """Each value as text, with the whole name of its column, which a phone shows beside it."""
    return [(name, number(value)) for name, value in zip(names, values, strict=True)]


def number(value: Number) -> str:
    """A figure as people read it; words that stand in a figure's place in the reader's language."""
    if isinstance(value, int):
        return f"{value:,}"
    return _(value) if value in WITHHELD else value


def steps(stats: dict[str, Stat]) -> list[tuple[str, Number, str]]:
    """The steps of a funnel."""
    return [(stat.label, stat.figure, stat.sentence) for stat in (stats[key] for key in FUNNEL)]


def shown(value: Any) -> Any:
    """The same, with the words that stand in a figure's place in the reader's language."""
    if isinstance(value, dict):
        return {key: shown(part) for key, part in value.items()}
    return _(value) if value in WITHHELD else value
