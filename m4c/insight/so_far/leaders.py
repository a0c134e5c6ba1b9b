"""Leaders in the report: each for themself and their organiser, alphabetical, no ranking and no rates."""

from dataclasses import dataclass

from django.db.models import Q

from m4c.insight.so_far import conversations
from m4c.insight.so_far.figures import Conversations, LeaderFigures
from m4c.insight.so_far.period import Period
from m4c.insight.so_far.reach import Reach
from m4c.people.models import Account, Person

NOTHING = Conversations()


@dataclass(frozen=True)
class Leaders:
    """Leaders by name, and whether there are more than were asked for."""

    rows: list[LeaderFigures]
    are_more: bool = False


def leaders(period: Period, reach: Reach, account: Account, at_most: int | None = None) -> Leaders:
    """Whoever pledged, asked for or hosted a conversation that the account may see; the first `at_most` by name."""
    pledges = conversations.pledges_made(period, reach).visible_to(account)  # type: ignore[attr-defined]
    asked = conversations.one_to_ones_of(period, reach).visible_to(account)  # type: ignore[attr-defined]
    hosted = conversations.house_meetings_of(period, reach).visible_to(account)  # type: ignore[attr-defined]
    named = Person.objects.filter(
        Q(pk__in=pledges.values("person")) | Q(pk__in=asked.values("asker")) | Q(pk__in=hosted.values("host"))
    ).only("given_name", "family_name", "known_as")
    if at_most is None:
        people, are_more = list(named), False
    else:
        found = list(named[: at_most + 1])
        people, are_more = found[:at_most], len(found) > at_most
        pledges = pledges.filter(person__in=people)
        asked, hosted = asked.filter(asker__in=people), hosted.filter(host__in=people)
    promised = conversations.pledged(pledges, "person")
    one_to_ones = conversations.one_to_ones(promised, asked, "asker")
    house_meetings = conversations.house_meetings(promised, hosted, "host")
    rows = [
        LeaderFigures(person.name, one_to_ones.get(person.pk, NOTHING), four_of(house_meetings.get(person.pk, NOTHING)))
        for person in people
    ]
    return Leaders(rows, are_more)


def four_of(figures: Conversations) -> Conversations:
    """The four numbers alone: how many came to somebody's home is not for a list of leaders."""
    return Conversations(figures.pledged, figures.arranged, figures.held, figures.followed_up)
