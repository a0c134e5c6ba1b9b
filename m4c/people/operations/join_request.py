"""Join requests: asked from inside, and answered by the group with a kind sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.people.clocks import lapses_after
from m4c.people.desk import tasks
from m4c.people.desk.default_notice import notice_in_force
from m4c.people.models import Account, Group, JoinRequest, Membership
from m4c.people.models.protection import is_kept_safe
from m4c.people.operations import leaving, sign_up
from m4c.people.operations.coming_in import CameIn, answer_by, count_in, takes_people
from m4c.people.operations.membership import join_many
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.own_word import take_back
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.operations.welcome import welcome_to
from m4c.people.permissions import ANSWER_JOIN_REQUESTS, WRITE_LETTERS_OF_THE_DESK

Answering = Callable[..., "JoinRequest"]  # one of the two answers
MOST_AT_ONCE = 500
FORGOTTEN = {"given_name": "", "family_name": "", "folded": "", "email": "", "phone": "", "postcode": "", "words": ""}


class JoinRequestRefused(Refused):
    """The group cannot be asked, or has answered."""


@dataclass(frozen=True)
class AnswerLetter:
    """To whom an answer is written, where a letter reaches them; on yes with a link by which they leave again."""

    join_request: JoinRequest
    email: str
    link: str = ""
    touched: tuple[JoinRequest, ...] = ()


@operation(SIGNED_IN, on=None)
def ask_group(*, group: Group, at: datetime, by: Account, words: str = "") -> JoinRequest:
    """Ask to come into another group, as oneself; asked twice is asked once. Raises JoinRequestRefused."""
    person = by.person
    if person is None:
        raise JoinRequestRefused(gettext_lazy("Your account belongs to no record of a person."), code="nobody")
    if not takes_people(group):
        raise JoinRequestRefused(gettext_lazy("This group takes nobody in any more."), code="group_ended")
    if Membership.objects.open().filter(person=person, group=group).exists():
        raise JoinRequestRefused(gettext_lazy("You belong to this group already."), code="belongs")
    facts = {
        "asked_by": by,
        "words": words.strip(),
        "language": person.written_in,
        "notice": notice_shown(notice_in_force(timezone.localdate(at)).number),
        "made_at": at,
        "answer_by": answer_by(at),
    }
    return JoinRequest.objects.get_or_create(group=group, person=person, answered_at=None, defaults=facts)[0]


@operation(SIGNED_IN, on=None)
def take_request_back(*, join_request: JoinRequest, by: Account) -> None:
    """Ask no longer: one's own request goes as if it had not been made. Raises JoinRequestRefused and Unseen."""
    if join_request.asked_by_id != by.pk:
        raise Unseen(gettext_lazy("You can only name people whom you may see."))
    check_open(join_request)
    join_request.delete()


@operation(ANSWER_JOIN_REQUESTS, on="join_request")
def accept_request(*, join_request: JoinRequest, at: datetime, by: Account, words: str = "") -> JoinRequest:
    """Say yes: their membership begins, somebody is to welcome them, and they are written to.

    Whoever asked by the site is found on record or written down now, by the rules of signing up. Raises Unseen and
    JoinRequestRefused.
    """
    check_answer(join_request, by)
    if not takes_people(join_request.group):
        raise JoinRequestRefused(gettext_lazy("This group takes nobody in any more."), code="group_ended")
    came = join_asker(join_request, at, by) if join_request.asked_by_id else bring_asker(join_request, at, by)
    if join_request.invitation and came.membership:
        count_in(join_request.invitation, came.membership)
    welcome_to(came.person, join_request.group, join_request.notice, at)
    change(join_request, person=came.person, came_in=came.membership)
    return say(join_request, JoinRequest.Answer.YES, words, at, by)


@operation(ANSWER_JOIN_REQUESTS, on="join_request")
def decline_request(*, join_request: JoinRequest, at: datetime, by: Account, words: str = "") -> JoinRequest:
    """Say no, kindly: they are written to, and what they typed is forgotten. Raises Unseen and JoinRequestRefused."""
    check_answer(join_request, by)
    return say(join_request, JoinRequest.Answer.NO, words, at, by)


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def answer_letter(*, join_request: JoinRequest, at: datetime, by: Account) -> AnswerLetter:
    """The letter of an answer: to nobody where only a telephone is known, or where they are kept safe."""
    asker, person = join_request.asked_by, join_request.person
    email = join_request.email or (asker.email if asker and asker.is_active else "") or ""
    if not email or (person and is_kept_safe(person.pk)):
        return AnswerLetter(join_request, "")
    is_in = person and join_request.answer == JoinRequest.Answer.YES
    link = leaving.leaving_link(person, join_request.group, at) if person and is_in else ""
    return AnswerLetter(join_request, email, link)


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def forget_request(*, join_request: JoinRequest, by: Account) -> JoinRequest:
    """Forget what somebody typed, once the group has answered and the letter is written."""
    if join_request.answered_at:
        change(join_request, **FORGOTTEN, agreed={})
    return join_request


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def lapse_requests(*, at: datetime, by: Account) -> list[JoinRequest]:
    """Answer in the group's stead whom nobody answered: they are told so, and what they typed is forgotten."""
    today = timezone.localdate(at)
    waiting = JoinRequest.objects.select_for_update(of=("self",)).open()
    late = waiting.filter(answer_by__lt=today - lapses_after(today))[:MOST_AT_ONCE]
    return [say(join_request, JoinRequest.Answer.LAPSED, "", at, by) for join_request in late]


def check_answer(join_request: JoinRequest, by: Account) -> None:
    """Raise Unseen where the account does not see the request, JoinRequestRefused where it has been answered."""
    seen = JoinRequest.objects.visible_to(by).select_for_update(of=("self",)).filter(pk=join_request.pk).first()
    if seen is None or seen.asked_by_id == by.pk:
        raise Unseen(gettext_lazy("You can only name people whom you may see."))
    check_open(seen)


def check_open(join_request: JoinRequest) -> None:
    """Raise JoinRequestRefused where the group has answered."""
    if join_request.answered_at:
        raise JoinRequestRefused(gettext_lazy("This has been answered already."), code="answered")


def join_asker(join_request: JoinRequest, at: datetime, by: Account) -> CameIn:
    """The membership of somebody who asked from inside: they gave their own word."""
    person = join_request.person
    assert person is not None
    take_back([person], join_request.group, at, by)
    return CameIn(person, join_many(people=[person], group=join_request.group, on=timezone.localdate(at))[0])


def bring_asker(join_request: JoinRequest, at: datetime, by: Account) -> CameIn:
    """Whoever asked by the site, on record now, with what they agreed to."""
    return sign_up.bring_in(join_request, join_request.group, _("Asked to join"), at, by)


def say(join_request: JoinRequest, answer: str, words: str, at: datetime, by: Account) -> JoinRequest:
    """Keep the answer, and have it written."""
    change(join_request, answer=answer, answer_words=words.strip(), answered_at=at, answered_by=by)
    tasks.mail_join_answer.enqueue(join_request.pk)
    return join_request
