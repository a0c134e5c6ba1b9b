"""Background tasks of commitments: work out where those stand that nobody worked out."""

from m4c.commitments.operations import standing
from m4c.core.chunks import let_others_write
from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.models import Account


@task()
def restate_all() -> None:
    """A few hundred at a time, with a breath between; what is broken off goes on from there the next time."""
    while standing.restate_commitments(by=Account.objects.of_system(Role.WORKER)):
        let_others_write()
