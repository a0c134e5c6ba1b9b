"""How much of a sheet is taken, and the refusal of what is not a sheet or too much of one."""

from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from m4c.core.errors import Refused


class SheetRefused(Refused):
    """A file that cannot be read as a sheet, told in one sentence. `code` says which way."""

    code = "sheet_refused"


@dataclass(frozen=True)
class Limits:
    """What one file may hold. A page sets its own; the defaults suit the command line."""

    size: int = 50_000_000
    """Bytes of the file as given."""
    rows: int = 1_000_000
    """Rows that are not blank, the header not counted."""
    columns: int = 500
    cell: int = 5_000
    """Characters in one cell."""
    unpacked: int = 200_000_000
    """Bytes of everything inside an XLSX or ODS file, once unpacked."""
    parts: int = 1_000
    """Files inside an XLSX or ODS file."""
    ratio: int = 300
    """How many times its packed size one part may have; smaller parts than `trifling` are not asked."""
    trifling: int = 1_000_000


def too_big(size: int, limits: Limits) -> SheetRefused:
    """The refusal of a file of `size` bytes."""
    sentence = _("This file is %(size)s; the most that is taken here is %(limit)s.")
    return SheetRefused(sentence % {"size": filesizeformat(size), "limit": filesizeformat(limits.size)}, code="too_big")


def too_many_rows(limits: Limits) -> SheetRefused:
    """The refusal of a sheet that has more rows than are taken."""
    sentence = _("This sheet has more than %(limit)s rows, the most that are taken in one go: split it in two.")
    return SheetRefused(sentence % {"limit": f"{limits.rows:,}"}, code="too_many_rows")


def too_many_columns(row: int, limits: Limits) -> SheetRefused:
    """The refusal of a sheet whose row has more cells than are taken."""
    sentence = _("Row %(row)s of this sheet goes beyond column %(limit)s, the last that is read.")
    return SheetRefused(sentence % {"row": row, "limit": limits.columns}, code="too_many_columns")


def cell_too_long(row: int, limits: Limits) -> SheetRefused:
    """The refusal of a sheet with a cell that is longer than anybody writes."""
    sentence = _("Row %(row)s has a cell of more than %(limit)s characters: is a quotation mark left open there?")
    return SheetRefused(sentence % {"row": row, "limit": f"{limits.cell:,}"}, code="cell_too_long")


def swollen() -> SheetRefused:
    """The refusal of an archive that unpacks to more than a sheet of its size would."""
    return SheetRefused(
        _("This file unpacks to far more than a spreadsheet of its size should, so it was not opened."),
        code="swollen",
    )


def damaged() -> SheetRefused:
    """The refusal of a file that has the outside of a spreadsheet and not the inside."""
    return SheetRefused(
        _("This spreadsheet file is damaged and cannot be read: open it, save it again and give the new file."),
        code="damaged",
    )
