"""Background tasks of outreach: gather who is told how, and send the letters, each once."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.chunks import let_others_write
from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.outreach import letters
from m4c.outreach.models import Telling, Told
from m4c.outreach.operations import telling as operations  # as a module: it imports this one
from m4c.outreach.permissions import TELL_GROUP
from m4c.people.consent_rules import may_contact
from m4c.people.models import Account, Channel, Purpose
from m4c.people.posting import Outcome, post, send_each

NEWS_FOR = timedelta(days=2)


@task()
def gather(telling_id: int) -> None:
    """Work out who is told how, from wherever it got to, and then send the letters."""
    worker = Account.objects.of_system(Role.WORKER)
    while (telling := on_its_way(telling_id)) and telling.gathered_at is None:
        operations.gather_some(telling=telling, at=timezone.now(), by=worker)
        let_others_write()
    if on_its_way(telling_id):
        send_letters.enqueue(telling_id)


@task()
def send_letters(telling_id: int) -> None:
    """Send each letter that waits, one after the other; what is broken off goes on from there.

    Where no mail server answers, the rest waits for `go_on`.
    """
    worker = Account.objects.of_system(Role.WORKER)
    with post() as way:
        while telling := on_its_way(telling_id):
            now = timezone.now()
            claimed = operations.claim_letters(telling=telling, at=now, by=worker).letters
            if not claimed:
                operations.settle_telling(telling=telling, at=now, by=worker)
                return
            write, wait = partial(written, telling, dict(claimed)), partial(later, telling)
            sent = send_each(way, dict(claimed), write=write, went=Told.State.TOLD, later=wait)
            operations.settle_letters(telling=telling, outcomes=sent.outcomes, at=now, by=worker)
            if sent.is_down:
                return


@task()
def go_on() -> None:
    """Take up again what was sent off and has not all gone: the mail server was down, or asked for patience."""
    for telling in Telling.objects.filter(goes_at__lte=timezone.now(), settled_at=None, called_off_at=None):
        gather.enqueue(telling.pk)


def written(telling: Telling, tokens: Mapping[Told, str], told: Told) -> EmailMessage | str:
    """The message for somebody, with the secret of its way out; or why they may not be written to by now."""
    answer = may_contact(told.person, Channel.EMAIL, Purpose.NEWS, timezone.now(), automatic=True)
    if not answer:
        return answer.why
    address = told.person.emails.first()
    if address is None:
        return _("We have no e-mail address of theirs.")
    return letters.message_of(telling, told, tokens[told], address.address)


def later(telling: Telling, why: str) -> Outcome:
    """A letter that did not go is tried again, for as long as it is still news."""
    is_news = telling.goes_at is not None and timezone.now() - telling.goes_at < NEWS_FOR
    return (Told.State.QUEUED if is_news else Told.State.FAILED), why


def on_its_way(telling_id: int) -> Telling | None:
    """A telling as it stands now; None where it was called off, or its maker may write to the group no more."""
    found = Telling.objects.select_related("group", "made_by", "saved_filter").filter(
        pk=telling_id, called_off_at=None, settled_at=None
    )
    telling = found.exclude(goes_at=None).first()
    if telling is None or not telling.made_by.may(TELL_GROUP, [frozenset([telling.group.path])]):
        return None
    return telling
