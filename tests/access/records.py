"""Records that several rows speak of. Cardiff's, unless their name says otherwise."""

from datetime import date
from typing import Any

from m4c.events.operations.newcomer import meet
from m4c.people.models import Person
from m4c.people.operations.person import NewPerson
from tests.cast import Cast
from tests.factories import TODAY

DAY = TODAY.isoformat()
SOMEBODY_NEW = {"person": "Amal Yusuf", "person-chosen": "new", "person-phone": "07700 900101"}


def member(cast: Cast) -> dict[str, Any]:
    """The member, whom the leader has not met."""
    return {"uid": cast.person("member").uid}


def kept_safe(cast: Cast) -> dict[str, Any]:
    """The member who is kept safe; the leader keeps in touch with her, the organiser pressed."""
    return {"uid": cast.person("protected_member").uid}


def met_by_leader(cast: Cast) -> dict[str, Any]:
    """Somebody whom the leader met."""
    return {"uid": whom_the_leader_met(cast).uid}


def whom_the_leader_met(cast: Cast, on: date = TODAY) -> Person:
    """Somebody whom the leader met."""
    return meet(group=cast.cardiff, new=NewPerson("Ebo", "Iwu"), on=on, source="1-2-1", by=cast.leader)
