"""What a commitment must say so that it can be told whether it was kept."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Clause
from m4c.commitments.models import Answer, Ask, Every, Measure
from m4c.core.errors import Refused
from m4c.listening.models import Theme
from m4c.people.models import Account
from m4c.power.models import Powerholder

if TYPE_CHECKING:
    from m4c.commitments.operations.commitment import NewCommitment

LONGEST = 100  # years: what is done each week until then is asked for five thousand times
BY_NUMBER = (Measure.COUNT, Measure.AMOUNT, Measure.PERCENTAGE, Measure.RECURRING)
BY_LEVEL = (Measure.COUNT, Measure.AMOUNT, Measure.PERCENTAGE)
COUNTED = (Measure.COUNT, Measure.RECURRING)
FULL = Decimal(100)
SEEN = {"powerholder": Powerholder, "theme": Theme, "ask": Ask, "answer": Answer, "clause": Clause}


class CommitmentRefused(Refused):
    """The commitment says too little, or its days do not follow each other."""


def check(said: dict[str, Any], today: date) -> None:
    """Raise CommitmentRefused where what is written down would not hold."""
    if not said["words"]:
        raise CommitmentRefused(_("Write down what they promised, in their words."), field="words", code="no_words")
    if said["made_on"] > today:
        raise CommitmentRefused(_("That day is still to come."), field="made_on", code="to_come")
    ask = said["ask"]
    if ask and ask.powerholder_id != said["powerholder"].pk:
        raise CommitmentRefused(_("Somebody else was asked that."), field="powerholder", code="other_powerholder")
    if said["answer"] and said["answer"].ask_id != ask.pk:
        raise CommitmentRefused(_("That is no answer to this question."), field="answer", code="other_answer")
    check_measure(said)
    check_days(said)


def check_measure(said: dict[str, Any]) -> None:
    """Raise CommitmentRefused for a number without how much, or a period without which."""
    if said["measure"] not in Measure.values:
        raise CommitmentRefused(_("Say how it is told whether it is kept."), field="measure", code="no_measure")
    if said["measure"] in BY_NUMBER and not (said["target"] and said["target"] > 0):
        raise CommitmentRefused(_("Say how much, or how often."), field="target", code="no_target")
    check_number(said["measure"], said["target"])
    if said["measure"] == Measure.RECURRING and said["every"] not in Every.values:
        raise CommitmentRefused(_("Say in which period: each month, each year."), field="every", code="no_period")


def check_number(measure: str, target: Decimal | None) -> None:
    """Raise CommitmentRefused for a number that can never be reached: half a meeting, more than the whole."""
    if target is None:
        return
    if measure in COUNTED and target != target.to_integral_value():
        raise CommitmentRefused(_("Times are counted whole: say how many."), field="target", code="no_count")
    if measure == Measure.PERCENTAGE and target > FULL:
        raise CommitmentRefused(_("A share goes from 0 to 100 per cent."), field="target", code="over_hundred")


def check_days(said: dict[str, Any]) -> None:
    """Raise CommitmentRefused for one that is due, or ends, before it was made."""
    for field in ("due_on", "expires_on"):
        if said[field] and said[field].year > said["made_on"].year + LONGEST:
            raise CommitmentRefused(_("That is more than a hundred years ahead."), field=field, code="too_far")
    if said["due_on"] and said["due_on"] < said["made_on"]:
        raise CommitmentRefused(_("It was due before it was made."), field="due_on", code="due_before")
    if said["expires_on"] and said["expires_on"] < said["made_on"]:
        raise CommitmentRefused(_("It ended before it was made."), field="expires_on", code="ends_before")


def check_milestones(new: "NewCommitment") -> None:
    """Raise CommitmentRefused for milestones that its measure does not have, or two of a day."""
    for each in new.milestones:
        check_milestone(new.measure, new.made_on, each.on, each.level)
    if len({each.on for each in new.milestones}) < len(new.milestones):
        raise CommitmentRefused(_("There is a milestone on that day."), field="milestones", code="twice")


def check_milestone(measure: str, made_on: date, on: date, level: Decimal) -> None:
    """Raise CommitmentRefused for a milestone that says nothing."""
    if measure not in BY_LEVEL:
        raise CommitmentRefused(_("Only what is counted or measured has milestones."), field="on", code="no_level")
    if on < made_on:
        raise CommitmentRefused(_("That was before it was made."), field="on", code="before")
    if level <= 0:
        raise CommitmentRefused(_("Say how far it is to be by then."), field="level", code="no_number")


def must_name_what_is_seen(said: dict[str, Any], by: Account) -> None:
    """Raise CommitmentRefused for what is named and the account does not see; whether it is there is not told."""
    for field, model in SEEN.items():
        row: Any = said.get(field)
        rows: Any = model.objects  # type: ignore[attr-defined]
        if row is not None and not rows.visible_to(by).filter(pk=row.pk).exists():
            raise CommitmentRefused(_("There is none such among those you see."), field=field, code="unseen")
