"""How long something lasted until a day that is passed in, in words: "for eight years"."""

from datetime import date

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MONTHS = 12


def whole_months(since: date, until: date) -> int:
    """The whole months between two days; none where the second is not after the first."""
    months = (until.year - since.year) * MONTHS + until.month - since.month
    return max(0, months - (until.day < since.day))


def for_how_long(since: date, until: date) -> str:
    """Whole years, else whole months; under a month the day itself."""
    months = whole_months(since, until)
    if months >= MONTHS:
        years = months // MONTHS
        return ngettext("for one year", "for {number} years", years).format(number=apnumber(years))
    if months:
        return ngettext("for one month", "for {number} months", months).format(number=apnumber(months))
    return _("since {day}").format(day=date_format(since, "j F Y"))
