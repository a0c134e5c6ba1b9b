"""What a row says of the conditions of a commitment: several are parted by a bar, as are their states and days."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from m4c.commitments.models import Condition, ConditionState
from m4c.commitments.sheets import columns
from m4c.commitments.sheets.cells import RowRefused, day_of, too_long
from m4c.people.names import words
from m4c.people.sheets.cells import quoted

STATES = [
    (ConditionState.State.FAILED, r"fail|lost|not met|unmet|refus|reject|void|didn|did not|not elected|no$|methu"),
    (ConditionState.State.OPEN, r"open|pending|wait|await|not yet|undecided|unknown|outstanding|tbc|agored"),
    (ConditionState.State.MET, r"met|yes|pass|fulfil|satisf|true|approved|elected|granted|happened|done|cyflawn"),
]
SEVERAL = re.compile(r"\s+\|\s+")


@dataclass(frozen=True)
class SaidCondition:
    """What a commitment hangs on, as a row says it; without a day, a state counts from the day of the import."""

    words: str
    kind: str = Condition.Kind.CONDITION
    state: str = ConditionState.State.OPEN
    on: date | None = None


def conditions_of(told: dict[str, str], made_on: date, today: date, remarks: list[str]) -> tuple[SaidCondition, ...]:
    """What it hangs on; several are parted by a bar, as are their states and days. Raises RowRefused, CellRefused."""
    names = [each for each in SEVERAL.split(told[columns.CONDITION]) if each.strip(" .-|")]
    if not names:
        if told[columns.STATE]:
            remarks.append(_("A condition's state stands there, and no condition."))
        return ()
    cells = [told[each] for each in (columns.KIND, columns.STATE, columns.STATE_ON)]
    kinds, states, days = (spread(cell, len(names)) for cell in cells)
    found = []
    for name, kind, state, day in zip(names, kinds, states, days, strict=True):
        if len(name) > 200:
            raise RowRefused(too_long(name, 200))
        found.append(condition_of(name, kind, state_of(state), day_of(day), made_on, today, remarks))
    return tuple(found)


def condition_of(
    name: str, kind: str, state: str, on: date | None, made_on: date, today: date, remarks: list[str]
) -> SaidCondition:
    """One condition. Raises RowRefused for a day that cannot be."""
    if on and state != ConditionState.State.OPEN:
        if on > today:
            raise RowRefused(_("{day} is still to come.").format(day=f"{on:%Y-%m-%d}"))
        if on < made_on:
            raise RowRefused(_("Its condition was decided before it was made."))
    if on is None and state != ConditionState.State.OPEN:
        remarks.append(_("It does not say since when its condition stands so."))
    waits = re.search(r"depend|wait|body|decision of", kind.lower())
    return SaidCondition(name, Condition.Kind.DEPENDENCY if waits else Condition.Kind.CONDITION, state, on)


def spread(cell: str, number: int) -> list[str]:
    """A cell for each of so many: those it parts by bars, or the one for all."""
    told = [each.strip() for each in cell.split("|")]
    return told * number if len(told) == 1 else (told + [""] * number)[:number]


def state_of(text: str) -> str:
    """Where a condition stands; open where nothing is said. Raises RowRefused where that is not clear."""
    said = " ".join(words(text))
    if not said:
        return ConditionState.State.OPEN
    found = next((state for state, pattern in STATES if said == state.value or re.search(pattern, said)), None)
    if found is None:
        raise RowRefused(_("Where its condition stands is not clear: {text}.").format(text=quoted(text)))
    return found
