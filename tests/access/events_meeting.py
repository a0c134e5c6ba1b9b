"""Who may read a meeting, keep its agenda and minutes, and give out, take on and settle jobs."""

from typing import Any

from m4c.events.models import Event
from m4c.events.operations.agenda import put_on_agenda
from m4c.events.operations.job import give_job
from m4c.events.operations.minutes import finish_minutes, write_decision
from tests.access.personas import LEADERS, OWN_LEADERS, OWN_PEOPLE, those
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.factories import NOW, gathering

MEMBERS = LEADERS | those("member protected_member")
SEE = LEADERS | OWN_PEOPLE


def committee(cast: Cast, days: int = 0) -> Event:
    """A committee meeting of Cardiff."""
    return gathering(cast, days=days, kind=Event.Kind.COMMITTEE, title="Committee")


def stall(cast: Cast) -> Event:
    """A stall of Cardiff's."""
    return gathering(cast, kind=Event.Kind.STALL, title="Stall")


def meeting(cast: Cast) -> dict[str, Any]:
    """A committee meeting of Cardiff after one that left something open and wrote its minutes."""
    before, event = committee(cast, -3), committee(cast, -1)
    put_on_agenda(event=before, title="The shop", by=cast.operator)
    finish_minutes(event=before, at=NOW, by=cast.operator)
    return {"uid": event.uid}


def item(cast: Cast) -> dict[str, Any]:
    """Something on its agenda."""
    return {"uid": put_on_agenda(event=committee(cast), title="The shop", by=cast.operator).uid}


def decision(cast: Cast) -> dict[str, Any]:
    """Something it decided."""
    return {"uid": write_decision(event=committee(cast), words="Yes.", by=cast.operator).uid}


def job(cast: Cast) -> dict[str, Any]:
    """A job that waits for somebody in Cardiff."""
    return {"uid": give_job(group=cast.cardiff, what="Tea", at=NOW, by=cast.operator).uid}


KEPT: dict[str, Any] = {"area": LEADERS, "given": meeting}
ROWS: dict[str, Row] = {
    "meeting": page(OWN_PEOPLE, area=SEE, given=meeting),
    "meeting-paper": page(OWN_PEOPLE, area=SEE, given=meeting),
    "bring-forward": press(OWN_LEADERS, **KEPT),
    "add-item": press(OWN_LEADERS, sent={"title": "Tea"}, **KEPT),
    "write-decision": press(OWN_LEADERS, sent={"decision-words": "Yes."}, **KEPT),
    "give-job-at-meeting": press(OWN_LEADERS, sent={"job-what": "Tea"}, **KEPT),
    "finish-minutes": press(OWN_LEADERS, **KEPT),
    "approve-minutes": press(OWN_LEADERS, sent={"amendments": ""}, **KEPT),
    "agenda-item": form(OWN_LEADERS, sent={"title": "Tea", "notes": "Hot."}, area=LEADERS, given=item),
    "press-item": press(OWN_LEADERS, area=LEADERS, given=lambda cast: item(cast) | {"press": "settled"}),
    "take-decision-back": press(OWN_LEADERS, area=LEADERS, given=decision),
    "jobs": page(SEE),
    "give-job": form(OWN_LEADERS, sent={"what": "Tea"}, area=LEADERS, given={"slug": "cardiff"}),
    "give-job-for-event": form(
        OWN_LEADERS, sent={"what": "Tea"}, area=LEADERS, given=lambda cast: {"uid": stall(cast).uid}
    ),
    "change-job": form(OWN_LEADERS, sent={"what": "Cake"}, area=LEADERS, given=job),
    "press-job": press(
        OWN_LEADERS | those("member protected_member"),
        area=MEMBERS,
        given=lambda cast: job(cast) | {"press": "take"},
    ),
}
