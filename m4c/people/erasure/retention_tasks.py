"""The nightly look for what has been kept longer than it should: it proposes, and erases nothing."""

from django.utils import timezone

from m4c.core.chunks import let_others_write
from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.erasure.keeping import RETENTION_RULES
from m4c.people.models import Account
from m4c.people.operations import retention


@task()
def propose() -> None:
    """Put whom each rule finds before those who decide. Twice is once."""
    by = Account.objects.of_system(Role.WORKER)
    for rule in RETENTION_RULES.names():
        after = 0
        while cases := retention.propose_cases(rule=rule, after=after, at=timezone.now(), by=by):
            after = cases[-1].person_id
            let_others_write()
