"""Conditional truces: a step is held while the target does what they offered; kept it ends, lapsed the step is back."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import LadderStep, Truce
from m4c.campaigns.operations.ladder import must_stand
from m4c.campaigns.operations.stand_down import stand_down
from m4c.campaigns.permissions import CALL_OUT
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account

Outcome = Truce.Outcome


class TruceRefused(Refused):
    """The truce says too little, holds already, or is settled."""


@dataclass(frozen=True)
class Offer:
    """What they offered and when, on which condition we stop, and until when we wait."""

    offered: str
    condition: str
    offered_at: datetime
    until: datetime


@operation(CALL_OUT, on="step")
def agree_truce(*, step: LadderStep, offer: Offer, by: Account, words: str = "") -> Truce:
    """Hold a step against a condition and a day and hour; with `words` everybody called out is told so in the same
    breath. Raises TruceRefused, StepRefused.
    """
    one_at_a_time = LadderStep.objects.select_for_update(of=("self",))
    step.refresh_from_db(fields=["done_on", "cancelled_at"], from_queryset=one_at_a_time)
    must_stand(step)
    if not offer.offered.strip():
        raise TruceRefused(_("Say what they offered."), field="offered", code="no_offer")
    if not offer.condition.strip():
        raise TruceRefused(_("Say on which condition you stop."), field="condition", code="no_condition")
    if offer.until <= offer.offered_at:
        raise TruceRefused(_("A truce ends after it begins."), field="until", code="until")
    if Truce.objects.holding().filter(step=step).exists():
        raise TruceRefused(_("A truce holds this step already."), code="held")
    truce = Truce.objects.create(
        campaign=step.campaign,
        step=step,
        offered=offer.offered.strip(),
        condition=offer.condition.strip(),
        offered_at=offer.offered_at,
        until=offer.until,
        agreed_by=by,
    )
    if words.strip():
        stand_down(step=step, words=words, truce=truce, at=offer.offered_at, by=by)
    return truce


@operation(CALL_OUT, on="truce")
def keep_truce(*, truce: Truce, at: datetime, by: Account, words: str = "") -> Truce:
    """Say that they kept what they offered: the truce ends, and the step is not needed. Raises TruceRefused."""
    return settle(truce, Outcome.KEPT, at, words)


@operation(CALL_OUT, on="truce")
def lapse_truce(*, truce: Truce, at: datetime, by: Account, words: str = "") -> Truce:
    """Confirm that a truce lapsed: the step is offered again. Before its time is over somebody says what they broke.

    Raises TruceRefused.
    """
    if truce.settled_at is None and at < truce.until and not words.strip():
        raise TruceRefused(_("Its time is not over yet. Say what they broke."), field="settled_words", code="not_over")
    return settle(truce, Outcome.LAPSED, at, words)


def settle(truce: Truce, outcome: str, at: datetime, words: str) -> Truce:
    """Write what came of a truce, once; the same again changes nothing. Raises TruceRefused."""
    truce.refresh_from_db(fields=["settled_at", "outcome"], from_queryset=Truce.objects.select_for_update(of=("self",)))
    if truce.settled_at is not None and truce.outcome != outcome:
        raise TruceRefused(_("What came of this truce is written down already."), code="settled")
    if truce.settled_at is None:
        change(truce, outcome=outcome, settled_at=at, settled_words=words.strip())
    return truce
