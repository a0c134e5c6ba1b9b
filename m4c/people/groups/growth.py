"""How a group grew, quarter by quarter, told in sentences: who joined, who stopped, and who kept coming. No score.

Figures are counted from memberships with a day, and from the ledger of who came; nobody kept safe from the reader is in
them. The group is taken with those below it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.humanize.templatetags.humanize import apnumber
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncQuarter
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.people.models import Account, Engagement, Group, Membership
from m4c.people.sight import within

QUARTERS = 8  # told, the one we are in being the last
KNOWN_BY_NAME = 2_000  # memberships up to which it is told who kept coming: above that nobody comes to everything
FEWEST_MEETINGS = 2  # of which one can say that somebody came to all


@dataclass(frozen=True)
class Quarter:
    """A quarter of a year, by its first day, and what happened in it."""

    begins: date
    joined: int = 0
    stopped: int = 0
    meetings: int = 0
    came_to_all: int = 0

    @property
    def season(self) -> str:
        """As people call it: spring 2026."""
        words = (_("winter {year}"), _("spring {year}"), _("summer {year}"), _("autumn {year}"))
        return words[(self.begins.month - 1) // 3].format(year=self.begins.year)

    @property
    def sentence(self) -> str:
        """What happened in it, in words."""
        facts = {"season": self.season, "joined": people(self.joined), "stopped": people(self.stopped)}
        if self.joined and self.stopped:
            facts["stopped"] = str(apnumber(self.stopped))
            told = _("In {season} {joined} joined and {stopped} stopped.")
        elif self.joined:
            told = _("In {season} {joined} joined.")
        elif self.stopped:
            told = _("In {season} {stopped} stopped, and nobody new came.")
        else:
            told = _("In {season} nobody joined and nobody stopped.")
        return f"{told.format(**facts)} {self.kept_coming}".strip()

    @property
    def kept_coming(self) -> str:
        """How many of those who joined came to everything we held; blank where there is nothing to tell."""
        if not self.came_to_all or self.meetings < FEWEST_MEETINGS:
            return ""
        told = ngettext(
            "{number} of them came to each of the {meetings} meetings.",
            "{number} of them came to each of the {meetings} meetings.",
            self.came_to_all,
        )
        return told.format(number=capfirst(str(apnumber(self.came_to_all))), meetings=apnumber(self.meetings))


def people(number: int) -> str:
    """So many people, in words."""
    return ngettext("{number} person", "{number} people", number).format(number=apnumber(number))


@dataclass(frozen=True)
class Growth:
    """The quarters that there is something to tell of, the latest first, and how many joined on no known day."""

    quarters: list[Quarter]
    without_day: int

    @property
    def bars(self) -> list[tuple[str, list[int]]]:
        """Who joined, as the picture takes it: the earliest first, each called by the month in which it begins."""
        return [(date_format(one.begins, "M y"), [one.joined]) for one in reversed(self.quarters)]


def growth_of(account: Account, group: Group, today: date) -> Growth:
    """How a group grew over two years, as far as the account may see: five queries, whatever its size."""
    begins = list(quarters_until(today))
    since = begins[-1]
    here = Membership.objects.visible_to(account).filter(within("group__path", group))
    joined = newly_in(here, since, today)
    came = Engagement.objects.visible_to(account).filter(
        within("group__path", group), occasion__isnull=False, at__date__range=(since, today)
    )
    meetings = by_quarter(came.annotate(quarter=TruncQuarter("at")), "occasion")
    new, gone = by_quarter(joined, "person"), by_quarter(no_longer_in(here, since, today), "person")
    loyal = came_to_all(joined, came, meetings) if group.head_count <= KNOWN_BY_NAME else Counter()
    told = [Quarter(day, new[day], gone[day], meetings[day], loyal[day]) for day in begins]
    while told and not (told[-1].joined or told[-1].stopped):
        told.pop()  # before it began there is nothing to tell
    return Growth(told, here.filter(started_on=None).values("person").distinct().count())


def quarters_until(today: date) -> Iterable[date]:
    """The first days of the quarters told, the one of today first."""
    day = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    for _number in range(QUARTERS):
        yield day
        before = day - timedelta(days=1)
        day = date(before.year, (before.month - 1) // 3 * 3 + 1, 1)


def newly_in(here: "QuerySet[Any]", since: date, today: date) -> "QuerySet[Any]":
    """The memberships by which people came in: nobody comes in who belonged before, anywhere in the group."""
    before = here.filter(person=OuterRef("person")).filter(
        Q(started_on=None) | Q(started_on__lt=OuterRef("started_on"))
    )
    new = here.filter(~Exists(before), started_on__range=(since, today))
    return new.annotate(quarter=TruncQuarter("started_on"))


def no_longer_in(here: "QuerySet[Any]", since: date, today: date) -> "QuerySet[Any]":
    """The memberships by whose end people stopped: nobody stops who goes on in another role or a group below."""
    until = OuterRef("ended_on")
    later = here.filter(Q(ended_on=None) | Q(ended_on__gt=until), person=OuterRef("person"))
    goes_on = later.filter(Q(started_on=None) | Q(started_on__lte=until))  # whoever came back later had stopped
    over = here.filter(~Exists(goes_on), ended_on__range=(since, today))
    return over.annotate(quarter=TruncQuarter("ended_on"))


def by_quarter(rows: "QuerySet[Any]", what: str) -> Counter[date]:
    """How many different ones there are in each quarter, by its first day."""
    counted = rows.order_by().values("quarter").annotate(number=Count(what, distinct=True))
    return Counter({day_of(quarter): number for quarter, number in counted.values_list("quarter", "number")})


def came_to_all(joined: "QuerySet[Any]", came: "QuerySet[Any]", meetings: Counter[date]) -> Counter[date]:
    """How many of those who joined in each quarter came to everything that was held in it."""
    newcomers = dict(joined.order_by().values_list("person", "quarter").distinct())
    rows = came.filter(person__in=joined.values("person")).annotate(quarter=TruncQuarter("at")).order_by()
    counted = rows.values_list("person", "quarter").annotate(number=Count("occasion", distinct=True))
    seen = {(person, day_of(quarter)): number for person, quarter, number in counted}
    days = {person: day_of(quarter) for person, quarter in newcomers.items()}
    return Counter(day for person, day in days.items() if meetings[day] and seen.get((person, day)) == meetings[day])


def day_of(quarter: Any) -> date:
    """The first day of a quarter, however the database gives it."""
    return timezone.localdate(quarter) if isinstance(quarter, datetime) else quarter
