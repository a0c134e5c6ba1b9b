"""What a commitment's page says of it, today or as at a day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Commitment, Condition, ConditionState, Milestone, Standing
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.commitments.record.as_it_was import as_they_were
from m4c.commitments.record.moments import moments
from m4c.commitments.record.on_record import OnRecord
from m4c.commitments.record.words import amount, detail, how_far, measured
from m4c.commitments.watching.ending import warning
from m4c.events.models import Event
from m4c.people.models import Account
from m4c.people.naming import names_of
from m4c.places.models import Area
from m4c.power.models import Tenure


@dataclass(frozen=True)
class ConditionTold:
    """What it hangs on, where that stands, and since when."""

    condition: Condition
    state: ConditionState | None

    @property
    def badge(self) -> str:
        """Its mark."""
        return {"met": "kept", "failed": "broken"}.get(self.state.state if self.state else "", "wait")

    @property
    def words(self) -> str:
        """Its word."""
        return str(self.state.get_state_display() if self.state else ConditionState.State.OPEN.label)


def told_of(commitment: Commitment, account: Account, on: date) -> dict[str, Any]:
    """All of it as it stood that day."""
    standing = Standing.objects.on(on).filter(commitment=commitment).first()
    status, done = (standing.status, standing.done) if standing else ("made", Decimal(0))
    history = moments(OnRecord(commitment, on))[::-1]  # before the commitment is told as it was
    as_they_were([commitment], on)
    milestones = Milestone.objects.filter(commitment=commitment, known_on__lte=on)
    return {
        "commitment": commitment,
        "status": status,
        "status_detail": detail(commitment, status, done, on),
        "ends": warning(commitment, status, on),
        "far": how_far(commitment, done),
        "done": done,
        "measured": measured(commitment),
        "milestones": [(each, amount(commitment, each.level)) for each in milestones],
        "conditions": conditions_of(commitment, on),
        "moments": history,
        "campaign": seen(Campaign, account, commitment.campaign_id),
        "event": seen(Event, account, commitment.event_id),
        "area": Area.objects.visible_to(account).named().filter(pk=commitment.area_id or 0).first(),
        "keeper": names_of(account, [commitment.keeper_id]).get(commitment.keeper_id, ""),
        "successors": successors_of(commitment, account),
        "may_see_board": account.may_somewhere(SEE_COMMITMENTS),  # a keeper without a role reads this page alone
    }


def seen(model: Any, account: Account, pk: int | None) -> Any:
    """A record beside it, where the account sees it."""
    return model.objects.visible_to(account).filter(pk=pk).first() if pk else None


def conditions_of(commitment: Commitment, on: date) -> list[ConditionTold]:
    """What it hangs on, each as it stood last by that day."""
    states = ConditionState.objects.filter(commitment=commitment, struck_at=None, on__lte=on).order_by("on", "pk")
    latest = {state.condition_id: state for state in states}
    conditions = Condition.objects.filter(commitment=commitment)
    return [ConditionTold(condition, latest.get(condition.pk)) for condition in conditions]


def successors_of(commitment: Commitment, account: Account) -> list[Tenure]:
    """Who holds the office today, where whoever promised no longer does: it stays with them, and these are shown."""
    if commitment.office_id is None:
        return []
    now = Tenure.objects.visible_to(account).on(timezone.localdate()).filter(office=commitment.office_id)
    holders = list(now.select_related("powerholder", "office"))
    if any(tenure.powerholder_id == commitment.powerholder_id for tenure in holders):
        return []
    return holders
