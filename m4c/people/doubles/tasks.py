"""Background tasks about people on record twice."""

import time

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.models import Account
from m4c.people.operations import double, person_merge

PAUSE = 0.03  # seconds between two steps, so that whoever writes meanwhile need not wait


@task()
def look_for_doubles() -> None:
    """Look through everybody on record, five hundred at a time."""
    by, at = Account.objects.of_system(Role.WORKER), timezone.now()
    last: int | None = 0
    while last is not None:
        last = double.look_for_doubles(after=last, at=at, by=by)
        time.sleep(PAUSE)


@task()
def forget_merges() -> None:
    """Forget what merges moved that can no longer be undone."""
    person_merge.forget_merges(at=timezone.now(), by=Account.objects.of_system(Role.WORKER))
