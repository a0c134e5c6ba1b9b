"""The rules of the strategy chart, checked and said kindly: nothing is refused, and what is missing is named."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import ChartEntry

Part = ChartEntry.Part
NAMES = (Part.PRIMARY, Part.SECONDARY)


@dataclass(frozen=True)
class Hint:
    """One thing that is missing: in a sentence, and in which column it is mended."""

    words: "str | Promise"
    column: str


class ChartLine(NamedTuple):
    """What the rules read of a line, for pages that read no more of it."""

    part: str
    words: str
    constituency: str
    due_on: date | None


def hints_of_line(line: ChartEntry | ChartLine, bodies: Collection[str]) -> list["str | Promise"]:
    """What a line still wants. `bodies` are the names of institutions, folded."""
    found: list[str | Promise] = []
    if line.part == Part.TACTIC:
        if not line.constituency:
            found.append(_("Who of ours does it?"))
        if not line.due_on:
            found.append(_("By when?"))
    if line.part in NAMES and line.words.rstrip(".").casefold() in bodies:
        found.append(_("That is a body. Who in it decides?"))
    return found


def hints_of_chart(target_name: str, lines: Sequence[ChartEntry | ChartLine], bodies: Collection[str]) -> list[Hint]:
    """What the chart as a whole still wants."""
    parts = {line.part for line in lines}
    missing = (
        (Part.MIDDLE, "goals", _("Say what counts as victory: what exactly is granted when you have won?")),
        (Part.STRENGTHENS, "organisation", _("Say how the campaign makes the group stronger, in numbers.")),
        (Part.CONSTITUENTS, "people", _("Say whose problem it is: only they can become members.")),
        (Part.PRIMARY, "targets", _("Name who can say yes, and the power you have over them.")),
        (Part.TACTIC, "tactics", _("Plan a first step: who does what, and when?")),
    )
    found = [Hint(words, column) for part, column, words in missing if part not in parts]
    if target_name.casefold() in bodies:
        found.insert(0, Hint(_("The target is a body. Choose the person in it who can say yes."), "targets"))
    return found
