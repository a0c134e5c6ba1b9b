"""Background tasks of outreach: gather who is told how, and send the letters, each once."""

import time

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.outreach import letters
from m4c.outreach.models import Telling, Told
from m4c.outreach.operations import telling as operations  # as a module: it imports this one
from m4c.outreach.permissions import TELL_GROUP
from m4c.people.consent_rules import may_contact
from m4c.people.models import Account, Channel, Purpose

PAUSE = 0.03  # seconds between two pieces, so that whoever else writes gets a turn


@task()
def gather(telling_id: int) -> None:
    """Work out who is told how, from wherever it got to, and then send the letters."""
    worker = Account.objects.of_system(Role.WORKER)
    while (telling := on_its_way(telling_id)) and telling.gathered_at is None:
        operations.gather_some(telling=telling, at=timezone.now(), by=worker)
        time.sleep(PAUSE)
    if on_its_way(telling_id):
        send_letters.enqueue(telling_id)


@task()
def send_letters(telling_id: int) -> None:
    """Send each letter that waits, one after the other; what is broken off goes on from there."""
    worker = Account.objects.of_system(Role.WORKER)
    while telling := on_its_way(telling_id):
        claimed = operations.claim_letters(telling=telling, by=worker).letters
        if not claimed:
            operations.settle_telling(telling=telling, at=timezone.now(), by=worker)
            return
        outcomes = {told: outcome_of(telling, told, token) for told, token in claimed}
        operations.settle_letters(telling=telling, outcomes=outcomes, at=timezone.now(), by=worker)


def outcome_of(telling: Telling, told: Told, token: str) -> tuple[str, str]:
    """Send one letter, unless its reader may not be written to by now; what became of it, and why."""
    answer = may_contact(told.person, Channel.EMAIL, Purpose.NEWS, timezone.now(), automatic=True)
    if not answer:
        return Told.State.HELD_BACK, answer.why
    address = told.person.emails.first()
    if address is None:
        return Told.State.HELD_BACK, _("We have no e-mail address of theirs.")
    problem = letters.send_telling(telling, told, token, address.address)
    return (Told.State.FAILED, problem) if problem else (Told.State.TOLD, "")


def on_its_way(telling_id: int) -> Telling | None:
    """A telling as it stands now; None where it was called off, or its maker may write to the group no more."""
    found = Telling.objects.select_related("group", "made_by", "saved_filter").filter(
        pk=telling_id, called_off_at=None, settled_at=None
    )
    telling = found.exclude(goes_at=None).first()
    if telling is None or not telling.made_by.may(TELL_GROUP, [frozenset([telling.group.path])]):
        return None
    return telling
