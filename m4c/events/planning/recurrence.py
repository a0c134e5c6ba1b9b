"""Rules by which events come back: RFC 5545's, made from a few plain answers, and told in words."""

from collections.abc import Iterator
from datetime import date, datetime, time

from dateutil.rrule import rrulestr
from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

DAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MIDNIGHT = time()


class HowOften(models.TextChoices):
    """What the form offers."""

    WEEKLY = "weekly", gettext_lazy("every week")
    FORTNIGHTLY = "fortnightly", gettext_lazy("every second week")
    MONTHLY = "monthly", gettext_lazy("every month, on the same weekday")


WHICH_OF_MONTH = {
    1: gettext_lazy("first"),
    2: gettext_lazy("second"),
    3: gettext_lazy("third"),
    4: gettext_lazy("fourth"),
    -1: gettext_lazy("last"),
}


def rule_of(how_often: str, first_on: date) -> str:
    """The rule by which something comes back from its first day on: "FREQ=MONTHLY;BYDAY=2TU".

    A first day in the fifth week of its month means the last of that weekday.
    """
    weekday = DAY_NAMES[first_on.weekday()]
    if how_often == HowOften.MONTHLY:
        which = (first_on.day - 1) // 7 + 1
        return f"FREQ=MONTHLY;BYDAY={which if which <= 4 else -1}{weekday}"
    interval = ";INTERVAL=2" if how_often == HowOften.FORTNIGHTLY else ""
    return f"FREQ=WEEKLY{interval};BYDAY={weekday}"


def days_of(rule: str, first_on: date, after: date, until: date) -> Iterator[date]:
    """The days of a rule that began on its first day, from one day to another, both included."""
    start = datetime.combine(first_on, MIDNIGHT)
    found = rrulestr(rule, dtstart=start).between(
        datetime.combine(max(after, first_on), MIDNIGHT), datetime.combine(until, MIDNIGHT), inc=True
    )
    return (moment.date() for moment in found)


def in_words(rule: str) -> str:
    """A rule of `rule_of` as people say it: "every second Tuesday", "on the last Friday of the month"."""
    parts = dict(part.split("=") for part in rule.split(";"))
    day = parts["BYDAY"]
    weekday = WEEKDAYS[DAY_NAMES.index(day[-2:])]
    if parts["FREQ"] == "MONTHLY":
        return _("on the {which} {weekday} of the month").format(which=WHICH_OF_MONTH[int(day[:-2])], weekday=weekday)
    if parts.get("INTERVAL") == "2":
        return _("every second {weekday}").format(weekday=weekday)
    return _("every {weekday}").format(weekday=weekday)
