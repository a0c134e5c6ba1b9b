"""What came of pledges: each held conversation counts towards its holder's oldest open pledge of that kind."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from m4c.core.prepared import padded, prepared
from m4c.leaders.models import ConversationPledge
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.models import Account
from m4c.people.written import by_sql, one_of

ONE_TO_ONE = ConversationPledge.Kind.ONE_TO_ONE.value
HOUSE_MEETING = ConversationPledge.Kind.HOUSE_MEETING.value
LATELY = timedelta(days=60)


@dataclass(frozen=True)
class DrawnDown:
    """A pledge with how many of its conversations were held."""

    pledge: ConversationPledge
    held: int

    @property
    def left(self) -> int:
        """How many are still to be held."""
        return self.pledge.number - self.held

    @property
    def is_kept(self) -> bool:
        """Whether all were held."""
        return self.left == 0

    def is_overdue(self, on: date) -> bool:
        """Whether its day has gone by and some are still to be held."""
        return self.pledge.due_on is not None and self.pledge.due_on < on and not self.is_kept

    def went_by_lately(self, on: date) -> bool:
        """Whether its day went by within the last two months: time to ask how it is going, and no mark for ever."""
        return self.pledge.due_on is not None and self.is_overdue(on) and on - self.pledge.due_on <= LATELY


def drawn_down_of(people: Iterable[int], account: Account) -> list[DrawnDown]:
    """All standing pledges of these people, by their ids, each with what was held towards it; three queries."""
    return drawn_down(standing_of(padded(sorted(people))), account)


@prepared
def standing_of(people: list[int]) -> QuerySet[ConversationPledge]:
    """The standing pledges of these people."""
    theirs = ConversationPledge.objects.standing().filter(by_sql("person", one_of(people)))
    return theirs.select_related("person", "group")


def drawn_down(pledges: Iterable[ConversationPledge], account: Account) -> list[DrawnDown]:
    """Each of these pledges with what was held towards it, in their order; two queries, however many.

    Give all standing pledges of a person, since an older one is served first. A conversation held before a pledge
    was made does not count towards it, nor one with somebody kept safe from the account: it stands in no list beside.
    """
    listed = [pledge for pledge in pledges if pledge.withdrawn_on is None]
    people = padded(sorted({pledge.person_id for pledge in listed}))
    days = {
        ONE_TO_ONE: held_days(talks_held(account, people) if people else ()),
        HOUSE_MEETING: held_days(meetings_held(account, people) if people else ()),
    }
    held: dict[int, int] = {}
    by_person: dict[tuple[int, str], list[ConversationPledge]] = defaultdict(list)
    for pledge in sorted(listed, key=lambda pledge: (pledge.made_on, pledge.pk)):
        by_person[pledge.person_id, pledge.kind].append(pledge)
    for (person, kind), oldest_first in by_person.items():
        held.update(serve(oldest_first, days[kind][person]))
    return [DrawnDown(pledge, held[pledge.pk]) for pledge in listed]


@prepared
def talks_held(account: Account, people: list[int]) -> QuerySet[OneToOne, tuple[int, date]]:
    """The 1-2-1s for which these people asked, with their days."""
    seen = account.sight.unless_protected
    held = OneToOne.objects.held().filter(seen("asker"), seen("other"), by_sql("asker", one_of(people)))
    return held.values_list("asker_id", "held_on")


@prepared
def meetings_held(account: Account, people: list[int]) -> QuerySet[HouseMeeting, tuple[int, date]]:
    """The house meetings that these people held, with their days."""
    held = HouseMeeting.objects.held().filter(account.sight.unless_protected("host"), by_sql("host", one_of(people)))
    return held.values_list("host_id", "held_on")


def serve(oldest_first: Sequence[ConversationPledge], days: Sequence[date]) -> dict[int, int]:
    """How many of these days each pledge gets: every day to the oldest pledge made by then that is still open."""
    held = {pledge.pk: 0 for pledge in oldest_first}
    for day in sorted(days):
        for pledge in oldest_first:
            if pledge.made_on <= day and held[pledge.pk] < pledge.number:
                held[pledge.pk] += 1
                break
    return held


def held_days(rows: Iterable[tuple[int, date]]) -> dict[int, list[date]]:
    """The days on which each person held a conversation."""
    days: dict[int, list[date]] = defaultdict(list)
    for person, day in rows:
        days[person].append(day)
    return days
