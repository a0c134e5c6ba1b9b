"""The panel of a campaign's page: a small map, and where the chart of each target stands."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from m4c.campaigns.models import Campaign, ChartEntry, Target
from m4c.campaigns.strategy.power_map import Placed, no_address, placed_on, rows_of
from m4c.campaigns.strategy.rules import hints_of_chart, hints_of_line
from m4c.people.models import Account


@dataclass(frozen=True)
class ChartState:
    """The chart of a target in figures: its lines, what is missing, and the next step with a day."""

    target: Target
    lines: int
    to_mend: int
    next_step: ChartEntry | None


def chart_and_map(account: Account, campaign: Campaign) -> dict[str, Any] | None:
    """Who stands where, small, and the charts' states: a constant number of queries. None for a community project."""
    if campaign.kind != Campaign.Kind.CAMPAIGN:
        return None
    rows = Target.objects.visible_to(account).filter(campaign=campaign, until=None)
    targets = list(rows.select_related("powerholder"))
    placed = placed_on(campaign, account, None, {target.powerholder_id for target in targets})
    return {
        "campaign": campaign,
        "rows": rows_of(placed, no_address),
        "targets": [each for each in placed if each.is_target],
        "rest": rest_of(placed),
        "charts": charts_of(campaign, account, targets, timezone.localdate()),
    }


def rest_of(placed: list[Placed]) -> int:
    """How many stand on the map besides targets."""
    return sum(not each.is_target for each in placed)


def charts_of(campaign: Campaign, account: Account, targets: list[Target], today: date) -> list[ChartState]:
    """The state of the chart of each of its targets, in one query."""
    entries = ChartEntry.objects.visible_to(account).filter(campaign=campaign).standing().order_by("order", "pk")
    by_target: dict[int, list[ChartEntry]] = {}
    for entry in entries:
        by_target.setdefault(entry.target_id, []).append(entry)
    states = []
    for target in targets:
        lines = by_target.get(target.pk, [])
        ahead = [line for line in lines if line.due_on and line.due_on >= today]
        missing = sum(bool(hints_of_line(line, ())) for line in lines)
        states.append(
            ChartState(
                target,
                len(lines),
                missing + len(hints_of_chart(target.powerholder.name, lines, ())),
                min(ahead, key=lambda line: line.due_on or today, default=None),
            )
        )
    return states
