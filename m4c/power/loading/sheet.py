"""Tables with columns: our own, Democracy Club's candidates and Open Council Data, each row in one shape."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from m4c.people.sheets.reading import Sheet
from m4c.power.loading.cells import NO_PARTY, day_of, is_vacant, is_yes, lenient_day, shown_name
from m4c.power.loading.election_ids import role_and_body, words_of
from m4c.power.loading.header_words import columns_of
from m4c.power.loading.role_words import COMMONS, COUNCILLOR, KNOWN, MP, role_of
from m4c.power.loading.rows import HolderRow, RefusedRow, Row, Table, TableRefused
from m4c.power.models import PowerLoad

Cells = Mapping[str, str]
CSV, DEMOCRACYCLUB, OPENCOUNCIL = PowerLoad.Source.CSV, PowerLoad.Source.DEMOCRACYCLUB, PowerLoad.Source.OPENCOUNCIL
SCHEMES = {"members_id": "members", "twfy_id": "popolo", "person_id": "democracyclub", "councillor_id": "opencouncil"}


def table_of(sheet: Sheet, source: str) -> Table:
    """The table that a sheet is; raises TableRefused where it is none, or not of the source that was named."""
    columns = columns_of(sheet.headers)
    source = source or source_of(columns)
    read = {CSV: own_row, DEMOCRACYCLUB: candidate_row, OPENCOUNCIL: councillor_row}[PowerLoad.Source(source)]
    if missing := missing_in(columns, source):
        raise TableRefused(
            _("This is no table of office-holders: it has no column for {missing}.").format(missing=missing)
        )
    return Table(source, lambda: rows_of(sheet, columns, read), is_whole=source == OPENCOUNCIL)


def source_of(columns: Mapping[str, int]) -> str:
    """Which of the three a table is, by its columns."""
    has = columns.keys()
    if has & {"election_id", "ballot_id"} and has & {"elected", "person_id"}:
        return DEMOCRACYCLUB
    named_by_council = "ward_name" in has and has & {"organisation", "council_id"} and "role" not in has
    if named_by_council and has & {"next_election", "party_code", "council_id"}:
        return OPENCOUNCIL
    bare = not has & {"external_id", "start_date", "end_date", "source_url", "source_date"}
    return OPENCOUNCIL if named_by_council and bare else CSV


def missing_in(columns: Mapping[str, int], source: str) -> str:
    """The first column that the source must have and the table has not; empty where it has them all."""
    has = set(columns)
    if "name" not in has and not {"given", "family"} <= has:
        return _("the name")
    if source == DEMOCRACYCLUB:
        return "" if "elected" in has else _("who was elected")
    if source == OPENCOUNCIL:
        return "" if has & {"organisation", "council_id", "council_code"} else _("the council")
    of_wards = "ward_name" in has and has & {"organisation", "council_code"}
    if has & {"constituency", "constituency_code"} or of_wards:
        return ""
    if "role" not in has:
        return _("the role")
    return "" if "organisation" in has else _("the organisation")


def rows_of(sheet: Sheet, columns: Mapping[str, int], read: Callable[[int, Cells], Row | None]) -> Iterator[Row]:
    """Each row that says something, in one shape."""
    for row in sheet.rows():
        cells = {name: row.cells[place].strip() for name, place in columns.items()}
        try:
            found = read(row.number, cells)
        except ValueError as error:
            yield RefusedRow(row.number, str(error))
            continue
        if found is not None:
            yield found


def own_row(number: int, cells: Cells) -> Row | None:
    """A row of our own table, or of one like it."""
    seat = "constituency" if is_there(cells, "constituency", "constituency_code") else ""
    seat = seat or ("ward" if is_there(cells, "ward_name", "ward_code") else "")
    implied = {"constituency": MP, "ward": COUNCILLOR}.get(seat, "")
    role = cells.get("role") or implied
    body = cells.get("organisation") or KNOWN[role_of(role).name].body if role_of(role).name in KNOWN else ""
    body = cells.get("organisation") or body or (COMMONS if implied == MP and not cells.get("role") else "")
    for told, what in ((name_in(cells), _("name")), (role, _("role")), (body, _("organisation"))):
        if not told:
            raise ValueError(_("There is no {what} in this row.").format(what=what))
    return HolderRow(
        number,
        role=role,
        organisation=body,
        area_type=cells.get("area_type", "") or ("" if cells.get("area_code") else seat),
        area_code=cells.get("area_code", "") or cells.get("constituency_code", "") or cells.get("ward_code", ""),
        area_name=cells.get("area_name", "") or cells.get("constituency", "") or cells.get("ward_name", ""),
        started_on=started(cells, "start_date"),
        ended_on=day_of(cells.get("end_date", "")),
        ids=ids_in(cells, "csv"),
        seats=number_in(cells, "seats"),
        **common(cells),
    )


def candidate_row(number: int, cells: Cells) -> Row | None:
    """Somebody who was elected, as Democracy Club has it; nothing for the others who stood."""
    if not is_yes(cells.get("elected", "")):
        return None
    told = words_of(cells.get("ballot_id", ""), cells.get("election_id", ""))
    role, body = role_and_body(told)
    body = cells.get("organisation") or body
    day = day_of(cells.get("election_date", "")) or told.day
    if not role or not body or not day:
        raise ValueError(_("This row does not say which election it was, or when."))
    return HolderRow(
        number,
        role=role,
        organisation=body,
        area_code=cells.get("area_code", "").removeprefix("gss:"),
        area_name=cells.get("area_name", "") or cells.get("ward_name", "") or cells.get("constituency", ""),
        started_on=day,
        ids=ids_in(cells, ""),
        seats=0 if told.is_by_election else number_in(cells, "seats_contested"),
        is_elected_then=True,
        is_by_election=told.is_by_election,
        **common(cells),
    )


def councillor_row(number: int, cells: Cells) -> Row | None:
    """A councillor of Open Council Data."""
    if is_vacant(name_in(cells)):
        return None
    body = cells.get("organisation", "")
    code = cells.get("council_code", "") or cells.get("area_code", "")
    if not body and not cells.get("council_id") and not code:
        raise ValueError(_("There is no {what} in this row.").format(what=_("council")))
    return HolderRow(
        number,
        role=COUNCILLOR,
        organisation=body,
        area_type="ward",
        area_code=cells.get("ward_code", ""),
        area_name=cells.get("ward_name", "") or cells.get("area_name", ""),
        council_code=code or (f"ocd:{cells['council_id']}" if cells.get("council_id") else ""),
        started_on=None,
        ids=ids_in(cells, ""),
        **common(cells),
    )


def common(cells: Cells) -> dict[str, Any]:
    """What every table may have of anybody. Raises ValueError where nobody is named."""
    name = name_in(cells)
    if not name:
        raise ValueError(_("There is no {what} in this row.").format(what=_("name")))
    party = cells.get("party", "")
    kept = {
        "name": shown_name(name),
        "party": "" if party.casefold() in NO_PARTY else party[:80],
        "source_on": lenient_day(cells.get("source_date", "")),
    }
    return kept | {each: cells.get(each, "") for each in ("email", "phone", "address", "source_url")}


def name_in(cells: Cells) -> str:
    """The name, in one piece or in two."""
    return cells.get("name") or f"{cells.get('given', '')} {cells.get('family', '')}".strip()


def started(cells: Cells, column: str) -> date | None:
    """The day it began."""
    return day_of(cells.get(column, "")) or day_of(cells.get("election_date", ""))


def ids_in(cells: Cells, scheme: str) -> tuple[tuple[str, str], ...]:
    """The numbers by which tables know somebody."""
    found = [(SCHEMES[name], cells[name][:120]) for name in SCHEMES if cells.get(name)]
    if scheme and cells.get("external_id"):
        found.append((scheme, cells["external_id"][:120]))
    return tuple(found)


def number_in(cells: Cells, column: str) -> int:
    """A small number, or 0."""
    text = cells.get(column, "")
    return int(text) if text.isdecimal() and len(text) < 4 else 0


def is_there(cells: Cells, *names: str) -> bool:
    """Whether any of these says something."""
    return any(islice((cells[name] for name in names if cells.get(name)), 1))
