"""What the operations on imports share: holding one while it changes, and how they refuse."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.turns import take_turn
from m4c.people.imports.traces import Trace
from m4c.people.models import ImportRow, Person, SheetImport

CHUNK = 500  # rows of one step
PEOPLE = "people"  # whoever makes or unites many of them takes turns


class ImportRefused(Refused):
    """The import is not at the point where this can be done, or something stands against it."""


@dataclass
class Progress:
    """What one step of an import touched: the import itself, and the people it wrote."""

    sheet_import: SheetImport
    people: Sequence[Person] = field(default_factory=list)

    @property
    def touched(self) -> list[models.Model]:
        """For the audit entry."""
        return [self.sheet_import, *self.people]


def traces_of(rows: "models.QuerySet[ImportRow]") -> list[Trace]:
    """All that these rows wrote."""
    return [trace for written in rows.values_list("written", flat=True) for trace in written]


def lock(sheet_import: SheetImport, *phases: SheetImport.Phase) -> SheetImport:
    """The import, read anew and held until the end of the transaction, and with it all writing of imports: two may not
    make the same person at once. Raises ImportRefused when it is in none of these phases.
    """
    take_turn(PEOPLE)
    held = SheetImport.objects.select_for_update(of=("self",)).select_related("group", "by").get(pk=sheet_import.pk)
    if held.phase not in phases:
        raise ImportRefused(_("This sheet is {phase}.").format(phase=held.phase.label), code="wrong_phase")
    return held
