"""The period of a report: days of the movement's zone, the first and the last included."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused

EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)  # days beyond are a slip of the pen


class PeriodRefused(Refused):
    """The days make no period."""


@dataclass(frozen=True)
class Period:
    """From the first day to the last, both included. Raises PeriodRefused for days that make no period."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PeriodRefused(_("The period ends before it begins."), field="to", code="reversed")
        for field, day in (("from", self.first), ("to", self.last)):
            if not EARLIEST <= day <= LATEST:
                raise PeriodRefused(_("Choose days between 1900 and 2999."), field=field, code="far_away")

    @property
    def starts_at(self) -> datetime:
        """The first moment of the first day, in Europe/London."""
        return midnight(self.first)

    @property
    def ends_before(self) -> datetime:
        """The first moment after the last day, in Europe/London."""
        return midnight(self.last + timedelta(days=1))

    @property
    def days(self) -> tuple[date, date]:
        """Both ends, for a range of dates in a query."""
        return self.first, self.last


def midnight(day: date) -> datetime:
    """When a day begins in the movement's zone, whichever zone the reader is in."""
    return timezone.make_aware(datetime.combine(day, time()), timezone.get_default_timezone())
