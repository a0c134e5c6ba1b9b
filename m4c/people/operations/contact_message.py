"""Messages of the contact form: left, answered, and forgotten in time."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC
from m4c.people.desk import tasks
from m4c.people.desk.written import Written
from m4c.people.groups.nearest import group_for
from m4c.people.models import Account, ContactMessage
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.permissions import ANSWER_MESSAGES, WRITE_LETTERS_OF_THE_DESK


class MessageRefused(Refused):
    """The message has been answered."""


@operation(PUBLIC, on=None)
def leave_message(*, written: Written, postcode: str, notice: int, at: datetime, by: Account) -> ContactMessage:
    """Keep a message for the group nearest to a postcode, or the movement, and tell who answers that one waits.

    The postcode finds the group and is not kept. Raises NoMovement.
    """
    message = ContactMessage.objects.create(
        group=group_for(postcode),
        name=written.name.strip(),
        email=written.email,
        words=written.words.strip(),
        language=written.language,
        notice=notice_shown(notice),
        made_at=at,
    )
    tasks.mail_message_waits.enqueue(message.pk)
    return message


@operation(ANSWER_MESSAGES, on="message")
def answer_message(*, message: ContactMessage, at: datetime, by: Account) -> ContactMessage:
    """Say that a message was answered. Raises MessageRefused where it was already."""
    if message.answered_at:
        raise MessageRefused(_("This message has been answered already."), code="answered")
    change(message, answered_at=at, answered_by=by)
    return message


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def forget_messages(*, at: datetime, by: Account) -> None:
    """Forget messages that have been kept as long as the setting says."""
    ContactMessage.objects.filter(made_at__lt=at - timedelta(days=settings.CONTACT_KEPT_DAYS)).delete()
