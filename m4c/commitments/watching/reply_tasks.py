"""Background tasks of replies: the receipt that goes to the address from which one says to come."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from m4c.commitments.models import OfficeReply
from m4c.commitments.watching.reply_secrets import token_of
from m4c.core.tasks import task
from m4c.people.context import name_of_movement
from m4c.people.posting import message, post


@task()
def mail_reply_receipt(reply_id: int) -> None:
    """Send it, while the reply waits; its name is the same whenever it is sent, so that it is one letter."""
    related = ("commitment__powerholder", "commitment__group")
    waiting = OfficeReply.objects.filter(pk=reply_id, confirmed_at=None, refused_at=None, address_shown_at=None)
    reply = waiting.exclude(email="").select_related(*related).first()
    if reply:
        with post() as way:
            way.send(receipt(reply))


def receipt(reply: OfficeReply) -> EmailMessage:
    """The letter, in the language in which they wrote. Its subject says nothing of who promised what."""
    known = {code[:2]: code for code, _name in settings.LANGUAGES}
    with translation.override(known.get(reply.language, settings.LANGUAGE_CODE)):
        link = reverse("show-reply-address", kwargs={"token": token_of(str(reply.uid))})
        told = {"reply": reply, "movement": name_of_movement(), "url": settings.SITE_URL + link}
        body = render_to_string("commitments/letters/reply_receipt.txt", told)
        subject = _("Your reply has come in: one step more")
    headers = {"Auto-Submitted": "auto-generated"}  # RFC 3834: nobody's "I am away" answers it
    return message(f"reply-{reply.uid}", subject, body, reply.email, headers)
