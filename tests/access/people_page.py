"""Who may open what a person's page is made of besides the record itself."""

from datetime import date
from typing import Any

from m4c.people.models import Tag
from m4c.people.operations.next_step import agree_step
from m4c.people.operations.relationship import record_relationship
from m4c.people.operations.tag import tag_people
from tests.access.personas import DATA, LEADERS, NOBODY, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.records import DAY, kept_safe, member, met_by_leader, whom_the_leader_met
from tests.access.table import Row, form, page, press
from tests.cast import THEN, Cast


def knows(cast: Cast) -> dict[str, Any]:
    """What is sent to say that somebody is a neighbour of the leader, whom all of Cardiff's leaders see."""
    bethan = cast.person("leader")
    other = {"other": bethan.name, "other-chosen": str(bethan.uid)}
    return other | {"way": "neighbour", "evidence": "They told me", "group": "cardiff"}


def relationship(cast: Cast) -> dict[str, Any]:
    """How the leader and somebody whom she met know each other."""
    told = record_relationship(
        group=cast.cardiff,
        person=whom_the_leader_met(cast),
        other=cast.person("leader"),
        kind="neighbour",
        evidence="They told me",
        since=date(2026, 1, 1),
        by=cast.operator,
    )
    return {"uid": told.uid}


def agrees(cast: Cast) -> dict[str, Any]:
    """What is sent to agree a next step of the leader's."""
    bethan = cast.person("leader")
    owner = {"owner": bethan.name, "owner-chosen": str(bethan.uid)}
    return owner | {"words": "Come to the house meeting", "due_on": DAY, "group": "cardiff"}


def step_of_the_leader(cast: Cast) -> dict[str, Any]:
    """What the leader agreed with the member."""
    member, leader = cast.person("member"), cast.person("leader")
    step = agree_step(group=cast.cardiff, person=member, owner=leader, words="Ring on Monday", by=cast.operator)
    return {"uid": step.uid}


def tagged(cast: Cast) -> dict[str, Any]:
    """The member, with a tag of Cardiff's."""
    person = cast.person("member")
    tag_people(people=[person], name="Has a van", group=cast.cardiff, at=THEN, by=cast.operator)
    return {"uid": person.uid, "tag": Tag.objects.latest("pk").uid}


TAGGED = {"name": "Speaks Arabic", "group": "cardiff"}

ROWS: dict[str, Row] = {
    "introductions": page(OWN_ORGANISERS | DATA, area=LEADERS | DATA, given=member),
    "introductions: whom the leader met": page(OWN_LEADERS | DATA, area=LEADERS | DATA, given=met_by_leader),
    "introductions: kept safe": page(those("leader"), area=LEADERS | DATA, given=kept_safe),
    "record-relationship": form(OWN_ORGANISERS, area=LEADERS, given=member, sent=knows),
    "record-relationship: whom the leader met": form(OWN_LEADERS, area=LEADERS, given=met_by_leader, sent=knows),
    # Her contact may open it, and nothing of whom she knows is written down.
    "record-relationship: kept safe": form(those("leader"), area=LEADERS, writes=NOBODY, given=kept_safe, sent=knows),
    "agree-step": form(OWN_ORGANISERS, area=LEADERS, given=member, sent=agrees),
    "agree-step: whom the leader met": form(OWN_LEADERS, area=LEADERS, given=met_by_leader, sent=agrees),
    "agree-step: kept safe": form(those("leader"), area=LEADERS, given=kept_safe, sent=agrees),
    "settle-step": press(OWN_LEADERS, area=LEADERS, given=step_of_the_leader),
    "tags": form(OWN_ORGANISERS, area=LEADERS, given=member, sent=TAGGED),
    "tags: whom the leader met": form(OWN_LEADERS, area=LEADERS, given=met_by_leader, sent=TAGGED),
    "tags: kept safe": form(those("leader"), area=LEADERS, given=kept_safe, sent=TAGGED),
    "untag": press(OWN_ORGANISERS, area=LEADERS, given=tagged),
    "correct-relationship": form(
        OWN_LEADERS, area=LEADERS, given=relationship, sent={"way": "of:coaches", "evidence": "Both said so"}
    ),
    "end-relationship": form(OWN_LEADERS, area=LEADERS, given=relationship, sent={"on": DAY}),
}
