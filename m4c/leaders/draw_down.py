"""What came of pledges: each held conversation counts towards its holder's oldest open pledge of that kind."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from m4c.leaders.models import ConversationPledge
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.models import Account

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
    pledges = ConversationPledge.objects.standing().filter(person__in=list(people)).select_related("person", "group")
    return drawn_down(pledges, account)


def drawn_down(pledges: Iterable[ConversationPledge], account: Account) -> list[DrawnDown]:
    """Each of these pledges with what was held towards it, in their order; two queries, however many.

    Give all standing pledges of a person, since an older one is served first. A conversation held before a pledge
    was made does not count towards it, nor one with somebody kept safe from the account: it stands in no list beside.
    """
    listed = [pledge for pledge in pledges if pledge.withdrawn_on is None]
    people = {pledge.person_id for pledge in listed}
    seen = account.sight.unless_protected
    asked = OneToOne.objects.held().filter(seen("asker"), seen("other"), asker__in=people)
    hosted = HouseMeeting.objects.held().filter(seen("host"), host__in=people)
    days = {
        ONE_TO_ONE: held_days(asked.values_list("asker_id", "held_on")),
        HOUSE_MEETING: held_days(hosted.values_list("host_id", "held_on")),
    }
    held: dict[int, int] = {}
    by_person: dict[tuple[int, str], list[ConversationPledge]] = defaultdict(list)
    for pledge in sorted(listed, key=lambda pledge: (pledge.made_on, pledge.pk)):
        by_person[pledge.person_id, pledge.kind].append(pledge)
    for (person, kind), oldest_first in by_person.items():
        held.update(serve(oldest_first, days[kind][person]))
    return [DrawnDown(pledge, held[pledge.pk]) for pledge in listed]


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
