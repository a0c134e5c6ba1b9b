"""The chart of a target as a page shows it: five columns with their lines, and what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models.functions import Lower
from django.utils.functional import Promise, cached_property

from m4c.campaigns.models import ChartEntry, ChartVersion, Target
from m4c.campaigns.strategy.chains import Chains
from m4c.campaigns.strategy.columns import COLUMNS, Asked
from m4c.campaigns.strategy.rules import Hint, hints_of_chart, hints_of_line
from m4c.people.models import Account
from m4c.power.models import Institution

DENSE, DENSER = 600, 900  # characters of the fullest column from which the sheet is set smaller, to stay one page
LINE = 40  # that a line takes besides its words


@dataclass(frozen=True)
class Line:
    """One line. `uid` is blank in a version, where nothing is changed any more; `mark` says how versions differ."""

    words: str
    constituency: str
    due_on: date | None
    uid: UUID | None = None
    hints: Sequence["str | Promise"] = ()
    mark: str = ""
    before: str = ""


@dataclass(frozen=True)
class DrawnPart:
    """One part of a column, with its lines."""

    key: str
    label: str
    asks: "str | Promise"
    lines: list[Line]


@dataclass(frozen=True)
class DrawnColumn:
    """One column."""

    number: int
    asked: Asked
    parts: list[DrawnPart]

    @property
    def next(self) -> str:
        """The column after it; blank for the last."""
        return COLUMNS[self.number].key if self.number < len(COLUMNS) else ""

    @property
    def count(self) -> int:
        """How many lines it has."""
        return sum(len(part.lines) for part in self.parts)


@dataclass(frozen=True)
class Chart:
    """All five columns, and what the chart still wants."""

    columns: list[DrawnColumn]
    hints: list[Hint] = field(default_factory=list)

    @cached_property
    def lines(self) -> list[Line]:
        """All lines."""
        return [line for column in self.columns for part in column.parts for line in part.lines]

    @property
    def to_mend(self) -> int:
        """How many lines and columns want something."""
        return len(self.hints) + sum(bool(line.hints) for line in self.lines)

    @property
    def density(self) -> str:
        """How small the sheet is set."""
        letters = max(
            sum(LINE + len(line.words) + len(line.constituency) for part in column.parts for line in part.lines)
            for column in self.columns
        )
        return "denser" if letters > DENSER else "dense" if letters > DENSE else ""


def chart_of(target: Target, account: Account) -> Chart:
    """The chart of a target as it stands, in two queries."""
    entries = ChartEntry.objects.visible_to(account).filter(target=target).standing()
    rows = list(entries.order_by("order", "pk"))
    bodies = bodies_named(account, [target.powerholder.name, *(row.words for row in rows if row.column == "targets")])
    by_part: dict[str, list[Line]] = {}
    for row in rows:
        line = Line(row.words, row.constituency, row.due_on, row.uid, hints_of_line(row, bodies))
        by_part.setdefault(row.part, []).append(line)
    return Chart(columns_of(by_part), hints_of_chart(target.powerholder.name, rows, bodies))


def columns_of(by_part: dict[str, list[Line]]) -> list[DrawnColumn]:
    """The five columns, of lines by their part."""
    return [
        DrawnColumn(
            number,
            asked,
            [
                DrawnPart(key, str(ChartEntry.Part(key).label), asks, by_part.get(key, []))
                for key, asks in asked.parts.items()
            ],
        )
        for number, asked in enumerate(COLUMNS, 1)
    ]


def bodies_named(account: Account, names: Sequence[str]) -> set[str]:
    """Which of some names are those of institutions, folded."""
    folded = [name.rstrip(".").lower() for name in names]
    rows = Institution.objects.visible_to(account).annotate(folded=Lower("name")).filter(folded__in=folded)
    return {name.casefold() for name in rows.values_list("name", flat=True)}


def chains_of(entry: ChartEntry, account: Account) -> Chains:
    """The chart's entries as they followed upon each other."""
    rows = ChartEntry.objects.visible_to(account).filter(target=entry.target_id)
    return Chains(rows.select_related("by__person", "ended_by__person"))


def kept(target: Target, account: Account) -> list[dict[str, Any]]:
    """The chart as it stands now, as a version would keep it."""
    chains = Chains(ChartEntry.objects.visible_to(account).filter(target=target))
    return [
        {
            "part": entry.part,
            "words": entry.words,
            "constituency": entry.constituency,
            "due_on": entry.due_on.isoformat() if entry.due_on else None,
            "line": str(chains.first(entry).uid),
        }
        for entry in chains.standing()
    ]


def version_chart(version: ChartVersion, against: Sequence[dict[str, Any]] | None = None) -> Chart:
    """A version as it stood; beside another, what came, went and was worded anew since."""
    now = against if against is not None else version.entries
    before = {each["line"]: each for each in version.entries}
    by_part: dict[str, list[Line]] = {}
    for each in now:
        was = before.pop(each["line"], None)
        mark = "" if against is None else how_it_differs(was, each)
        line = line_of(each, mark, said(was) if was and mark == "changed" else "")
        by_part.setdefault(each["part"], []).append(line)
    if against is not None:
        for gone in before.values():
            by_part.setdefault(gone["part"], []).append(line_of(gone, "gone"))
    return Chart(columns_of(by_part))


def how_it_differs(was: dict[str, Any] | None, now: dict[str, Any]) -> str:
    """Whether a line is new, or worded anew; blank where it is as it was."""
    if was is None:
        return "new"
    return "changed" if any(was[name] != now[name] for name in ("part", "words", "constituency", "due_on")) else ""


def line_of(told: dict[str, Any], mark: str = "", before: str = "") -> Line:
    """A kept line."""
    due_on = date.fromisoformat(told["due_on"]) if told["due_on"] else None
    return Line(told["words"], told["constituency"], due_on, mark=mark, before=before)


def said(told: dict[str, Any]) -> str:
    """What a kept line said, on one line."""
    return " · ".join(filter(None, (told["words"], told["constituency"], told["due_on"])))
