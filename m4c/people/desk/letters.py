"""Letters about what came in by the public forms: to whoever wrote, and without content to whoever answers.

No word that a stranger typed stands in a letter, not even a name: anybody could have us send it to anybody.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from m4c.core.permissions import Role
from m4c.people.accounts.letters import language_of, send
from m4c.people.context import name_of_movement
from m4c.people.groups.nearest import who_holds
from m4c.people.models import Account, Complaint, ComplaintStep, ContactMessage, JoinRequest, PassingAsking

if TYPE_CHECKING:
    from m4c.people.operations.join_request import AnswerLetter
    from m4c.people.operations.leaving import LeavingLetter
    from m4c.people.operations.sign_up import Letter

ANSWERS: dict[str, str] = {
    JoinRequest.Answer.YES: "join_yes",
    JoinRequest.Answer.NO: "join_no",
    JoinRequest.Answer.LAPSED: "join_lapsed",
}


def send_sign_up_link(letter: "Letter") -> None:
    """The link that confirms a sign-up, and until when it is good."""
    sign_up = letter.sign_up
    context = {"link": letter, "days": settings.SIGN_UP_LINK_DAYS}
    send_to(sign_up.email, sign_up.language, "sign_up_link", context)


def send_complaint_received(complaint: Complaint) -> None:
    """That a complaint came in, by when it will be answered, and who else may be asked."""
    send_to(complaint.email, complaint.language, "complaint_received", {"complaint": complaint})


def send_complaint_answer(answer: ComplaintStep) -> None:
    """The answer to a complaint, in the words of whoever answered it."""
    complaint = answer.complaint
    send_to(complaint.email, complaint.language, "complaint_answer", {"complaint": complaint, "answer": answer})


def send_join_answer(letter: "AnswerLetter") -> None:
    """What the group said to whoever asked for it, or that it said nothing; on yes, how to leave again."""
    asked = letter.join_request
    context = {"asked": asked, "link": letter.link, "days": settings.LEAVING_LINK_DAYS}
    if asked.answer == JoinRequest.Answer.LAPSED:
        with translation.override(asked.language):
            context["contact"] = settings.SITE_URL + reverse("contact")
    send_to(letter.email, asked.language, ANSWERS[asked.answer], context)


def send_leaving_links(letter: "LeavingLetter") -> None:
    """A link for each group that somebody belongs to, by which they leave it with one press."""
    person = letter.email.person
    context = {"links": letter.links, "days": settings.LEAVING_LINK_DAYS, "name": person.short_name}
    if letter.links:
        send_to(letter.email.address, person.written_in, "leaving_links", context)


def send_group_closes(asking: PassingAsking, email: str) -> None:
    """That somebody's group closes, and that they are asked and not moved; where to say it, for those who sign in."""
    person = asking.person
    signs_in = Account.objects.filter(person=person, is_active=True).exists()
    link = settings.SITE_URL + reverse("own-asking", args=[asking.uid]) if signs_in else ""
    context = {"passing": asking.passing, "name": person.short_name, "link": link}
    send_to(email, person.written_in, "group_closes", context)


def send_message_waits(message: ContactMessage) -> None:
    """That a message waits, to those who answer for the group."""
    holders = who_holds([Role.ORGANISER], message.group) or who_holds([Role.ADMIN], message.group)
    tell(holders, "message_waits", {"group": message.group, "link": settings.SITE_URL + reverse("messages")})


def send_complaint_waits(complaint: Complaint) -> None:
    """That a complaint waits, and for what, to those who answer for data protection, else to the admins."""
    holders = who_holds([Role.DATA_PROTECTION], complaint.group) or who_holds([Role.ADMIN], complaint.group)
    link = settings.SITE_URL + reverse("complaints")
    is_acknowledged = ComplaintStep.objects.filter(complaint=complaint).exists()
    tell(holders, "complaint_waits", {"link": link, "complaint": complaint, "is_acknowledged": is_acknowledged})


def tell(accounts: Iterable[Account], name: str, context: dict[str, Any]) -> None:
    """Send a letter to each of these accounts, in their own language."""
    for account in accounts:
        send_to(account.email or "", language_of(account), name, context)


def send_to(email: str, language: str, name: str, context: dict[str, Any]) -> None:
    """Write the letter of that name in this language: the template's first line is its subject."""
    with translation.override(language):
        text = render_to_string(f"people/letters/{name}.txt", {"movement": name_of_movement(), **context})
    subject, _newline, body = text.partition("\n")
    send(subject, body, email)
