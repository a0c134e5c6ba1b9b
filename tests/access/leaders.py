"""Who may open Today, training and pledges."""

from collections.abc import Callable
from typing import Any

from m4c.events.operations.attendance import record_attendance
from m4c.leaders.models import TrainingSession
from m4c.leaders.operations.pledge import NewPledge, record_pledge, withdraw_pledge
from m4c.leaders.operations.training import add_trainer
from m4c.people.models import Person
from tests.access.personas import (
    DATA,
    EVERYBODY,
    LEADERS,
    NOBODY,
    ORGANISERS,
    OWN_LEADERS,
    OWN_ORGANISERS,
    OWN_PEOPLE,
    those,
)
from tests.access.records import DAY, SOMEBODY_NEW, whom_the_leader_met
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import TODAY, training

Words = Callable[[Cast], dict[str, Any]]


def session(cast: Cast) -> dict[str, Any]:
    """A session of Cardiff."""
    return {"uid": training(cast).uid}


def session_with(cast: Cast, persona: str) -> TrainingSession:
    """A session of Cardiff where somebody was trained."""
    held = training(cast)
    record_attendance(event=held.event, person=cast.person(persona), by=cast.operator)
    return held


def attended_from_elsewhere(cast: Cast) -> dict[str, Any]:
    """A session of Cardiff where the leader from elsewhere was trained, and so sees it."""
    return {"uid": session_with(cast, "leader_elsewhere").uid}


def trainer(cast: Cast) -> dict[str, Any]:
    """Somebody of Cardiff whom the leader met, who trained."""
    person = whom_the_leader_met(cast)
    return {"uid": add_trainer(session=training(cast), person=person, by=cast.organiser).uid, "person": person.uid}


def trainer_to_name(cast: Cast) -> dict[str, Any]:
    """Whom the leader met last, to be named."""
    person = Person.objects.latest("pk")
    return {"person": person.name, "person-chosen": person.uid}


def with_trainer_to_name(session: Words) -> Words:
    """A session, and somebody whom the leader met."""

    def made(cast: Cast) -> dict[str, Any]:
        whom_the_leader_met(cast)
        return session(cast)

    return made


def trainee(persona: str) -> Words:
    """Somebody's attendance at a session of Cardiff."""
    return lambda cast: {"uid": session_with(cast, persona).event.attendances.get().uid}


def pledge(persona: str, *, is_withdrawn: bool = False) -> Words:
    """Somebody's word, given in Cardiff."""

    def given(cast: Cast) -> dict[str, Any]:
        new = NewPledge(cast.person(persona), "one_to_one", 5)
        word = record_pledge(group=cast.cardiff, pledge=new, made_on=TODAY, by=cast.operator)
        if is_withdrawn:
            withdraw_pledge(pledge=word, on=TODAY, by=cast.operator)
        return {"uid": word.uid}

    return given


SEE = (LEADERS | OWN_PEOPLE) - those("treasurer")  # whoever may see training
OWN_SEE = OWN_PEOPLE - those("treasurer")
FULL = {"kind": "full", "day": DAY, "group": "cardiff"}
TASTER = {"kind": "taster"}
TRAINED = SOMEBODY_NEW | {"one_to_ones": "5"}
WAS_MEMBER = {"was_member": "yes"}
HERE: dict[str, Any] = {"area": LEADERS, "given": session}
# The leader from elsewhere sees the session, having been trained there, and has no say in it.
SEEN: dict[str, Any] = {"area": LEADERS, "writes": OWN_LEADERS, "given": attended_from_elsewhere}
OWN_AND_SEEN = OWN_LEADERS | those("leader_elsewhere")

ROWS = {
    "today": page(EVERYBODY),
    "training": page(SEE),
    "record-session": form(LEADERS, writes=OWN_LEADERS, sent=FULL),
    "session": page(OWN_SEE, area=SEE, given=session),
    "session: where a leader from elsewhere was": page(
        OWN_SEE | those("leader_elsewhere"), area=SEE, given=attended_from_elsewhere
    ),
    "edit-session": form(OWN_LEADERS, sent=TASTER, **HERE),
    "edit-session: where a leader from elsewhere was": form(OWN_AND_SEEN, sent=TASTER, **SEEN),
    "trainees": form(OWN_LEADERS, sent=TRAINED, **HERE),
    "trainees: where a leader from elsewhere was": form(OWN_AND_SEEN, sent=TRAINED, **SEEN),
    "trainers": form(OWN_LEADERS, area=LEADERS, given=with_trainer_to_name(session), sent=trainer_to_name),
    "trainers: where a leader from elsewhere was": form(
        OWN_AND_SEEN,
        area=LEADERS,
        writes=OWN_LEADERS,
        given=with_trainer_to_name(attended_from_elsewhere),
        sent=trainer_to_name,
    ),
    "remove-trainer": press(OWN_LEADERS, area=LEADERS, given=trainer),
    # Of each trainee the group's organisers see all, and everybody themselves: they may not correct it.
    "standing": form(OWN_ORGANISERS, area=LEADERS, given=trainee("member"), sent=WAS_MEMBER),
    "standing: one's own": form(
        OWN_ORGANISERS | those("leader_elsewhere"),
        area=LEADERS,
        writes=OWN_ORGANISERS,
        given=trainee("leader_elsewhere"),
        sent=WAS_MEMBER,
    ),
    "standing: kept safe": form(NOBODY, area=LEADERS, given=trainee("protected_member"), sent=WAS_MEMBER),
    "remove-trainee": press(OWN_ORGANISERS, area=LEADERS, given=trainee("member")),
    "remove-trainee: oneself": press(
        OWN_ORGANISERS | those("leader_elsewhere"),
        area=LEADERS,
        writes=OWN_ORGANISERS,
        given=trainee("leader_elsewhere"),
    ),
    "remove-trainee: kept safe": press(NOBODY, area=LEADERS, given=trainee("protected_member")),
    "pledges": page(EVERYBODY),
    "leaders-pledges": page(ORGANISERS | DATA),
    "record-pledge": form(LEADERS, writes=OWN_LEADERS, sent={"kind": "one_to_one", "number": "5", "group": "cardiff"}),
    "withdraw-pledge": press(OWN_LEADERS, area=LEADERS, given=pledge("leader")),
    "withdraw-pledge: of a member": press(OWN_ORGANISERS, area=LEADERS, given=pledge("member")),
    "withdraw-pledge: kept safe": press(NOBODY, area=LEADERS, given=pledge("protected_member")),
    "put-pledge-back": press(OWN_LEADERS, area=LEADERS, given=pledge("leader", is_withdrawn=True)),
    "put-pledge-back: kept safe": press(NOBODY, area=LEADERS, given=pledge("protected_member", is_withdrawn=True)),
}
