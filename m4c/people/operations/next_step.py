"""Agree a next step with somebody that came of no 1-2-1, and settle it: it happened, or it was dropped."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Group, NextStep, Person
from m4c.people.operations.must_see import must_see
from m4c.people.permissions import TAKE_NEXT_STEPS


class NextStepRefused(Refused):
    """The step would say nothing, or is settled already."""


@operation(TAKE_NEXT_STEPS, on="group")
def agree_step(
    *, group: Group, person: Person, owner: Person, words: str, by: Account, due_on: date | None = None
) -> NextStep:
    """Agree what happens next with a person, whose it is, and by which day if any. Raises NextStepRefused, Unseen."""
    must_see([person, owner], by)
    if not words.strip():
        raise NextStepRefused(_("Say what is to happen."), field="words", code="blank")
    return NextStep.objects.create(
        group=group, person=person, owner=owner, words=words.strip(), due_on=due_on, recorded_by=by
    )


@operation(TAKE_NEXT_STEPS, on="step")
def settle_step(*, step: NextStep, outcome: str, on: date, by: Account) -> NextStep:
    """Say on which day a step happened, or was dropped. Raises NextStepRefused."""
    if step.settled_on:
        raise NextStepRefused(_("This is settled already."), code="settled")
    change(step, settled_on=on, outcome=NextStep.Outcome(outcome))
    return step
