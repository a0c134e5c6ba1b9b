"""What a meeting's page and its paper are made of, read at once."""

from dataclasses import dataclass
from typing import Any

from m4c.core.visibility import scopes_of
from m4c.events.meetings.last_time import last_time
from m4c.events.models import AgendaItem, Attendance, Decision, Event, Job, Minutes
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.people.models import Account
from m4c.people.naming import names_of

State = Attendance.State


@dataclass(frozen=True)
class Point:
    """An item of the agenda with what was decided and given out about it."""

    item: AgendaItem | None
    decisions: list[Decision]
    jobs: list[tuple[Job, str]]


@dataclass(frozen=True)
class Meeting:
    """A meeting as the account may read it.

    `points` are its items in their order, and last what was decided and given out about none of them; `before` is the
    meeting before it with its minutes and the jobs it gave out, each with the name of who took it.
    """

    event: Event
    points: list[Point]
    planned_minutes: int
    apologies: list[str]
    present: list[str]
    minutes: Minutes | None
    before: Event | None
    minutes_before: Minutes | None
    jobs_before: list[tuple[Job, str]]
    sees_all: bool  # who was there; others read of themselves and of whom they brought or asked

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on its agenda and nothing came of it."""
        return not any(point.item or point.decisions or point.jobs for point in self.points)


def meeting_of(account: Account, event: Event) -> Meeting:
    """Read it, in a constant number of queries whatever its length."""
    before = last_time(event)
    before = before if before and Event.objects.visible_to(account).filter(pk=before.pk).exists() else None
    items = list(AgendaItem.objects.visible_to(account).filter(event=event).select_related("came_from"))
    decisions = list(Decision.objects.visible_to(account).filter(event=event))
    told = [event, before] if before else [event]
    jobs = list(Job.objects.visible_to(account).filter(event__in=told).order_by("due_on", "pk"))
    names = names_of(account, [job.taken_by_id for job in jobs])
    named = [(job, names.get(job.taken_by_id, "")) for job in jobs]
    minutes = {each.event_id: each for each in Minutes.objects.visible_to(account).filter(event__in=told)}
    there = people_at(account, event)
    return Meeting(
        event=event,
        points=[
            Point(
                item,
                [one for one in decisions if one.item_id == (item.pk if item else None)],
                [
                    (job, name)
                    for job, name in named
                    if job.event_id == event.pk and job.decided_at_item_id == (item.pk if item else None)
                ],
            )
            for item in (*items, None)
        ],
        planned_minutes=sum(item.minutes or 0 for item in items),
        apologies=there[State.NO],
        present=there[State.CAME],
        minutes=minutes.get(event.pk),
        before=before,
        minutes_before=minutes.get(before.pk) if before else None,
        jobs_before=[(job, name) for job, name in named if before and job.event_id == before.pk],
        sees_all=account.may(SEE_ATTENDANCE, scopes_of(event)),
    )


def people_at(account: Account, event: Event) -> dict[Any, list[str]]:
    """Names of who sent apologies, and of who was there, as far as the account may see who came."""
    rows = Attendance.objects.visible_to(account).filter(event=event).select_related("person").by_name()
    names: dict[Any, list[str]] = {State.NO: [], State.CAME: []}
    for row in rows.filter(state__in=[State.NO, *State.present()])[:200]:
        names[State.CAME if row.was_there else State.NO].append(row.person.name)
    return names
