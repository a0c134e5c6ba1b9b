"""The steps of a request: for each the form that asks, the operation that does it, and when it is open."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.people.forms import rights as forms
from m4c.people.models import RequestPause, RightsRequest
from m4c.people.operations import rights_request as operations
from m4c.people.operations.correction import correct
from m4c.people.operations.objection import stop_reaching
from m4c.people.operations.restriction import set_aside, set_aside_no_longer

Kind = RightsRequest.Kind


@dataclass(frozen=True)
class State:
    """Where a request stands, as far as it decides what may come next."""

    request: RightsRequest
    waits_for: frozenset[str] = frozenset()  # kinds of questions that they have not answered
    is_set_aside: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether it has its answer."""
        return self.request.answered_on is not None

    @property
    def is_known(self) -> bool:
        """Whether we know whose record it is about, and may still do something to it."""
        return self.request.person_id is not None and not self.is_answered


@dataclass(frozen=True)
class Step:
    """One step: what it is called, in a word for its address and in a sentence, what asks, and what does it."""

    name: str
    title: "str | Promise"
    submit: "str | Promise"
    form: type[forms.StepForm]
    operation: Callable[..., Any]
    done: "str | Promise"
    is_open: Callable[[State], bool]


STEPS = {
    step.name: step
    for step in [
        Step(
            "person",
            _("Say whose record it is"),
            _("Write it down"),
            forms.PersonForm,
            operations.say_whose_record,
            _("Written down."),
            lambda state: not state.is_answered and not state.request.identity_on,
        ),
        Step(
            "identity",
            _("Make sure that it is them"),
            _("It is them"),
            forms.IdentityForm,
            operations.check_identity,
            _("Written down: how, by whom and when."),
            lambda state: state.is_known and not state.request.identity_on,
        ),
        Step(
            "correction",
            _("Put the record right"),
            _("Put it right"),
            forms.CorrectionForm,
            correct,
            _("Put right. What it said before stays with this request alone."),
            lambda state: state.is_known and state.request.kind == Kind.CORRECTION,
        ),
        Step(
            "objection",
            _("Stop reaching them"),
            _("Stop it"),
            forms.ObjectionForm,
            stop_reaching,
            _("Nobody reaches them that way any more."),
            lambda state: state.is_known and state.request.kind == Kind.OBJECTION,
        ),
        Step(
            "restriction",
            _("Set the record aside"),
            _("Set it aside"),
            forms.RestrictionForm,
            set_aside,
            _("Set aside: kept, and used by nobody."),
            lambda state: state.is_known and not state.is_set_aside,
        ),
        Step(
            "use",
            _("Let the record be used again"),
            _("They were told: use it again"),
            forms.UseAgainForm,
            set_aside_no_longer,
            _("The record is in use again."),
            lambda state: state.is_set_aside,
        ),
        Step(
            "question",
            _("Ask them back"),
            _("The clock stands still"),
            forms.QuestionForm,
            operations.ask_back,
            _("The clock stands still until they answer."),
            lambda state: not state.is_answered and len(state.waits_for) < len(RequestPause.Kind),
        ),
        Step(
            "reply",
            _("They answered"),
            _("The clock goes on"),
            forms.ReplyForm,
            operations.hear_back,
            _("The clock goes on."),
            lambda state: RequestPause.Kind.MEANING in state.waits_for and not state.is_answered,
        ),
        Step(
            "longer",
            _("It takes longer"),
            _("They were told"),
            forms.LongerForm,
            operations.take_longer,
            _("Two months more, and they were told why."),
            lambda state: not state.is_answered and not state.request.extended_on,
        ),
        Step(
            "holder",
            _("Say who does it"),
            _("They do it"),
            forms.HolderForm,
            operations.give_to,
            _("Written down."),
            lambda state: not state.request.closed_on,
        ),
        Step(
            "answer",
            _("Answer it"),
            _("Write down the answer"),
            forms.AnswerForm,
            operations.answer_request,
            _("Answered."),
            lambda state: not state.is_answered,
        ),
        Step(
            "closing",
            _("Close it"),
            _("Close it"),
            forms.ClosingForm,
            operations.close_request,
            _("Closed."),
            lambda state: state.is_answered and not state.request.closed_on,
        ),
    ]
}


def open_steps(state: State) -> list[Step]:
    """The steps that may come next, in their order."""
    return [step for step in STEPS.values() if step.is_open(state)]
