"""Short ways to a commitment, for tests that are about something else."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from m4c.commitments.models import Commitment, Condition, Standing
from m4c.commitments.operations.commitment import NewCommitment, make_commitment
from m4c.commitments.operations.terms import add_condition
from m4c.people.models import Group
from m4c.power.models import Powerholder
from tests.cast import Cast
from tests.factories import NOW, TODAY
from tests.power.recording import councillor_of

WORDS = "I will meet the renters at least three times before the election."
MADE = TODAY - timedelta(days=60)
THREE_MEETINGS: dict[str, Any] = {
    "made_on": MADE,
    "words": WORDS,
    "measure": "count",
    "target": Decimal(3),
    "unit": "meetings",
    "counts_as_kept": "A meeting of an hour at which renters speak",
    "due_on": TODAY + timedelta(days=60),
    "made_to": "The renters of Cardiff",
    "occasion": "The renters' assembly",
    "source": "Recording of the assembly",
}


def a_speaker(cast: Cast, name: str = "Shadow minister for housing") -> Powerholder:
    """Somebody who promises: the one of that name where there is one."""
    return Powerholder.objects.filter(name=name).first() or councillor_of(
        cast, name, office=f"Office of the {name.lower()}"
    )


def new_commitment(cast: Cast, **more: Any) -> NewCommitment:
    """What is written down of one: three meetings, due in sixty days."""
    speaker = more.pop("powerholder", None) or a_speaker(cast)
    return NewCommitment(powerholder=speaker, **(THREE_MEETINGS | more))


def a_commitment(cast: Cast, group: Group | None = None, **more: Any) -> Commitment:
    """A commitment to Cardiff, unless another group is named."""
    new = new_commitment(cast, **more)
    return make_commitment(group=group or cast.cardiff, new=new, at=NOW, by=cast.operator)


def a_condition(cast: Cast, commitment: Commitment, words: str = "If elected", **more: Any) -> Condition:
    """What a commitment hangs on, open."""
    return add_condition(commitment=commitment, words=words, at=NOW, by=cast.operator, **more)


def stands(commitment: Commitment, on: date = TODAY) -> str:
    """The status that is written down for a day."""
    return str(Standing.objects.on(on).get(commitment=commitment).status)
