"""What else a job is for than its group and its event, in words: apps to the right say so, as campaigns do."""

from collections.abc import Callable, Collection, Mapping

from m4c.core.register import Register
from m4c.events.models import Job
from m4c.people.models import Account

JOBS_FOR: Register[Callable[[Account, Collection[int]], Mapping[int, str]]] = Register("What else jobs are for.")


def told_for(account: Account, jobs: Collection[Job]) -> dict[int, str]:
    """By id, what those of these jobs that are no event's are for, as far as the account may see it."""
    ids = [job.pk for job in jobs if job.event_id is None]
    return {pk: words for told in JOBS_FOR.all() for pk, words in told(account, ids).items()} if ids else {}
