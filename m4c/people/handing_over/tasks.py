"""Background tasks of handing over: private notes of which nobody said anything go when their time is over."""

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.models import Account
from m4c.people.operations import handed_over


@task()
def destroy_unanswered_notes() -> None:
    """Destroy the private notes whose person said nothing in time."""
    handed_over.destroy_unanswered_notes(at=timezone.now(), by=Account.objects.of_system(Role.WORKER))
