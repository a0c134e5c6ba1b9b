"""Who may erase, decide about what was kept long, and keep the log of breaches; and who says how old somebody is."""

from datetime import timedelta
from typing import Any

from m4c.people.models import Breach, RetentionCase
from m4c.people.operations.breach import record_breach
from m4c.people.operations.erasure import decide_erasures
from tests.access.personas import ADMIN, DATA, NOBODY, ORGANISERS, OWN_ORGANISERS
from tests.access.records import kept_safe, member
from tests.access.table import form, page, press
from tests.cast import THEN, Cast
from tests.factories import NOW, TODAY, somebody


def erasure(cast: Cast) -> dict[str, Any]:
    """Somebody is being erased."""
    (made,) = decide_erasures(people=[somebody(cast)], why="mistake", at=NOW, by=cast.data_protection)
    return {"uid": made.uid}


def case(cast: Cast) -> dict[str, Any]:
    """The member's record has been kept long."""
    kept = {"rule": "no_contact", "group": cast.cardiff, "since": TODAY - timedelta(days=800), "found_at": THEN}
    return {"uid": RetentionCase.objects.create(person=cast.person("member"), **kept).uid}


def breach(cast: Cast) -> dict[str, Any]:
    """A sheet was left on a bus."""
    given = Breach(what="Left on a bus", whose="Names and phones", known_at=THEN)
    return {"uid": record_breach(group=cast.movement, given=given, at=NOW, by=cast.admin).uid}


def to_close(cast: Cast) -> dict[str, Any]:
    """One that nobody can come to harm by."""
    made = breach(cast)
    Breach.objects.filter(**made).update(risk="unlikely", not_told_because="It came back unread")
    return made


LOST = {"what": "Lost", "whose": "Names", "known_at": "2026-10-01T10:00", "risk": "unknown"}
ROWS = {
    "erasures": page(NOBODY, factor=DATA),
    "erasure": page(NOBODY, factor=DATA, given=erasure),
    "erase-person": form(NOBODY, factor=DATA, given=member, sent={"why": "mistake", "sure": "on"}),
    "erase-person: somebody kept safe": form(NOBODY, factor=DATA, area=DATA, given=kept_safe),
    "retention": page(NOBODY, factor=DATA),
    "retention-case": form(NOBODY, factor=DATA, given=case, sent={"decision": "ask"}),
    "breaches": page(ADMIN | DATA),
    "record-breach": form(ADMIN | DATA, sent=LOST),
    "breach": page(ADMIN | DATA, given=breach),
    "say-of-breach": press(ADMIN | DATA, given=breach, sent={"risk": "unlikely", "number": "3"}),
    "breach-step": press(ADMIN | DATA, given=breach, sent={"words": "Rang the depot"}),
    "close-breach": press(ADMIN | DATA, given=to_close),
    "say-age": form(OWN_ORGANISERS | DATA, area=ORGANISERS, given=member, sent={"band": "3_adult"}),
}
