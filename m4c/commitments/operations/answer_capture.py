"""Capture answers while they are given: at a table or on a stage, as a phone brings them, with a signal or later.

On a stage each answer needs a second person. With no signal the second cannot see what the first typed: two people who
each typed the same answer have confirmed each other, whichever of the two phones sends first.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.commitments.models import Answer, Ask, Assembly, Pin
from m4c.commitments.operations.answer import (
    AnswerRefused,
    NewAnswer,
    check,
    is_typist,
    set_answer,
    set_confirmed,
)
from m4c.commitments.permissions import NEGOTIATE
from m4c.commitments.table.entries import BACK, CONFIRMED, KEPT, Captured, Confirmed, Entry, Said, TakenBack
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.people.models import Account
from m4c.people.models.use import is_out_of_use


@operation(NEGOTIATE, on="event", public=True)
def capture_answers(*, event: Event, sent: Sequence[Entry], at: datetime, by: Account) -> Captured:
    """Write down what was answered to the asks of an event. Each entry is answered by itself, and sent twice is once.
    Raises AnswerRefused for an event that was called off.
    """
    if event.is_called_off:
        raise AnswerRefused(_("This meeting was called off."), code="called_off")
    asks = {ask.uid: ask for ask in Ask.objects.select_for_update(of=("self",)).filter(event=event).order_by("pk")}
    on_stage, captured = Assembly.objects.filter(event=event).exists(), Captured()
    for entry in sent:
        try:
            if isinstance(entry, Said):
                hear(entry, asks, on_stage, at, by, captured)
            elif isinstance(entry, Confirmed):
                answer = answer_of(asks, entry.of)
                set_confirmed(answer, at, by)
                captured.keep(entry, CONFIRMED, answer)
            else:
                take_back(entry, asks, at, by, captured)
        except Refused as refused:
            captured.refuse(entry, refused)
    return captured


def hear(entry: Said, asks: Mapping[UUID, Ask], on_stage: bool, at: datetime, by: Account, captured: Captured) -> None:
    """Write one answer; on a stage it meets what somebody else heard. Raises AnswerRefused, AskRefused."""
    ask = asks.get(entry.ask)
    if ask is None:
        raise cannot_be_written()
    new = NewAnswer(
        kind=entry.answer,
        words=entry.words,
        pin=entry.pin or ask.pin or Pin.SOFT,
        on=timezone.localdate(min(entry.at, at)),
        says_who=who_types(by),
        witness_words=entry.witness_words,
        needs_second=on_stage,
        uid=entry.uid,
    )
    twin = twin_of(ask, new, by) if on_stage and not Answer.objects.filter(uid=entry.uid).exists() else None
    if twin is None:
        captured.keep(entry, KEPT, set_answer(ask, new, at, by))
    elif not new.words.strip() or new.words.strip().casefold() == twin.words.casefold():
        check(ask, new, timezone.localdate(at))
        if twin.confirmed_at is None:
            set_confirmed(twin, at, by)
        captured.keep(entry, CONFIRMED, twin)
    else:
        fuller = set_answer(ask, new, at, by)
        change(fuller, confirmed_by=twin.typed_by, confirmed_at=at)
        change(twin, struck_at=at, struck_because=_("The same, with their words."))
        captured.keep(entry, CONFIRMED, fuller, twin)


def twin_of(ask: Ask, new: NewAnswer, by: Account) -> Answer | None:
    """What somebody else heard that is the same: that waits for a second person, or that this very account confirmed
    before, so that what was sent twice is once. Two that differ in their words stand beside each other.
    """
    alike = Answer.objects.filter(ask=ask, kind=new.kind, needs_second=True, struck_at=None).select_related("typed_by")
    words = new.words.strip().casefold()
    for other in alike:
        if is_typist(other, by) or (other.confirmed_at and other.confirmed_by_id != by.pk):
            continue
        says_no_other = not words or other.words.casefold() == words
        if says_no_other or (not other.words and other.confirmed_at is None):
            return other
    return None


def take_back(entry: TakenBack, asks: Mapping[UUID, Ask], at: datetime, by: Account, captured: Captured) -> None:
    """Strike what this account typed in by mistake, as long as nobody confirmed it. Raises AnswerRefused."""
    answer = answer_of(asks, entry.of)
    if not is_typist(answer, by) or answer.confirmed_at:
        raise cannot_be_written()
    if answer.struck_at is None:
        change(answer, struck_at=at, struck_because=_("A slip, taken back at once."))
    captured.keep(entry, BACK, answer)


def answer_of(asks: Mapping[UUID, Ask], uid: UUID) -> Answer:
    """An answer to one of these asks. Raises AnswerRefused for any other."""
    found = Answer.objects.filter(uid=uid, ask__in=[ask.pk for ask in asks.values()]).select_related("typed_by")
    answer: Answer | None = found.first()
    if answer is None:
        raise cannot_be_written()
    return answer


def cannot_be_written() -> AnswerRefused:
    """Why something was refused that names an ask or an answer of another event, without telling of it."""
    return AnswerRefused(_("That cannot be written down."), code="other_content")


def who_types(by: Account) -> str:
    """Who says so: whoever typed it in; somebody kept safe is "one of us" to all who read it."""
    if by.person is None or is_out_of_use(by.person.pk):
        return _("one of us")
    return by.person.name
