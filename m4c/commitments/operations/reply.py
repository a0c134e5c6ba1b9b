"""What the speaker's office replies to a verdict, by the link of its notice: held until a keeper knows it is theirs."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import OfficeReply
from m4c.commitments.permissions import ANSWER_FOR_COMMITMENTS
from m4c.commitments.watching import reply_tasks as tasks
from m4c.commitments.watching.keeping import must_keep
from m4c.commitments.watching.links import judgement_opened_by
from m4c.commitments.watching.office_address import is_nobodys_office, is_shown
from m4c.commitments.watching.reply_secrets import token_of
from m4c.commitments.watching.restating import restate
from m4c.core.errors import Refused
from m4c.core.models.record import new_uid
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.people.models import Account
from m4c.people.models.sign_in_link import hash_of

MOST_HELD = 20  # to one verdict


class ReplyRefused(Refused):
    """The reply says too little, was settled, or its link opens nothing."""


@dataclass(frozen=True)
class HandedReply:
    """What an office replies, who writes it in which role, and from which address of the office."""

    words: str
    writer: str
    role: str
    email: str
    language: str = "en"


@operation(ANSWER_FOR_COMMITMENTS, on=None)
def hand_in_reply(*, token: str, handed: HandedReply, at: datetime, by: Account) -> OfficeReply:
    """The office replies. The same sent twice is one. Raises ReplyRefused."""
    judgement = judgement_opened_by(token)
    if judgement is None:
        raise ReplyRefused(_("This link opens nothing any more."), code="no_link")
    check(handed)
    if is_nobodys_office(handed.email, judgement.commitment.powerholder.email):
        sentence = _("That is a mailbox as anybody has one. Reply from an address of the office.")
        raise ReplyRefused(sentence, field="email", code="not_of_office")
    told = {name: getattr(handed, name).strip() for name in ("words", "writer", "role", "email")}
    known = OfficeReply.objects.filter(judgement=judgement)
    if twice := known.filter(**told).first():
        return twice
    if known.filter(confirmed_at=None, refused_at=None).count() >= MOST_HELD:
        raise ReplyRefused(_("So much waits to be looked at that nothing more can be taken."), code="too_many")
    uid = new_uid()
    reply = OfficeReply.objects.create(
        uid=uid,
        commitment=judgement.commitment,
        judgement=judgement,
        language=handed.language[:2],
        secret_hash=hash_of(token_of(str(uid))),
        received_at=at,
        **told,
    )
    tasks.mail_reply_receipt.enqueue(reply.pk)
    return reply


@operation(ANSWER_FOR_COMMITMENTS, on=None)
def show_reply_address(*, token: str, at: datetime, by: Account) -> OfficeReply:
    """Whoever reads the address of a reply opened the link that was sent there. Twice is once. Raises ReplyRefused."""
    reply = OfficeReply.objects.select_for_update().exclude(secret_hash="").filter(secret_hash=hash_of(token)).first()
    if reply is None:
        raise ReplyRefused(_("This link opens nothing any more."), code="no_link")
    if reply.address_shown_at is None:
        change(reply, address_shown_at=at)
    return reply


@operation(SIGNED_IN, on="by", public=True)
def confirm_reply(*, reply: OfficeReply, how: str = "", at: datetime, by: Account) -> OfficeReply:
    """Say that it came from them: it stands beside the verdict from now on. Raises ReplyRefused.

    Where its address is not shown to be the office's, the keeper says how they made sure.
    """
    must_keep(reply.commitment, by)
    must_be_held(reply)
    if not how.strip() and not is_shown(reply):
        raise ReplyRefused(_("Say how you made sure: whom you rang, at which number."), field="how", code="not_sure")
    change(reply, confirmed_by=by, confirmed_at=at, confirmed_how=how.strip())
    restate([reply.commitment])
    return reply


@operation(SIGNED_IN, on="by")
def refuse_reply(*, reply: OfficeReply, because: str, at: datetime, by: Account) -> OfficeReply:
    """Say that it did not come from them, with the reason: it is shown nowhere. Raises ReplyRefused."""
    must_keep(reply.commitment, by)
    must_be_held(reply)
    if not because.strip():
        raise ReplyRefused(_("Say why."), field="because", code="no_reason")
    change(reply, refused_at=at, refused_because=because.strip())
    return reply


def check(handed: HandedReply) -> None:
    """Raise ReplyRefused for a reply without words, a writer, a role or an address."""
    asked = {
        "words": _("Write your reply."),
        "writer": _("Say who writes: it stands beside the verdict with a name."),
        "role": _("Say in which role you write."),
    }
    for field, sentence in asked.items():
        if not getattr(handed, field).strip():
            raise ReplyRefused(sentence, field=field, code="empty")
    try:
        validate_email(handed.email.strip())
    except ValidationError as wrong:
        raise ReplyRefused(_("Give an address of the office."), field="email", code="no_email") from wrong


def must_be_held(reply: OfficeReply) -> None:
    """Raise ReplyRefused for one that was settled."""
    held = OfficeReply.objects.filter(pk=reply.pk, confirmed_at=None, refused_at=None)
    if not held.select_for_update().exists():
        raise ReplyRefused(_("That was settled already."), code="settled")
