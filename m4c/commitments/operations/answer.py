"""Answers: what was said to an ask by one account of it, confirmed by a second person, struck with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Answer, Ask, Pin, Witness
from m4c.commitments.operations.ask import must_stand, set_put
from m4c.commitments.permissions import NEGOTIATE
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see

Kind = Answer.Kind
IN_WORDS = {Kind.YES_IF, Kind.PARTLY, Kind.MORE}  # say nothing without their words


class AnswerRefused(Refused):
    """The answer says too little, or cannot be confirmed like that."""


@dataclass(frozen=True)
class NewAnswer:
    """What was answered by one account: which kind, in which words, when, who says so, who heard it."""

    kind: str
    on: date
    says_who: str
    words: str = ""
    pin: str = Pin.SOFT
    source: str = ""
    source_url: str = ""
    witness_words: str = ""
    witnesses: Sequence[Person] = ()
    needs_second: bool = False
    uid: UUID | None = None

    @property
    def said(self) -> dict[str, Any]:
        """The fields of the record, without spaces round the words."""
        told = {name: value for name, value in self.__dict__.items() if name not in ("witnesses", "uid")}
        return {name: value.strip() if isinstance(value, str) else value for name, value in told.items()}


@operation(NEGOTIATE, on="ask", public=True)
def write_answer(*, ask: Ask, new: NewAnswer, at: datetime, by: Account) -> Answer:
    """Write down what was answered, by one account of it: others stand beside it. The same uid twice is one answer.
    Raises AnswerRefused, AskRefused, Unseen.
    """
    must_see(new.witnesses, by)
    return set_answer(ask, new, at, by)


@operation(NEGOTIATE, on="answer", public=True)
def confirm_answer(*, answer: Answer, at: datetime, by: Account) -> Answer:
    """Say, as a second person, that it was answered like that. Twice is once. Raises AnswerRefused."""
    set_confirmed(answer, at, by)
    return answer


@operation(NEGOTIATE, on="answer", public=True)
def strike_answer(*, answer: Answer, why: str, at: datetime, by: Account) -> Answer:
    """Strike an answer that was written down wrong: it counts for nothing, and stands with the reason. Raises
    AnswerRefused.
    """
    if answer.struck_at:
        raise AnswerRefused(_("It was struck already."), code="struck")
    if not why.strip():
        raise AnswerRefused(_("Say why it is struck."), field="why", code="no_reason")
    change(answer, struck_at=at, struck_because=why.strip())
    return answer


def set_answer(ask: Ask, new: NewAnswer, at: datetime, by: Account) -> Answer:
    """Write an answer, and that its ask was put. Raises AnswerRefused, AskRefused."""
    if new.uid and (known := Answer.objects.filter(uid=new.uid).first()):
        return same(known, ask, new)
    must_stand(ask)
    check(ask, new, timezone.localdate(at))
    answer = Answer(ask=ask, typed_by=by, typed_at=at, **new.said, **({"uid": new.uid} if new.uid else {}))
    answer.save(force_insert=True)
    Witness.objects.bulk_create([Witness(answer=answer, person=person) for person in dict.fromkeys(new.witnesses)])
    if ask.asked_on is None:
        set_put(ask, new.on)
    return answer


def set_confirmed(answer: Answer, at: datetime, by: Account) -> None:
    """Write that a second person heard the same. Raises AnswerRefused."""
    now = Answer.objects.select_for_update(of=("self",)).get(pk=answer.pk)
    if now.confirmed_at:
        answer.confirmed_at, answer.confirmed_by_id = now.confirmed_at, now.confirmed_by_id
        return
    if now.struck_at:
        raise AnswerRefused(_("It was struck."), code="struck")
    if not now.needs_second:
        raise AnswerRefused(_("Nobody needs to confirm this one."), code="no_need")
    if is_typist(now, by):
        raise AnswerRefused(
            _("You typed it in yourself: somebody else reads it again and says that they heard the same."),
            code="not_oneself",
        )
    if now.kind in IN_WORDS and not now.words:
        raise AnswerRefused(_("Somebody writes it down in their exact words first."), code="no_words")
    change(answer, confirmed_by=by, confirmed_at=at)


def is_typist(answer: Answer, by: Account) -> bool:
    """Whether it is the account that typed it in, or another of the same person."""
    return answer.typed_by_id == by.pk or (by.person_id is not None and answer.typed_by.person_id == by.person_id)


def check(ask: Ask, new: NewAnswer, today: date) -> None:
    """Raise AnswerRefused for what would not hold. One that a second person confirms may get its words from them."""
    if new.kind not in Kind.values:
        raise AnswerRefused(_("Say what the answer was."), field="kind", code="no_kind")
    if new.pin not in Pin.values:
        raise AnswerRefused(_("Say how it was pinned."), field="pin", code="no_pin")
    if not new.says_who.strip():
        raise AnswerRefused(_("Say who says so."), field="says_who", code="nobody")
    if new.kind in IN_WORDS and not new.needs_second and not new.words.strip():
        raise AnswerRefused(_("Write it down in their exact words."), field="words", code="no_words")
    if new.on > today:
        raise AnswerRefused(_("That day is still to come."), field="on", code="ahead")
    if ask.asked_on and new.on < ask.asked_on:
        raise AnswerRefused(_("It was not asked before that day."), field="on", code="before")


def same(known: Answer, ask: Ask, new: NewAnswer) -> Answer:
    """The answer of this uid, if it says the very same. Raises AnswerRefused otherwise, telling nothing."""
    if known.ask_id != ask.pk or (known.kind, known.words) != (new.kind, new.words.strip()):
        raise AnswerRefused(_("That cannot be written down."), code="other_content")
    return known
