"""Background tasks about people on record twice."""

from django.utils import timezone

from m4c.core.chunks import let_others_write
from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.models import Account
from m4c.people.operations import double, person_merge


@task()
def look_for_doubles() -> None:
    """Look through everybody on record, five hundred at a time."""
    by, at = Account.objects.of_system(Role.WORKER), timezone.now()
    last: int | None = 0
    while last is not None:
        last = double.look_for_doubles(after=last, at=at, by=by)
        let_others_write()


@task()
def forget_merges() -> None:
    """Forget what merges moved that can no longer be undone."""
    person_merge.forget_merges(at=timezone.now(), by=Account.objects.of_system(Role.WORKER))
