"""Jobs: write one down, give it out, take it on, hand it back, and say what became of it."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.models.record import new_uid
from m4c.core.operations import change, operation
from m4c.core.visibility import scopes_of
from m4c.events.models import AgendaItem, Event, Job
from m4c.events.permissions import GIVE_JOBS, TAKE_JOBS
from m4c.people.models import Account, Group, Person
from m4c.people.operations.must_see import must_see

LONGEST = 300  # letters


class JobRefused(Refused):
    """The job would say nothing, is settled, or is somebody else's."""


@operation(GIVE_JOBS, on="group")
def give_job(
    *,
    group: Group,
    what: str,
    at: datetime,
    by: Account,
    taken_by: Person | None = None,
    due_on: date | None = None,
    event: Event | None = None,
    item: AgendaItem | None = None,
) -> Job:
    """Write down what is to be done for a group or one of its events, who took it if anybody, and by which day.

    Raises JobRefused for no words or another group's event, and Unseen.
    """
    must_see([taken_by], by)
    return write_job(
        group=group, what=what, at=at, made_by=by, taken_by=taken_by, due_on=due_on, event=event, item=item
    )


@operation(GIVE_JOBS, on="job")
def change_job(*, job: Job, what: str, at: datetime, by: Account, taken_by: Person | None, due_on: date | None) -> Job:
    """Say anew what is to be done, whose it is and by when. Raises JobRefused, Unseen."""
    must_be_open(job)
    if taken_by is not None and taken_by.pk != job.taken_by_id:
        must_see([taken_by], by)
    if not what.strip():
        raise JobRefused(_("Say what is to be done."), field="what", code="blank")
    change(job, what=what.strip(), due_on=due_on)
    give_to(job, taken_by, at)
    return job


@operation(TAKE_JOBS, on="job")
def take_job(*, job: Job, at: datetime, by: Account) -> Job:
    """Take on a job that waits for somebody. Raises JobRefused where somebody else was quicker."""
    must_be_open(job)
    if by.person is None:
        raise JobRefused(_("Your account belongs to nobody on record. Ask whoever looks after accounts."))
    if job.taken_by_id not in (None, by.person_id):
        raise JobRefused(_("Somebody else has taken this on."), code="taken")
    give_to(job, by.person, at)
    return job


@operation(TAKE_JOBS, on="job")
def hand_back_job(*, job: Job, at: datetime, by: Account) -> Job:
    """Hand a job back: it waits for somebody again. Raises JobRefused for another's."""
    must_be_open(job)
    must_be_theirs(job, by)
    give_to(job, None, at)
    return job


@operation(TAKE_JOBS, on="job")
def settle_job(*, job: Job, outcome: str, at: datetime, by: Account) -> Job:
    """Say that a job is done, or that it was dropped. Raises JobRefused for another's, and for a settled one."""
    must_be_open(job)
    if job.taken_by_id is not None:
        must_be_theirs(job, by)
    change(job, settled_at=at, settled_by=by, outcome=Job.Outcome(outcome))
    return job


@operation(TAKE_JOBS, on="job")
def open_job_again(*, job: Job, by: Account) -> Job:
    """Take back that a job was settled. Raises JobRefused for another's."""
    if job.taken_by_id is not None:
        must_be_theirs(job, by)
    change(job, settled_at=None, settled_by=None, outcome="")
    return job


def write_job(
    *,
    group: Group,
    what: str,
    at: datetime,
    made_by: Account,
    taken_by: Person | None = None,
    due_on: date | None = None,
    event: Event | None = None,
    item: AgendaItem | None = None,
    uid: UUID | None = None,
) -> Job:
    """Write a job; who is named was looked at before. Raises JobRefused for no words, too many, or another's event."""
    if not what.strip():
        raise JobRefused(_("Say what is to be done."), field="what", code="blank")
    if len(what.strip()) > LONGEST:
        raise JobRefused(_("That is too long for a job: say it in a line or two."), field="what", code="too_long")
    if event is not None and event.group_id != group.pk:
        raise JobRefused(_("That event is another group's."), code="elsewhere")
    return Job.objects.create(
        uid=uid or new_uid(),
        group=group,
        event=event,
        what=what.strip(),
        taken_by=taken_by,
        taken_at=at if taken_by else None,
        due_on=due_on,
        decided_at_item=item,
        made_by=made_by,
    )


def give_to(job: Job, person: Person | None, at: datetime) -> None:
    """Write whose a job is, and since when; nothing where it was theirs before."""
    if job.taken_by_id != (person.pk if person else None):
        change(job, taken_by=person, taken_at=at if person else None)


def must_be_open(job: Job) -> None:
    """Raise JobRefused for a job that is settled."""
    if job.settled_at is not None:
        raise JobRefused(_("This is settled already."), code="settled")


def must_be_theirs(job: Job, by: Account) -> None:
    """Raise JobRefused for a job that somebody else took, unless the account gives out jobs there."""
    if job.taken_by_id != by.person_id and not by.may(GIVE_JOBS, scopes_of(job)):
        raise JobRefused(_("That is somebody else's job."), code="anothers")
