"""Leaders in the report: each for themself and their organiser, alphabetical, no ranking and no rates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from django.db.models import Exists, OuterRef, Q

from m4c.insight.so_far import conversations
from m4c.insight.so_far.figures import Conversations, LeaderFigures
from m4c.insight.so_far.period import Period
from m4c.insight.so_far.reach import Reach
from m4c.people.models import Account, Person

NOTHING = Conversations()
# Up to so many conversations it is quicker to gather their leaders' ids; beyond, leaders are so many that walking
# through the people by name soon meets the first few. Measured on 100,000 people: 0.1 s at the most either way.
IDS_UP_TO = 20_000


@dataclass(frozen=True)
class Leaders:
    """Leaders by name, and whether there are more than were asked for."""

    rows: list[LeaderFigures]
    are_more: bool = False


def leaders(
    period: Period, reach: Reach, account: Account, *, at_most: int | None = None, conversations_counted: int = 0
) -> Leaders:
    """Whoever pledged, asked for or hosted a conversation that the account may see; the first `at_most` by name.

    `conversations_counted` is about how many there are: it chooses the plan, and changes no answer.
    """
    pledges: Any = conversations.pledges_made(period, reach)
    asked: Any = conversations.one_to_ones_of(period, reach)
    hosted: Any = conversations.house_meetings_of(period, reach)
    rows = Rows(pledges.visible_to(account), asked.visible_to(account), hosted.visible_to(account))
    if at_most is None:
        return Leaders(figures_of(rows, list(Person.objects.filter(rows.by_ids))))
    plan = rows.by_ids if conversations_counted <= IDS_UP_TO else rows.by_walking
    found = list(Person.objects.filter(plan)[: at_most + 1])
    return Leaders(figures_of(rows.of(found), found[:at_most]), are_more=len(found) > at_most)


class Rows(NamedTuple):
    """Pledges, 1-2-1s and house meetings that count, each with the field that names its leader."""

    pledges: Any
    asked: Any
    hosted: Any

    def of(self, people: Sequence[Person]) -> Self:
        """Those of these people."""
        return type(self)(
            self.pledges.filter(person__in=people),
            self.asked.filter(asker__in=people),
            self.hosted.filter(host__in=people),
        )

    @property
    def by_ids(self) -> Q:
        """Their leaders, by gathering all ids first: quicker where the rows are few."""
        return Q(pk__in=self.pledges.values("person").union(self.asked.values("asker"), self.hosted.values("host")))

    @property
    def by_walking(self) -> Q:
        """Their leaders, by asking of each person in turn: quicker for the first few of many."""
        return (
            Q(Exists(self.pledges.filter(person=OuterRef("pk"))))
            | Q(Exists(self.asked.filter(asker=OuterRef("pk"))))
            | Q(Exists(self.hosted.filter(host=OuterRef("pk"))))
        )


def figures_of(rows: Rows, people: Sequence[Person]) -> list[LeaderFigures]:
    """A row for each of these people, in their order."""
    pledged = conversations.pledged(rows.pledges, "person")
    one_to_ones = conversations.one_to_ones(pledged, rows.asked, "asker")
    house_meetings = conversations.house_meetings(pledged, rows.hosted, "host")
    return [
        LeaderFigures(person.name, one_to_ones.get(person.pk, NOTHING), four_of(house_meetings.get(person.pk, NOTHING)))
        for person in people
    ]


def four_of(figures: Conversations) -> Conversations:
    """The four numbers alone: how many came to somebody's home is not for a list of leaders."""
    return Conversations(figures.pledged, figures.arranged, figures.held, figures.followed_up)
