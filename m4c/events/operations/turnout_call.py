"""Write down what people say when they are asked and called, and take a slip back; where they stand follows."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.events.models import Attendance, Event, NameAtEvent, TurnoutCall
from m4c.events.operations.asking import check_asks, check_own_name
from m4c.events.operations.attendance import check_takes_place
from m4c.events.operations.turnout_pledge import TurnoutRefused
from m4c.events.turnout.answers import SETTLED, state_after
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.people.models import Account

State, Round = Attendance.State, TurnoutCall.Round
Asked = TypeVar("Asked", Attendance, NameAtEvent)


@operation(ASK_TO_EVENTS, on="attendance")
def answer_call(*, attendance: Attendance, call: str, answer: str, at: datetime, by: Account) -> Attendance:
    """Somebody on a leader's list said this in this round of calls. Raises TurnoutRefused, AttendanceRefused."""
    check_asks(attendance, by)
    return write_answer(attendance, call, answer, at, by)


@operation(ASK_TO_EVENTS, on="asked")
def answer_name_call(*, asked: NameAtEvent, call: str, answer: str, at: datetime, by: Account) -> NameAtEvent:
    """A name of one's own list said this in this round of calls. Raises TurnoutRefused, AttendanceRefused."""
    check_own_name(asked.name, by)
    return write_answer(asked, call, answer, at, by)


@operation(ASK_TO_EVENTS, on="event")
def answer_calls(
    *, event: Event, answers: Mapping[Attendance | NameAtEvent, str], call: str, at: datetime, by: Account
) -> list[Attendance | NameAtEvent]:
    """Many answers of one round at once, as typed back from paper. Raises TurnoutRefused, AttendanceRefused."""
    for asked, answer in answers.items():
        if asked.event_id != event.pk:
            raise TurnoutRefused(_("That line is of another event."), code="other_event")
        if isinstance(asked, Attendance):
            check_asks(asked, by)
            write_answer(asked, call, answer, at, by)
        else:
            check_own_name(asked.name, by)
            write_answer(asked, call, answer, at, by)
    return list(answers)


@operation(ASK_TO_EVENTS, on="attendance")
def take_back_answer(*, attendance: Attendance, by: Account) -> Attendance:
    """Take back what was written down last of somebody on a leader's list. Raises TurnoutRefused."""
    check_asks(attendance, by)
    return remove_last(attendance)


@operation(ASK_TO_EVENTS, on="asked")
def take_back_name_answer(*, asked: NameAtEvent, by: Account) -> NameAtEvent:
    """Take back what was written down last of a name on one's own list. Raises TurnoutRefused."""
    check_own_name(asked.name, by)
    return remove_last(asked)


def write_answer(asked: Asked, call: str, answer: str, at: datetime, by: Account) -> Asked:
    """Write an answer, and where whoever gave it stands now."""
    check_takes_place(asked.event)
    which = {"attendance": asked} if isinstance(asked, Attendance) else {"name": asked}
    said = TurnoutCall(
        **which,
        round=TurnoutCall.Round(call),
        answer=TurnoutCall.Answer(answer),
        before=asked.state,
        by=by,
        at=at,
    )
    said.save(force_insert=True)
    change(asked, state=state_after(asked.state, list(calls_of(asked))))
    return asked


def note_words(
    said: Mapping[Attendance, str], confirmed: Collection[Attendance], at: datetime, by: Account
) -> list[TurnoutCall]:
    """Keep what these people said before they came or stayed away, where no word of theirs is known; where they stand
    remains. Whoever `confirmed` said it when called again. Returns the answers that were written.
    """
    asked = TurnoutCall.objects.filter(attendance__in=said).values_list("attendance_id", flat=True)
    known = set(asked) if said else set()
    return TurnoutCall.objects.bulk_create(
        TurnoutCall(
            attendance=attendance,
            round=Round.CALL_1 if attendance in confirmed else Round.ASK,
            answer=answer,
            before=State.LISTED,
            by=by,
            at=at,
        )
        for attendance, answer in said.items()
        if attendance.pk not in known
    )


def remove_last(asked: Asked) -> Asked:
    """Remove the last answer; whoever gave it stands where they stood before, unless the event has been since."""
    last = calls_of(asked).last()
    if last is None:
        raise TurnoutRefused(_("Nothing is written down of them that could be taken back."), code="no_call")
    TurnoutCall.objects.filter(pk=last.pk).delete()
    if asked.state not in SETTLED:
        change(asked, state=last.before)
    return asked


def calls_of(asked: Attendance | NameAtEvent) -> "QuerySet[TurnoutCall]":
    """All that somebody said, the earliest first."""
    field = "attendance" if isinstance(asked, Attendance) else "name"
    return TurnoutCall.objects.filter(**{field: asked}).order_by("at", "pk")
