"""Who may see what comes after an event, give out calls and welcomers, and say or read how it was."""

from typing import Any

from m4c.events.models import Attendance, Evaluation, Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.evaluation import Said, evaluate
from tests.access.personas import LEADERS, OWN_LEADERS, OWN_PEOPLE, those
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.factories import NOW, gathering, somebody

SEE = LEADERS | OWN_PEOPLE
HELD = -400  # days: long past, whatever day the tests run on
SAID = {"feelings": "Proud"}


def over(cast: Cast) -> Event:
    """An event of Cardiff that is over, where the member was, as was somebody new whom the leader brought; somebody
    else whom the leader asked said yes and did not come.
    """
    event, leader = gathering(cast, days=HELD), cast.person("leader")
    record_attendance(event=event, person=cast.person("member"), by=cast.operator)
    record_attendance(event=event, person=somebody(cast, "Ann Arber"), brought_by=leader, by=cast.operator)
    Attendance.objects.create(event=event, person=somebody(cast, "Bob Birch"), state="yes", asked_by=leader)
    return event


def event_over(cast: Cast) -> dict[str, Any]:
    """The same by its address."""
    return {"uid": over(cast).uid}


def said_by_member(cast: Cast) -> Evaluation:
    """What the member said of it."""
    return evaluate(event=over(cast), said=Said("Proud", next="Tea"), at=NOW, by=cast.member)


def evaluation(cast: Cast) -> dict[str, Any]:
    """The same by its address."""
    return {"uid": said_by_member(cast).uid}


GIVEN: dict[str, Any] = {"area": SEE, "given": event_over}
ROWS: dict[str, Row] = {
    "afterwards": page(OWN_PEOPLE, **GIVEN),
    "give-out-calls": press(OWN_LEADERS, area=LEADERS, given=event_over),
    "give-welcomers": press(OWN_LEADERS, area=LEADERS, given=event_over),
    "evaluations": page(OWN_PEOPLE, **GIVEN),
    "evaluations-paper": page(OWN_PEOPLE, **GIVEN),
    "evaluate": form(OWN_LEADERS | those("member"), sent=SAID, **GIVEN),
    "withdraw-evaluation": press(OWN_LEADERS | those("member"), area=SEE, writes=those("member"), given=evaluation),
    "make-job-of-evaluation": press(OWN_LEADERS, area=LEADERS, sent={"step": "0"}, given=evaluation),
}
