"""Background tasks of standing down: gather who was called out, and send the letters, each once."""

from functools import partial

from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.campaigns.ladder.stand_down_letter import message_of
from m4c.campaigns.models import StandDown, StoodDown
from m4c.campaigns.operations import stand_down as operations  # as a module: it imports this one
from m4c.core.chunks import let_others_write
from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.consent_rules import may_contact
from m4c.people.models import Account, Channel, Purpose
from m4c.people.posting import FAILED, Outcome, post, send_each


@task()
def gather(stand_down_id: int) -> None:
    """Work out who is told how, from wherever it got to, and send the letters; what is broken off goes on from there.

    A letter that does not go now is not tried again: somebody rings instead, since people are on their way.
    """
    worker = Account.objects.of_system(Role.WORKER)
    while (stand_down := found(stand_down_id)) and stand_down.gathered_at is None:
        operations.gather_called_out(stand_down=stand_down, at=timezone.now(), by=worker)
        let_others_write()
    with post() as way:
        while stand_down := found(stand_down_id):
            claimed = operations.claim_stand_down(stand_down=stand_down, at=timezone.now(), by=worker)
            if not claimed:
                return
            write = partial(written, stand_down)
            sent = send_each(way, claimed, write=write, went=StoodDown.State.TOLD, later=ring)
            operations.settle_stand_down(stand_down=stand_down, outcomes=sent.outcomes, at=timezone.now(), by=worker)


def written(stand_down: StandDown, row: StoodDown) -> EmailMessage | str:
    """Somebody's letter, or why they get none: it is word of what they were called out for, and goes by itself."""
    answer = may_contact(row.person, Channel.EMAIL, Purpose.SERVICE, timezone.now(), automatic=True)
    address = row.person.emails.first()
    if not answer or address is None:
        return answer.why if not answer else _("We have no e-mail address of theirs.")
    return message_of(stand_down, row, address.address)


def ring(why: str) -> Outcome:
    """A letter that did not go: whoever it is for is rung."""
    return FAILED, why


def found(stand_down_id: int) -> StandDown | None:
    """A stand-down as it stands now."""
    rows = StandDown.objects.select_related("campaign__group", "step", "event", "by")
    return rows.filter(pk=stand_down_id).first()
