"""What fits next where an answer is awaited or did not come: by number and kind of what went before. A rule of its own.

It is offered with a ready text; nothing is ever sent without a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.approaches.clock import Silence
from m4c.campaigns.models import Approach

Channel, Outcome = Approach.Channel, Approach.Outcome
IN_WRITING = {Channel.LETTER, Channel.EMAIL, Channel.PETITION}


class NextStep(TextChoices):
    """What to do next about an approach."""

    WAIT = "wait", _("wait for the answer")
    SET_DAY = "set_day", _("say by when you expect an answer")
    LETTER = "letter", _("put it in a letter")
    SECOND_LETTER = "second_letter", _("second letter")
    DEADLINE_LETTER = "deadline_letter", _("deadline letter")
    COMPLAINT = "complaint", _("complaint")
    INFORMATION_REQUEST = "information_request", _("information request")
    ASK_THEM = "ask_them", _("ask whoever tried how it ended")
    LADDER = "ladder", _("the next step of the ladder")


@dataclass(frozen=True)
class Before:
    """What was done before, the approach itself with it: how, and what became of it."""

    channel: str
    outcome: str


def next_step(silence: Silence, before: Sequence[Before], *, is_public: bool) -> NextStep:
    """What fits next. `before` are our approaches to this powerholder up to this one, the earliest first.

    Who holds no public office owes nobody a complaints procedure or information, so there the ladder comes next.
    """
    if silence.due is None:
        return NextStep.SET_DAY
    if not silence.is_silent:
        return NextStep.WAIT
    last = before[-1].outcome if before else Outcome.NONE
    written = sum(each.channel in IN_WRITING for each in before)
    if not written and len(before) > 1:
        return NextStep.LETTER
    if last in (Outcome.ACKNOWLEDGED, Outcome.DIVERTED, Outcome.PARTLY) and len(before) < 3:
        return NextStep.DEADLINE_LETTER
    if len(before) <= 1:
        return NextStep.SECOND_LETTER
    if len(before) == 2:
        return NextStep.DEADLINE_LETTER
    if not is_public:
        return NextStep.LADDER
    return NextStep.COMPLAINT if len(before) == 3 else NextStep.INFORMATION_REQUEST
