"""Who may pledge turnout, keep a list of whom to ask, write down what they say, and keep names of their own."""

from typing import Any

from m4c.events.models import Attendance, NameAtEvent
from m4c.events.operations.asking import list_name, list_person
from m4c.events.operations.turnout_call import answer_call, answer_name_call
from m4c.events.operations.turnout_pledge import pledge_turnout
from m4c.people.models import NameOnList, Person
from tests.access.personas import LEADERS, OWN_LEADERS, those
from tests.access.records import DAY, whom_the_leader_met
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering

Words = dict[str, Any]


def event(cast: Cast) -> Words:
    """An event of Cardiff far ahead."""
    return {"uid": gathering(cast, days=20_000).uid}


def pledge(cast: Cast) -> Words:
    """The leader's pledge."""
    leader, event = cast.person("leader"), gathering(cast)
    return {"uid": pledge_turnout(event=event, person=leader, number=12, at=NOW, by=cast.operator).uid}


def listed(cast: Cast) -> Attendance:
    """Somebody on the leader's list."""
    person, leader = whom_the_leader_met(cast), cast.person("leader")
    return list_person(event=gathering(cast, days=20_000), person=person, asker=leader, by=cast.operator)


def called(cast: Cast) -> Words:
    """Somebody on the leader's list who said yes."""
    return {"uid": answer_call(attendance=listed(cast), call="ask", answer="yes", at=NOW, by=cast.operator).uid}


def name(cast: Cast) -> NameOnList:
    """A name on the leader's own list."""
    return NameOnList.objects.create(owner=cast.person("leader"), name="Amal Yusuf", made_on=TODAY)


def asked(cast: Cast) -> NameAtEvent:
    """The same, asked to an event."""
    return list_name(event=gathering(cast), name=name(cast), by=cast.leader)


def called_name(cast: Cast) -> Words:
    """The same, who said yes."""
    return {"uid": answer_name_call(asked=asked(cast), call="ask", answer="yes", at=NOW, by=cast.leader).uid}


def event_and_somebody(cast: Cast) -> Words:
    """An event, and somebody whom the leader and those above see."""
    whom_the_leader_met(cast)
    return event(cast)


def that_somebody(cast: Cast) -> Words:
    """The same, as picked on the form."""
    person = Person.objects.get(given_name="Ebo")
    return {"who-person": person.name, "who-person-chosen": str(person.uid)}


SAID = {"call": "ask", "answer": "yes"}
MET = {"person": "Amal Yusuf", "person-chosen": "new", "person-phone": "07700 900101", "group": "cardiff", "on": DAY}
HERE: Words = {"area": LEADERS, "given": event}
LISTED: Words = {"area": LEADERS, "given": lambda cast: {"uid": listed(cast).uid}}
OWN: Words = {"area": LEADERS, "given": lambda cast: {"uid": asked(cast).uid}}
NAME: Words = {"area": LEADERS, "given": lambda cast: {"uid": name(cast).uid}}
ALONE = those("leader")

ROWS: dict[str, Row] = {
    "turnout": page(OWN_LEADERS, **HERE),
    "pledge-turnout": form(OWN_LEADERS, sent={"number": "12"}, **HERE),
    "withdraw-turnout": press(OWN_LEADERS, area=LEADERS, given=pledge),
    "call-sheet": page(OWN_LEADERS, **HERE),
    "call-paper": page(OWN_LEADERS, **HERE),
    "list-person": press(OWN_LEADERS, area=LEADERS, given=event_and_somebody, sent=that_somebody),
    "list-name": press(OWN_LEADERS, sent={"own-name": "The man at the bakery"}, **HERE),
    "typed-calls": form(
        OWN_LEADERS,
        area=LEADERS,
        writes=ALONE,
        given=lambda cast: {"uid": listed(cast).event.uid},
        sent=lambda cast: {"call": "ask", f"p-{Attendance.objects.get().uid}": "yes"},
    ),
    "answer-call": press(OWN_LEADERS, sent=SAID, **LISTED),
    "take-back-call": press(OWN_LEADERS, area=LEADERS, given=called),
    "unlist-person": press(OWN_LEADERS, **LISTED),
    "answer-name-call": press(ALONE, sent=SAID, **OWN),
    "take-back-name-call": press(ALONE, area=LEADERS, given=called_name),
    "unlist-name": press(ALONE, **OWN),
    "own-names": form(LEADERS, sent={"name": "The man at the bakery"}),
    "drop-name": press(ALONE, **NAME),
    "meet-name": form(ALONE, sent=MET, **NAME),
}
