"""What a commitment's page says of it, today or as at a day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Amendment, Commitment, Condition, ConditionState, DueDate, Milestone, Standing
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.commitments.record.timeline import timeline_of
from m4c.commitments.record.words import amount, detail, how_far, measured
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
    timeline = timeline_of(commitment, on)
    as_it_was(commitment, on)
    milestones = Milestone.objects.filter(commitment=commitment)
    return {
        "commitment": commitment,
        "status": status,
        "status_detail": detail(commitment, status, done, on),
        "far": how_far(commitment, done),
        "done": done,
        "measured": measured(commitment),
        "milestones": [(each, amount(commitment, each.level)) for each in milestones],
        "conditions": conditions_of(commitment, on),
        "timeline": timeline,
        "campaign": seen(Campaign, account, commitment.campaign_id),
        "event": seen(Event, account, commitment.event_id),
        "area": Area.objects.visible_to(account).named().filter(pk=commitment.area_id or 0).first(),
        "keeper": names_of(account, [commitment.keeper_id]).get(commitment.keeper_id, ""),
        "successors": successors_of(commitment, account),
        "may_see_board": account.may_somewhere(SEE_COMMITMENTS),  # a keeper without a role reads this page alone
    }


def as_it_was(commitment: Commitment, on: date) -> None:
    """Give it, unsaved, the words, the number and the day that it had then."""
    later = Amendment.objects.filter(commitment=commitment, on__gt=on).exclude(agreed_with="")
    if amended := later.order_by("on", "pk").first():
        commitment.words, commitment.target = amended.words_before, amended.target_before
    if due := DueDate.objects.filter(commitment=commitment, known_on__lte=on).last():
        commitment.due_on, commitment.due_words = due.due_on, due.words


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
