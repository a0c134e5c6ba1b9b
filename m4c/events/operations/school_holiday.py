"""Write down school holidays as a council publishes them, and take one off again."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.events.models import SchoolHoliday
from m4c.events.permissions import KEEP_SCHOOL_HOLIDAYS
from m4c.people.models import Account


class SchoolHolidayRefused(Refused):
    """Such a holiday cannot be."""


@dataclass(frozen=True)
class NewHoliday:
    """Whose schools are closed, from which day to which, and who says so."""

    area: str
    name: str
    first_on: date
    last_on: date
    source: str


@operation(KEEP_SCHOOL_HOLIDAYS, on=None)
def add_school_holidays(*, holidays: Sequence[NewHoliday], by: Account) -> list[SchoolHoliday]:
    """Write down holidays; one of the same area and first day is put right. Raises SchoolHolidayRefused, for all."""
    for holiday in holidays:
        if holiday.last_on < holiday.first_on:
            raise SchoolHolidayRefused(_("A holiday ends after it begins."), field="last_on")
        if not (holiday.area.strip() and holiday.name.strip() and holiday.source.strip()):
            raise SchoolHolidayRefused(_("Say whose schools, which holiday, and who says so."))
    return [put(holiday) for holiday in holidays]


@operation(KEEP_SCHOOL_HOLIDAYS, on=None)
def remove_school_holiday(*, holiday: SchoolHoliday, by: Account) -> None:
    """Take a holiday off the table."""
    holiday.delete()


def put(holiday: NewHoliday) -> SchoolHoliday:
    """Write one."""
    values = {name: value.strip() if isinstance(value, str) else value for name, value in asdict(holiday).items()}
    area, first_on = values.pop("area"), values.pop("first_on")
    return SchoolHoliday.objects.update_or_create(area=area, first_on=first_on, defaults=values)[0]
