"""The background work on names of people's own lists."""

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.models import Account
from m4c.people.operations import name_on_list


@task()
def forget_names() -> None:
    """Forget names that have been on a list for more than 60 days."""
    name_on_list.forget_names(on=timezone.localdate(), by=Account.objects.of_system(Role.WORKER))
