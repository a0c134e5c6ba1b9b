"""School holidays out of a file: a line for each, with the columns area, name, first day, last day and source."""

import csv
from datetime import date, datetime
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from m4c.events.operations.school_holiday import NewHoliday, SchoolHolidayRefused

COLUMNS = ("area", "name", "first day", "last day", "source")
SHAPES = ("%Y-%m-%d", "%d/%m/%Y")


def holidays_in(path: Path) -> list[NewHoliday]:
    """The holidays of a CSV file. Raises SchoolHolidayRefused, naming the line, where one cannot be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except UnicodeDecodeError as error:
        raise SchoolHolidayRefused(_("This is no text file: save it as CSV, in UTF-8.")) from error
    if not rows or tuple(cell.strip().casefold() for cell in rows[0]) != COLUMNS:
        raise SchoolHolidayRefused(_("The first line names the columns: {columns}.").format(columns=", ".join(COLUMNS)))
    return [holiday_of(number, row) for number, row in enumerate(rows[1:], start=2) if any(row)]


def holiday_of(number: int, row: list[str]) -> NewHoliday:
    """One line."""
    if len(row) != len(COLUMNS):
        raise SchoolHolidayRefused(_("Line {number} has too few or too many columns.").format(number=number))
    area, name, first_on, last_on, source = (cell.strip() for cell in row)
    return NewHoliday(area, name, day_of(number, first_on), day_of(number, last_on), source)


def day_of(number: int, text: str) -> date:
    """A day as 2027-02-15 or 15/02/2027."""
    for shape in SHAPES:
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise SchoolHolidayRefused(
        _("Line {number}: “{text}” is no day. Write it as 2027-02-15.").format(number=number, text=text)
    )
