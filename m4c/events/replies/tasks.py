"""Background tasks of replies: places that came free otherwise than by a link, and forgetting after the event."""

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.events.operations.reply_forgetting import forget_what_was_for_the_event
from m4c.events.operations.waiting_list import call_up_waiting, with_waiting
from m4c.people.models import Account


@task()
def call_up() -> None:
    """Give places that somebody gave up on the phone, or that a larger hall brought, to those who wait."""
    now, worker = timezone.now(), Account.objects.of_system(Role.WORKER)
    for event in with_waiting(now):
        call_up_waiting(event=event, at=now, by=worker)


@task()
def forget() -> None:
    """Forget what was only good until the event."""
    forget_what_was_for_the_event(at=timezone.now(), by=Account.objects.of_system(Role.WORKER))
