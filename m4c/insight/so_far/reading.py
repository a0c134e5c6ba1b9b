"""The report put together: each part is read once, when it is first asked for."""

from dataclasses import fields
from datetime import datetime
from functools import cached_property
from typing import Self, TypeVar

from django.db.models import QuerySet
from django.utils import timezone

from m4c.events.models import Event
from m4c.insight.so_far import conversations, training
from m4c.insight.so_far.figures import (
    Conversations,
    Events,
    Figures,
    GroupFigures,
    HouseMeetings,
    PledgedThere,
    SessionFigures,
    SoFar,
    Trained,
)
from m4c.insight.so_far.gatherings import Gatherings, gatherings
from m4c.insight.so_far.leaders import Leaders, leaders
from m4c.insight.so_far.period import Period
from m4c.insight.so_far.reach import reach_of
from m4c.leaders.models import TrainingSession
from m4c.people.models import Account, Group

Sum = TypeVar("Sum", bound=Conversations)


def so_far(*, period: Period, group: Group | None, account: Account) -> SoFar:
    """What a group and those below it achieved in a period, or all that the account may report on without a group.

    Raises NotAllowed for a group in which the account may not see reports.
    """
    return Reading(period=period, group=group, account=account).report


class Reading:
    """One reading of the records for a period, by an account, as of `now`; `at_most` bounds sessions and leaders."""

    def __init__(
        self,
        *,
        period: Period,
        group: Group | None,
        account: Account,
        now: datetime | None = None,
        at_most: int | None = None,
    ) -> None:
        self.period, self.group, self.account, self.at_most = period, group, account, at_most
        self.now = now or timezone.now()
        self.reach = reach_of(account, group)

    @cached_property
    def for_everybody(self) -> Self:
        """The same reading for those of whom nobody knows who they are: whoever is kept safe is left out."""
        reading = type(self)(
            period=self.period, group=self.group, account=self.account, now=self.now, at_most=self.at_most
        )
        reading.reach = reading.reach.for_everybody()
        return reading

    @cached_property
    def report(self) -> SoFar:
        """The report itself, its lists bounded by `at_most`."""
        groups = self.by_group.values()
        return SoFar(
            period=self.period,
            group=self.group.name if self.group else None,
            trained=self.trainees.together,
            one_to_ones=total(Conversations, [figures.one_to_ones for figures in groups]),
            house_meetings=total(HouseMeetings, [figures.house_meetings for figures in groups]),
            events=self.gatherings.together,
            by_group=[
                GroupFigures(group.name, own.trained, own.one_to_ones, own.house_meetings, own.events)
                for group, own in self.by_group.items()
            ],
            by_session=self.by_session,
            by_leader=self.leaders.rows,
        )

    @cached_property
    def gatherings(self) -> Gatherings:
        """Events held, with how many came."""
        return gatherings(self.period, self.reach, self.now)

    @cached_property
    def held_sessions(self) -> QuerySet[TrainingSession]:
        """Training sessions held."""
        return training.sessions_held(self.period, self.reach, self.now)

    @cached_property
    def trainees(self) -> training.Trainees:
        """Who was trained there."""
        return training.trainees(self.held_sessions, self.reach)

    @cached_property
    def sessions(self) -> list[training.Session]:
        """All training sessions held that the account may see, the latest first."""
        return training.sessions_seen(self.held_sessions, self.account)

    @cached_property
    def by_group(self) -> dict[Group, Figures]:
        """Each group's own figures, groups in alphabetical order; those with nothing to show are left out."""
        trained = self.trainees.by_group
        pledges = conversations.pledged(conversations.pledges_made(self.period, self.reach), "group")
        one_to_ones = conversations.one_to_ones(pledges, conversations.one_to_ones_of(self.period, self.reach), "group")
        house_meetings = conversations.house_meetings(
            pledges, conversations.house_meetings_of(self.period, self.reach), "group"
        )
        events = self.gatherings.by_group
        shown = trained.keys() | one_to_ones.keys() | house_meetings.keys() | events.keys()
        return {
            group: Figures(
                trained.get(group.pk, Trained()),
                one_to_ones.get(group.pk, Conversations()),
                house_meetings.get(group.pk, HouseMeetings()),
                events.get(group.pk, Events()),
            )
            for group in Group.objects.filter(pk__in=shown)
        }

    @cached_property
    def by_session(self) -> list[SessionFigures]:
        """A row for each session, the latest first."""
        shown = self.sessions[: self.at_most]
        there = [session.id for session in shown] if self.at_most else self.held_sessions
        pledged = conversations.pledged(conversations.pledges_at(there, self.reach), "session")
        names = {group.pk: group.name for group in self.by_group}
        return [
            SessionFigures(
                date=session.day,
                title=session.title,
                place=session.place,
                group=names[session.group],
                kind=session.kind,
                trained=self.gatherings.named[session.event],
                pledged=PledgedThere(**pledged.get(session.id, {})),
            )
            for session in shown
        ]

    @cached_property
    def leaders(self) -> Leaders:
        """A row for each leader whose figures the account may see, in alphabetical order."""
        own = self.by_group.values()
        counted = sum(
            part.pledged + part.arranged for group in own for part in (group.one_to_ones, group.house_meetings)
        )
        return leaders(self.period, self.reach, self.account, at_most=self.at_most, conversations_counted=counted)

    @property
    def are_more_sessions(self) -> bool:
        """Whether there are more sessions than `at_most`."""
        return self.at_most is not None and len(self.sessions) > self.at_most

    @cached_property
    def largest_event(self) -> Event | None:
        """The gathering to which most came, where the account may see which it was."""
        largest = self.gatherings.largest
        return Event.objects.visible_to(self.account).filter(pk=largest).first() if largest else None


def total(kind: type[Sum], found: list[Sum]) -> Sum:
    """The sum of the figures of some groups, number by number."""
    return kind(**{part.name: sum(getattr(figures, part.name) for figures in found) for part in fields(kind)})
