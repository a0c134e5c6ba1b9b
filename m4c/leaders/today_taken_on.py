"""Today: what one took on, of any kind: jobs, calls to make, people to tell. Each app that keeps such says so here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.core.register import Register
from m4c.core.visibility import Rows, any_of
from m4c.events.meetings.jobs_for import told_for
from m4c.events.models import Job
from m4c.leaders.today_lines import Action, Line, Moment, overdue_since
from m4c.leaders.today_own_talks import AHEAD
from m4c.people.models import Account, Person

MOST = 6


@dataclass(frozen=True)
class TakenOn:
    """A kind of thing that people take on.

    `lines(account, moment)` gives those to be done, the soonest first; `rows(account, moment)` names those without
    which there are none, whoever may see them, so that one statement asks for all kinds together.
    """

    lines: Callable[[Account, Moment], Iterable[Line]]
    rows: Callable[[Account, Moment], Rows]


TAKEN_ON: Register[TakenOn] = Register("What somebody took on, for Today.")


def taken_on(account: Account, at: Moment) -> Iterator[Line]:
    """All of it; nothing for an account that belongs to nobody."""
    for there in which_there_are(account, at) if account.person_id else ():
        for kind, is_any in zip(TAKEN_ON.all(), there, strict=True):
            if is_any:
                yield from kind.lines(account, at)


@prepared
def which_there_are(account: Account, at: Moment) -> QuerySet[Person, tuple[bool, ...]]:
    """One row: whether there are any of each kind."""
    there = [any_of(kind.rows(account, at)) for kind in TAKEN_ON.all()]
    return Person.objects.filter(pk=account.person_id or 0).values_list(*there)


def jobs(account: Account, at: Moment) -> Iterator[Line]:
    """One's jobs that are due within the week, overdue, or without a day."""
    found = jobs_to_do(account, at)
    what_for = told_for(account, found)
    for job in found:
        done = Action(_("Done"), reverse("press-job", args=[job.uid, Job.Outcome.DONE]), is_press=True)
        where, url = str(job.event or what_for.get(job.pk) or job.group), f"{reverse('jobs')}?only=own"
        yield Line(job.what, where, url, done, day=job.due_on, late=overdue_since(job.due_on, at.today))


@prepared
def jobs_to_do(account: Account, at: Moment) -> QuerySet[Job]:
    """The first of them."""
    soon = Q(due_on__lte=at.today + AHEAD) | Q(due_on=None)
    own = Job.objects.visible_to(account).filter(soon, taken_by=account.person_id).to_do()
    return own.select_related("event", "group")[:MOST]


def register() -> None:
    """The jobs of events."""
    TAKEN_ON.add("jobs", TakenOn(jobs, lambda account, _at: Rows(Job, Q(taken_by=account.person_id, settled_at=None))))
