"""The panel of a campaign's page: a small map, and where the chart of each target stands."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, Value
from django.db.models.functions import Cast
from django.utils import timezone

from m4c.campaigns.models import Campaign, ChartEntry, Target
from m4c.campaigns.strategy.power_map import Placed, no_address, placed_on, rows_of
from m4c.campaigns.strategy.rules import ChartLine, hints_of_chart, hints_of_line
from m4c.people.models import Account

FIRST, NO = Value(-1), Cast(Value(""), CharField())
NO_DAY = Cast(Value(None), DateField())
NO_LINE = ["", "", "", None]


@dataclass
class ChartState:
    """The chart of a target in figures: its lines, what is missing, and the next step with a day."""

    uid: UUID
    name: str
    today: date
    rows: list[ChartLine] = field(default_factory=list)

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.rows)

    @property
    def to_mend(self) -> int:
        """How many lines and columns want something."""
        lines = sum(bool(hints_of_line(line, ())) for line in self.rows)
        return lines + len(hints_of_chart(self.name, self.rows, ()))

    @property
    def next_step(self) -> ChartLine | None:
        """The next line with a day."""
        ahead = [line for line in self.rows if line.due_on and line.due_on >= self.today]
        return min(ahead, key=lambda line: line.due_on or self.today, default=None)


def chart_and_map(account: Account, campaign: Campaign) -> dict[str, Any] | None:
    """Who stands where, small, and the charts' states: two statements. None for a community project."""
    if campaign.kind != Campaign.Kind.CAMPAIGN:
        return None
    placed = placed_on(campaign, account, None)
    return {
        "campaign": campaign,
        "rows": rows_of(placed, no_address),
        "targets": [each for each in placed if each.is_target],
        "rest": rest_of(placed),
        "charts": charts_of(campaign, account, timezone.localdate()),
    }


def rest_of(placed: list[Placed]) -> int:
    """How many stand on the map besides targets."""
    return sum(not each.is_target for each in placed)


def charts_of(campaign: Campaign, account: Account, today: date) -> list[ChartState]:
    """The state of the chart of each of its targets. One statement."""
    charts: dict[int, ChartState] = {}
    for _kind, target, _order, _pk, uid, name, *line in rows_of_charts(campaign, account):
        chart = charts.setdefault(target, ChartState(uid, name, today))
        if line != NO_LINE:
            chart.rows.append(ChartLine(*line))
    return list(charts.values())


def rows_of_charts(campaign: Campaign, account: Account) -> list[tuple[Any, ...]]:
    """A row for each target, and after it one for each line of its chart; a target may have none yet."""
    targets = Target.objects.visible_to(account).filter(campaign=campaign, until=None).order_by()
    entries = ChartEntry.objects.visible_to(account).filter(campaign=campaign, target__until=None).standing().order_by()
    first = targets.values_list("kind", "pk", FIRST, FIRST, "uid", "powerholder__name", NO, NO, NO, NO_DAY)
    of_line = ("part", "words", "constituency", "due_on")
    of_target = ("target__uid", "target__powerholder__name")
    lines = entries.values_list("target__kind", "target", "order", "pk", *of_target, *of_line)
    return sorted(first.union(lines, all=True), key=lambda row: row[:4])
