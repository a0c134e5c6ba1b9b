"""What meetings add to pages: to an event's the way to its agenda, to a group's what is to be done."""

from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import GROUP_PANELS, Panel
from m4c.core.prepared import prepared
from m4c.core.visibility import Rows, scopes_of
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.meetings.last_time import WITH_AGENDA
from m4c.events.meetings.told_jobs import told_jobs
from m4c.events.models import AgendaItem, Event, Job
from m4c.events.permissions import GIVE_JOBS, SEE_EVENTS, TAKE_JOBS
from m4c.people.models import Account, Group
from m4c.people.naming import names_of

SHOWN = 5
MOST = 30  # jobs of one event


def meeting_at(account: Account, event: Event) -> dict[str, Any] | None:
    """How much there is to talk about and to do; None where it does not meet by an agenda, or not among one's own."""
    own = account.may(SEE_EVENTS, [frozenset([event.group.path])])
    if event.kind not in WITH_AGENDA or not own:
        return None
    points = AgendaItem.objects.visible_to(account).filter(event=event).count()
    jobs = Job.objects.visible_to(account).to_do().filter(event=event).aggregate(number=Count("pk"))["number"]
    return {"event": event, "points": points, "jobs": jobs, "is_ahead": event.starts_at > timezone.now()}


def jobs_for(event: Event) -> Rows:
    """All of an event that meets by no agenda; of one that does, its own page tells."""
    return Rows(Job, Q(event=event))


def jobs_at(account: Account, event: Event) -> dict[str, Any] | None:
    """What is to be done for an event that meets by no agenda, and what was done; None where one has no part."""
    if event.kind in WITH_AGENDA:
        return None
    found = Job.objects.visible_to(account).filter(event=event).exclude(outcome=Job.Outcome.DROPPED)
    jobs = list(found.order_by(F("settled_at").asc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk")[:MOST])
    if not jobs:
        return way_to_a_job(account, event)
    return {"event": event} | told_jobs(account, jobs, scopes_of(event))


def way_to_a_job(account: Account, event: Event) -> dict[str, Any] | None:
    """Where nothing is to be done: the way to write a job down, for those who give them out."""
    gives = event.kind not in WITH_AGENDA and not event.is_called_off and account.may(GIVE_JOBS, scopes_of(event))
    return {"event": event, "may_give": True} if gives else None


def jobs_of(account: Account, group: Group) -> dict[str, Any] | None:
    """The next things to do in a group, those of the groups below it not among them; None where one has no part."""
    scope = [frozenset([group.path])]
    may_give = account.may(GIVE_JOBS, scope)
    jobs = jobs_to_do(account, group.pk)
    if not jobs and not may_give:
        return None
    names = names_of(account, [job.taken_by_id for job in jobs])
    return {
        "jobs": [(job, names.get(job.taken_by_id, "")) for job in jobs],
        "group": group,
        "may_give": may_give,
        "may_take": account.may(TAKE_JOBS, scope),
        "own_person": account.person_id,
        "today": timezone.localdate(),
    }


@prepared
def jobs_to_do(account: Account, group: int) -> QuerySet[Job]:
    """The first of them."""
    return Job.objects.visible_to(account).filter(group=group).to_do()[:SHOWN]


def register() -> None:
    """Put the panels on their pages."""
    EVENT_PANELS.add("events.meeting", Panel(_("Meeting"), "events/meeting_panel.html", meeting_at, SEE_EVENTS, 15))
    EVENT_PANELS.add(
        "events.jobs", Panel(_("Jobs"), "events/event_jobs.html", jobs_at, SEE_EVENTS, 15, jobs_for, way_to_a_job)
    )
    GROUP_PANELS.add("events.jobs", Panel(_("Jobs"), "events/group_jobs.html", jobs_of, SEE_EVENTS, 32))
