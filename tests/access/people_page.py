"""Who may open what a person's page is made of besides the record itself."""

from datetime import date
from typing import Any

from m4c.people.operations.relationship import record_relationship
from tests.access.personas import DATA, LEADERS, NOBODY, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.records import DAY, kept_safe, member, met_by_leader, whom_the_leader_met
from tests.access.table import Row, form, page
from tests.cast import Cast


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


ROWS: dict[str, Row] = {
    "whom": page(LEADERS | DATA, query="?person=kofi"),
    "record-relationship": form(OWN_ORGANISERS, area=LEADERS, given=member, sent=knows),
    "record-relationship: whom the leader met": form(OWN_LEADERS, area=LEADERS, given=met_by_leader, sent=knows),
    # Her contact may open it, and nothing of whom she knows is written down.
    "record-relationship: kept safe": form(those("leader"), area=LEADERS, writes=NOBODY, given=kept_safe, sent=knows),
    "end-relationship": form(OWN_LEADERS, area=LEADERS, given=relationship, sent={"on": DAY}),
}
