"""What somebody asks of their own data: taken in, identity checked, asked back, extended, answered and closed."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.visibility import scopes_of
from m4c.people.models import Account, Group, Person, ProtectedLook, Protection, RequestPause, RightsRequest
from m4c.people.models.person_merge import named_by
from m4c.people.operations.must_see import Unseen, must_see
from m4c.people.permissions import ANSWER_RIGHTS
from m4c.people.rights.clocks import Wait, request_due, told_of_longer_by
from m4c.people.rights.sight import DOOR, is_held_back

Kind = RightsRequest.Kind
BY_IDENTITY = {Kind.ACCESS, Kind.ERASURE}  # nothing is given or erased before we know that it is them


class RightsRefused(Refused):
    """The request is not in a state for that, or the step says too little."""


@dataclass(frozen=True)
class Asked:
    """What somebody asks for: of which kind, how it came, in their words, and how to answer them."""

    kind: str
    way: str
    name: str
    received_on: date
    reached_by: str = ""
    words: str = ""
    language: str = "en-gb"


@operation(ANSWER_RIGHTS, on="group")
def take_in_request(
    *,
    group: Group,
    asked: Asked,
    by: Account,
    person: Person | None = None,
    after: RightsRequest | None = None,
    reference: UUID | None = None,
) -> RightsRequest:
    """Write down what somebody asks, by any way, and begin its clock. Raises RightsRefused, and Unseen.

    Whoever has asked before may be named by that request: also where their record is set aside or kept safe. Somebody
    kept safe is named by the reference that their contact gives; who they are is not told by it.
    """
    must_see([person], by)
    if after:
        if not RightsRequest.objects.visible_to(by).filter(pk=after.pk).exists():
            raise Unseen(_("You can only name people whom you may see."))
        person = after.person
    if reference:
        person = kept_safe_by(reference)
        asked = replace(asked, name=person.name)
    if not asked.name.strip():
        raise RightsRefused(_("Write down who asks."), field="name", code="blank")
    return receive(group, asked, person=person, taken_by=by)


@operation(ANSWER_RIGHTS, on="request")
def look_at_request(*, request: RightsRequest, at: datetime, by: Account, reason: str = "") -> RightsRequest:
    """Log that a request of somebody kept safe is read: who they are and what they ask stands in it.

    Whoever is neither their contact nor their safeguarding lead says why, once a day. Raises RightsRefused.
    """
    if not reason.strip() and is_held_back(by, request, at):
        raise RightsRefused(_("Say why you must know who they are."), field="reason", code="no_reason")
    if protection := Protection.objects.active().filter(person=request.person_id).first():
        ProtectedLook.objects.create(protection=protection, by=by, door=DOOR, reason=reason.strip())
    return request


@operation(ANSWER_RIGHTS, on="request")
def say_whose_record(*, request: RightsRequest, person: Person, by: Account) -> RightsRequest:
    """Say whose record a request is about. Raises RightsRefused once something was done by it, and Unseen."""
    must_see([person], by)
    must_be_unanswered(request)
    if request.person_id and request.identity_on:
        raise RightsRefused(_("Their identity was checked for this record. Take in another request."), code="checked")
    change(request, person=person)
    return request


@operation(ANSWER_RIGHTS, on="request")
def check_identity(*, request: RightsRequest, how: str, on: date, by: Account) -> RightsRequest:
    """Write down how we know that it is them, when it was checked, and by whom. Raises RightsRefused."""
    must_be_unanswered(request)
    must_follow(request, on, "on")
    if request.person_id is None:
        raise RightsRefused(_("Say first whose record it is about."), code="no_person")
    if not how.strip():
        raise RightsRefused(_("Write down how you know that it is them."), field="how", code="blank")
    change(request, identity_how=how.strip(), identity_on=on, identity_by=by)
    waiting = RequestPause.objects.filter(request=request, kind=RequestPause.Kind.IDENTITY, answered_on=None).first()
    if waiting:
        change(waiting, answered_on=max(on, waiting.asked_on))
        set_clock(request)
    return request


@operation(ANSWER_RIGHTS, on="request")
def ask_back(*, request: RightsRequest, kind: str, words: str, on: date, by: Account) -> RequestPause:
    """Ask them who they are or what they mean: the clock stands still until they answer. Raises RightsRefused."""
    must_be_unanswered(request)
    must_follow(request, on, "on")
    if not words.strip():
        raise RightsRefused(_("Write down what you asked them."), field="words", code="blank")
    if on > request.answer_by:
        raise RightsRefused(_("It was due by then: asking back stops no clock that has run out."), field="on")
    open_ones = RequestPause.objects.filter(request=request, kind=kind, answered_on=None)
    if open_ones.exists():
        raise RightsRefused(_("That has been asked, and they have not answered yet."), field="kind", code="asked")
    return RequestPause.objects.create(request=request, kind=kind, words=words.strip(), asked_on=on, asked_by=by)


@operation(ANSWER_RIGHTS, on="request")
def hear_back(*, request: RightsRequest, kind: str, on: date, by: Account) -> RightsRequest:
    """They answered what was asked: the clock goes on. Raises RightsRefused."""
    must_be_unanswered(request)
    waiting = RequestPause.objects.filter(request=request, kind=kind, answered_on=None).first()
    if waiting is None:
        raise RightsRefused(_("Nothing of the kind has been asked."), field="kind", code="not_asked")
    if on < waiting.asked_on:
        raise RightsRefused(_("They cannot have answered before they were asked."), field="on", code="before")
    change(waiting, answered_on=on)
    set_clock(request)
    return request


@operation(ANSWER_RIGHTS, on="request")
def take_longer(*, request: RightsRequest, reason: str, on: date, by: Account) -> RightsRequest:
    """They were told, within the first month, that it takes two months more, and why. Raises RightsRefused."""
    must_be_unanswered(request)
    must_follow(request, on, "on")
    if request.extended_on:
        raise RightsRefused(_("They have been told of a longer time already."), code="extended")
    if not reason.strip():
        raise RightsRefused(_("Write down why it takes longer, as they were told."), field="reason", code="blank")
    if on > told_of_longer_by(request.received_on, waits=waits_of(request)):
        raise RightsRefused(_("They had to be told within the first month."), field="on", code="too_late")
    change(request, extended_on=on, extension_reason=reason.strip(), extended_by=by)
    set_clock(request)
    return request


@operation(ANSWER_RIGHTS, on="request")
def give_to(*, request: RightsRequest, holder: Account, by: Account) -> RightsRequest:
    """Say who does it: somebody who may. Raises RightsRefused."""
    if request.closed_on:
        raise RightsRefused(_("This request is closed."), code="closed")
    if not holder.may(ANSWER_RIGHTS, scopes_of(request)):
        raise RightsRefused(_("They do not answer what people ask of their data."), field="holder", code="no_right")
    change(request, holder=holder)
    return request


@operation(ANSWER_RIGHTS, on="request")
def answer_request(*, request: RightsRequest, outcome: str, answer: str, on: date, by: Account) -> RightsRequest:
    """Write down what came of it and what they were told. Raises RightsRefused."""
    must_be_unanswered(request)
    must_follow(request, on, "on")
    if not answer.strip():
        raise RightsRefused(_("Write down what they were told."), field="answer", code="blank")
    if outcome != RightsRequest.Outcome.REFUSED and request.kind in BY_IDENTITY and not request.identity_on:
        raise RightsRefused(_("Make sure first that it is them, and write down how."), code="no_identity")
    answer_it(request, outcome, answer, on, by)
    return request


@operation(ANSWER_RIGHTS, on="request")
def close_request(*, request: RightsRequest, on: date, by: Account) -> RightsRequest:
    """Nothing more is to be done about it. Raises RightsRefused for one without its answer."""
    if request.closed_on:
        raise RightsRefused(_("This request is closed."), code="closed")
    if request.answered_on is None:
        raise RightsRefused(_("Answer it first."), code="not_answered")
    if on < request.answered_on:
        raise RightsRefused(_("It was answered after that day."), field="on", code="before")
    change(request, closed_on=on, closed_by=by)
    return request


def kept_safe_by(reference: UUID) -> Person:
    """Somebody kept safe, by the uid of their record. Raises RightsRefused for any other."""
    kept_safe = Protection.objects.active().values("person")
    person = named_by(reference, Person.objects.filter(pk__in=kept_safe))
    if person is None:
        raise RightsRefused(_("Nobody kept safe has this reference."), field="reference", code="no_reference")
    return person


def receive(group: Group, asked: Asked, *, person: Person | None, taken_by: Account) -> RightsRequest:
    """Write a request with its clock; nobody has been asked whether they may."""
    due = request_due(asked.received_on)
    return RightsRequest.objects.create(
        group=group,
        person=person,
        kind=asked.kind,
        way=asked.way,
        name=asked.name.strip(),
        reached_by=asked.reached_by.strip(),
        words=asked.words.strip(),
        language=asked.language,
        received_on=asked.received_on,
        taken_by=taken_by,
        answer_by=due.answer_by,
        aim_by=due.aim_by,
    )


def answer_it(request: RightsRequest, outcome: str, answer: str, on: date, by: Account) -> None:
    """Write the answer of a request; what was still asked of them is not waited for any more."""
    change(request, outcome=outcome, answer=answer.strip(), answered_on=on, answered_by=by)
    for pause in RequestPause.objects.filter(request=request, answered_on=None):
        change(pause, answered_on=max(on, pause.asked_on))


def waits_of(request: RightsRequest) -> list[Wait]:
    """The waits for them that have ended."""
    ended = RequestPause.objects.filter(request=request, answered_on__isnull=False)
    return [
        Wait(pause.asked_on, pause.answered_on or pause.asked_on, pause.kind == RequestPause.Kind.IDENTITY)
        for pause in ended
    ]


def set_clock(request: RightsRequest) -> None:
    """Work out anew by when it is to be answered."""
    due = request_due(request.received_on, waits=waits_of(request), is_extended=request.extended_on is not None)
    change(request, answer_by=due.answer_by, aim_by=due.aim_by)


def must_be_unanswered(request: RightsRequest) -> None:
    """Raise RightsRefused for a request that has its answer."""
    if request.answered_on:
        raise RightsRefused(_("This request has been answered."), code="answered")


def must_follow(request: RightsRequest, on: date, field: str) -> None:
    """Raise RightsRefused for a day before the request came."""
    if on < request.received_on:
        raise RightsRefused(_("The request came after that day."), field=field, code="before")
