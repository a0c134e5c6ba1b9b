"""A file of signatures, opened by the reader that reads every sheet: which column is what, and each row as a line."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from m4c.campaigns.operations.paper_signature import Signed
from m4c.core.errors import Refused
from m4c.listening.deciding.paper_sheet import open_papers
from m4c.people.sheets.cells import Answer, parse_count, parse_date, parse_yes_no
from m4c.people.sheets.contacts import parse_emails, parse_phones
from m4c.people.sheets.header_words import merged
from m4c.people.sheets.reading import Row
from m4c.places.postcodes import normalise

MOST = 20_000
LONGEST = {"name": 120, "postcode": 8, "phone": 30}
AGREED = {"ok", "agree", "agreed", "may", "consent", "yes", "tick", "ticked", "cytuno", "caniatad", "iawn"}
SHEETS = {"sheet", "page", "taflen", "tudalen"}
LINES = {"line", "no", "number", "llinell", "rhif"}
DATES = {"date", "signed", "day", "dyddiad", "llofnodwyd"}


class SignatureSheetRefused(Refused):
    """The file has no names."""


@dataclass
class ReadLines:
    """What a file says: its lines with their row numbers, and the rows that are refused, each with the reason."""

    lines: list[Signed] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)


def read_signatures(path: Path) -> ReadLines:
    """The lines of a file, CSV or a workbook. Raises SheetRefused, SignatureSheetRefused."""
    sheet = open_papers(path)
    columns = columns_of(sheet.headers)
    if "name" not in columns and not {"given", "family"} & columns.keys():
        raise SignatureSheetRefused(_("No column of this file holds names: call it “Name”."), code="no_names")
    if len(sheet.rows) > MOST:
        raise SignatureSheetRefused(_("These are more rows than one file may hold."), code="many")
    read = ReadLines()
    for row in sheet.rows:
        read_one(row, columns, read)
    return read


def columns_of(headers: Sequence[str]) -> dict[str, int]:
    """Where each thing stands, by what headers say; the first column of a meaning counts."""
    found: dict[str, int] = {}
    for at, header in enumerate(headers):
        if (meaning := meaning_of(header)) and meaning not in found:
            found[meaning] = at
    return found


def meaning_of(header: str) -> str:
    """What a column holds; blank for what is of no interest."""
    said = set(merged(header))
    if said & AGREED and said & {"email"}:
        return "agreed_email"
    if said & AGREED and said & {"phone", "mobile", "ring", "call", "ffonio"}:
        return "agreed_phone"
    for words, meaning in (
        ({"email"}, "email"),
        ({"phone", "mobile"}, "phone"),
        ({"postcode"}, "postcode"),
        ({"givenname"}, "given"),
        ({"familyname"}, "family"),
        ({"name", "names", "fullname", "enw", "signatory"}, "name"),
        (SHEETS, "sheet"),
        (DATES, "signed_on"),
        (LINES, "line"),
    ):
        if said & words:
            return meaning
    return ""


def read_one(row: Row, columns: dict[str, int], read: ReadLines) -> None:
    """One row: a line, or refused with the reason. What cannot be read of how to reach them is left out, and told."""
    cells = {meaning: row.cells[at].strip() for meaning, at in columns.items()}
    name = cells.get("name", "") or " ".join(filter(None, (cells.get("given", ""), cells.get("family", ""))))
    if not name:
        read.refused.append((row.number, _("The row has no name.")))
        return
    sheet, line, wrong = numbers_of(cells)
    if wrong:
        read.refused.append((row.number, wrong))
        return
    emails, phones = parse_emails(cells.get("email", "")), parse_phones(cells.get("phone", ""))
    postcode = normalise(cells["postcode"]) if cells.get("postcode") else None
    on = parse_date(cells.get("signed_on", ""))
    problems = [emails.problem if cells.get("email") else "", phones.problem if cells.get("phone") else "", on.problem]
    if cells.get("postcode") and postcode is None:
        problems.append(_("“{postcode}” is not a postcode.").format(postcode=cells["postcode"]))
    read.remarks += [(row.number, problem) for problem in problems if problem]
    read.rows.append(row.number)
    read.lines.append(
        Signed(
            name=" ".join(name.split())[: LONGEST["name"]],
            postcode=str(postcode or ""),
            email=emails.value[0].address if emails.value else "",
            phone=phones.value[0] if phones.value else "",
            agreed_email=is_ticked(cells.get("agreed_email", "")),
            agreed_phone=is_ticked(cells.get("agreed_phone", "")),
            signed_on=on.value,
            sheet=sheet,
            line=line if sheet else None,
        )
    )


def numbers_of(cells: dict[str, str]) -> tuple[int | None, int | None, str]:
    """The numbers of sheet and line, where the file gives them; and why they cannot be read."""
    sheet, line = parse_count(cells.get("sheet", "")), parse_count(cells.get("line", ""))
    for parsed in (sheet, line):
        if parsed.problem or parsed.value > 1_000_000:
            return None, None, parsed.problem or _("That number is too large.")
    if line.value > 30_000:
        return None, None, _("That number is too large.")
    return sheet.value or None, line.value or None, ""


def is_ticked(cell: str) -> bool:
    """Whether a box was ticked: only a clear yes is one. A cross in a box of its own is how many people tick."""
    return cell.strip().casefold() == "x" or parse_yes_no(cell).value == Answer.YES
