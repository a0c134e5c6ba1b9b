"""The report of silence: who owes a campaign, or all of them, an answer on a day, and what fits next."""

from datetime import date
from typing import Any

from m4c.campaigns.approaches.clock import State
from m4c.campaigns.approaches.reading import Clocked, clocked, open_on
from m4c.campaigns.models import Approach, Campaign
from m4c.people.models import Account


def silence_report(account: Account, on: date, campaign: Campaign | None = None) -> list[Clocked]:
    """Approaches without an answer on a day, the longest silence first, then those that wait. Three statements."""
    rows = open_on(Approach.objects.visible_to(account), on)
    if campaign:
        rows = rows.filter(campaign=campaign)
    found = clocked(rows.select_related("powerholder", "campaign").order_by("on", "pk"), on)
    return sorted(found, key=lambda row: (row.clock is None or not row.clock.is_silent, row.approach.on))


def as_json(row: Clocked) -> dict[str, Any]:
    """A line, as the command answers it."""
    clock, approach = row.clock, row.approach
    return {
        "powerholder": approach.powerholder.name,
        "approach_date": approach.on.isoformat(),
        "answer_due": clock.due.isoformat() if clock and clock.due else None,
        "days_silent": clock.days if clock else 0,
        "state": (clock.state if clock else State.WAITING).value,
        "next_step": str(row.step.label) if row.step else "",
    }
