"""How old a table is, and when somebody should be warned of it."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

MONTHS = 6  # councils vote every May, and seats change hands in between


def is_old(day: date | None, today: date) -> bool:
    """Whether a table, as it stood that day, is too old to be relied on without a look elsewhere."""
    return day is None or day + relativedelta(months=MONTHS) < today


def sentence_of_age(day: date | None, today: date) -> object:
    """The warning of an old table; blank for one that is new enough."""
    if not is_old(day, today):
        return ""
    if day is None:
        return _("Nobody knows as of when this is: look elsewhere before you rely on it.")
    age = relativedelta(today, day)
    months = age.years * 12 + age.months
    return ngettext_lazy(
        "This is %(count)d month old: look elsewhere before you rely on it.",
        "This is %(count)d months old: look elsewhere before you rely on it.",
        "count",
    ) % {"count": months}
