"""Reading a given file as a person says that it should be read, to show them what comes of it."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass

from m4c.people.imports.files import columns_of, guess_layout, open_given, page_limits
from m4c.people.imports.kinds import IMPORT_KINDS
from m4c.people.models import SheetImport
from m4c.people.sheets.limits import SheetRefused
from m4c.people.sheets.reading import Sheet

READ_BY = ("encoding", "delimiter", "tab", "source")


@dataclass(frozen=True)
class Reading:
    """A file as it reads: a copy of its import with the layout to show, and why another way to read it failed."""

    shown: SheetImport
    sheet: Sheet
    refusal: str = ""

    @property
    def remarks(self) -> list[str]:
        """What should be told about columns: those not used as their header says, and those not brought in."""
        kind = IMPORT_KINDS[self.shown.kind]
        rows = [row.cells for row in self.sheet.sample()]
        guess = kind.guess_columns(self.sheet.headers, rows, self.shown.layout.get("source", ""))
        told = kind.left_out(self.sheet.headers, columns_of(self.shown))
        return [*(str(remark.sentence) for remark in guess.remarks), *told]

    @property
    def way(self) -> str:
        """By which encoding, separator and tab, in one text to compare."""
        return "|".join(str(self.shown.layout.get(name, "")) for name in READ_BY)


def read_as(sheet_import: SheetImport, chosen: Mapping[str, str]) -> Reading:
    """The file read by what was chosen, with columns guessed anew; as it was read before where that fails."""
    if all(sheet_import.layout.get(name, "") == value for name, value in chosen.items()):
        return Reading(sheet_import, open_given(sheet_import, page_limits()))
    shown = copy(sheet_import)
    shown.layout = {**sheet_import.layout, **chosen}
    try:
        sheet = open_given(shown, page_limits())
    except SheetRefused as refused:
        return Reading(sheet_import, open_given(sheet_import, page_limits()), str(refused))
    shown.layout = guess_layout(sheet, shown.kind, chosen.get("source", ""))
    return Reading(shown, sheet)
