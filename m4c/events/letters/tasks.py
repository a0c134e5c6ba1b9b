"""Background tasks of letters: queue what is due by the clock, and send what waits, each letter once."""

from datetime import datetime

from django.utils import timezone

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.events.letters.sending import written
from m4c.events.letters.when import is_too_late
from m4c.events.models import EventLetter, LetterToSomebody
from m4c.events.operations import event_letter as operations  # as a module: it imports this one
from m4c.people.models import Account
from m4c.people.posting import post, send_each

State = LetterToSomebody.State


@task()
def queue_due() -> None:
    """Queue reminders, thanks and "we missed you" where they are wanted and due."""
    queue_due_at(timezone.now())


def queue_due_at(now: datetime) -> None:
    """The same, at a time. An event that was called off sends none."""
    worker = Account.objects.of_system(Role.WORKER)
    due = EventLetter.objects.filter(sends_at__lte=now, event__cancelled_at=None).exclude(approved_at=None)
    lately = due.filter(event__starts_at__gte=now - operations.LATELY).select_related("event__group")
    for letter in lately.order_by("sends_at"):
        if not is_too_late(letter.event, letter.kind, now):
            operations.queue_letters(event=letter.event, kind=letter.kind, at=now, by=worker)


@task()
def send_waiting() -> None:
    """Send each letter that waits, one after the other; what is broken off goes on from there."""
    send_waiting_at(timezone.now())


def send_waiting_at(now: datetime) -> None:
    """The same, at a time. Where no mail server answers the rest waits for the next time."""
    worker = Account.objects.of_system(Role.WORKER)
    with post() as way:
        while claimed := operations.claim_letters(at=now, by=worker).letters:
            sent = send_each(way, claimed, write=lambda letter: written(letter, now), went=State.SENT)
            operations.settle_letters(outcomes=sent.outcomes, at=now, by=worker)
            if sent.is_down:
                return
