"""A few jobs as a panel tells them: who took each as far as one may know, and what one may do with them."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from m4c.core.visibility import Scopes
from m4c.events.models import Job
from m4c.events.permissions import GIVE_JOBS, TAKE_JOBS
from m4c.people.models import Account
from m4c.people.naming import names_of


def told_jobs(account: Account, jobs: Sequence[Job], scopes: Scopes) -> dict[str, Any]:
    """What the part of a page that lists jobs needs, of those that the account sees."""
    names = names_of(account, [job.taken_by_id for job in jobs])
    return {
        "jobs": [(job, names.get(job.taken_by_id, "")) for job in jobs],
        "may_give": account.may(GIVE_JOBS, scopes),
        "may_take": account.may(TAKE_JOBS, scopes),
        "own_person": account.person_id,
        "today": timezone.localdate(),
    }
