"""Reading a full postcode directory: ONS Postcode Directory or National Statistics Postcode Lookup, CSV or ZIP."""

import contextlib
import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from m4c.core.errors import Refused
from m4c.places.models import Kind
from m4c.places.postcodes import normalise

# A column's name carries the year of its codes (`lad25cd`), and did not until 2024 (`oslaua`, `laua`).
AREA_COLUMNS = {
    Kind.NATION: re.compile(r"ctry(\d\d)cd|ctry"),
    Kind.COUNCIL: re.compile(r"lad(\d\d)cd|oslaua|laua"),
    Kind.WARD: re.compile(r"wd(\d\d)cd|osward|ward"),
    Kind.CONSTITUENCY: re.compile(r"pcon(\d\d)cd|pcon"),
    Kind.POLICE: re.compile(r"pfa(\d\d)cd|pfa"),
}
NO_AREA = "99999999"  # how codes end that stand for "none": outside the United Kingdom
NO_LATITUDE = 99


class NotADirectory(Refused):
    """The file cannot be read as a postcode directory."""

    code = "not_a_directory"


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One postcode as a directory has it; `areas` maps kinds to code and vintage, such as ("E09000022", "2025")."""

    postcode: str
    latitude: float | None
    longitude: float | None
    areas: dict[Kind, tuple[str, str]]
    ended: date | None


@contextlib.contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """The file as text; of a ZIP, the largest CSV in it. Raises NotADirectory where there is none."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
                yield file
            return
        with zipfile.ZipFile(path) as archive:
            tables = [member for member in archive.infolist() if member.filename.lower().endswith(".csv")]
            if not tables:
                raise NotADirectory(_("There is no CSV file in this ZIP file."))
            with archive.open(max(tables, key=lambda member: member.file_size)) as member:
                yield io.TextIOWrapper(member, encoding="utf-8-sig", errors="replace", newline="")
    except (OSError, zipfile.BadZipFile) as error:
        raise NotADirectory(_("The file {path} cannot be read.").format(path=path)) from error


def unit_rows(file: TextIO) -> Iterator[UnitRow | None]:
    """The rows of a directory, in order and one at a time; None for a row whose postcode has no valid shape.

    Raises NotADirectory when the header lacks the postcode, the council or the constituency.
    """
    try:
        reader = csv.reader(file)
        header = [name.strip().lower() for name in next(reader, [])]
        columns = area_columns(header)
        places: dict[str, int] = {
            name: header.index(name) for name in ("pcds", "doterm", "lat", "long") if name in header
        }
        if "pcds" not in places or not {Kind.COUNCIL, Kind.CONSTITUENCY} <= columns.keys():
            raise NotADirectory(
                _("This is not a postcode directory: it has no columns for postcode (pcds), council and constituency.")
            )
        for cells in reader:
            yield unit_row(cells, places, columns)
    except csv.Error as error:
        raise NotADirectory(_("This is not a postcode directory: it cannot be read as a table.")) from error


def area_columns(header: list[str]) -> dict[Kind, tuple[int, str]]:
    """Where each kind of area stands and of what year its codes are; of several years the latest."""
    found: dict[Kind, tuple[int, str]] = {}
    for kind, pattern in AREA_COLUMNS.items():
        matches = [(match[1] or "", place) for place, name in enumerate(header) if (match := pattern.fullmatch(name))]
        if matches:
            year, place = max(matches)
            found[kind] = (place, f"20{year}" if year else "")
    return found


def unit_row(cells: list[str], places: dict[str, int], columns: dict[Kind, tuple[int, str]]) -> UnitRow | None:
    """One row, or None where it is cut short or its postcode has no valid shape."""
    if len(cells) <= max(*places.values(), *(place for place, _vintage in columns.values())):
        return None
    postcode = normalise(cells[places["pcds"]])
    if postcode is None or not postcode.is_full:
        return None
    values = {name: cells[place].strip() for name, place in places.items()}
    latitude, longitude = point_of(values.get("lat", ""), values.get("long", ""))
    areas = {
        kind: (cells[place].strip(), vintage)
        for kind, (place, vintage) in columns.items()
        if cells[place].strip() and not cells[place].strip().endswith(NO_AREA)
    }
    return UnitRow(str(postcode), latitude, longitude, areas, month_of(values.get("doterm", "")))


def point_of(latitude: str, longitude: str) -> tuple[float, float] | tuple[None, None]:
    """The point, or nothing where it is missing or stands for none (latitude 99.999999)."""
    try:
        point = (float(latitude), float(longitude))
    except ValueError:
        return None, None
    return point if abs(point[0]) < NO_LATITUDE else (None, None)


def month_of(text: str) -> date | None:
    """The first day of a month written `202309`; None for anything else."""
    month = re.fullmatch(r"(\d{4})(0[1-9]|1[0-2])", text)
    return date(int(month[1]), int(month[2]), 1) if month else None
