"""Who may open exports of people: the page whoever may export, with a second factor; a file whoever asked for it."""

from typing import Any

from django.utils import timezone

from m4c.core.worker import run_waiting
from m4c.people.exports.fields import USUAL
from m4c.people.operations.people_export import Wanted, request_export
from m4c.people.permissions import EXPORT_PEOPLE
from tests.access.personas import DATA, NOBODY, ORGANISERS, those
from tests.access.table import form, page
from tests.cast import Cast


def given(cast: Cast) -> dict[str, Any]:
    """An export that the organiser asked for."""
    wanted = Wanted(format="json", purpose="Invitations", chosen=USUAL)
    groups = cast.organiser.groups_for(EXPORT_PEOPLE)
    return {"uid": request_export(groups=groups, wanted=wanted, by=cast.organiser, at=timezone.now()).uid}


def made(cast: Cast) -> dict[str, Any]:
    """The same, made."""
    found = given(cast)
    run_waiting()
    return found


EXPORT = ORGANISERS | DATA
ASKED = those("organiser")

ROWS = {
    "exports": form(NOBODY, factor=EXPORT, sent={"format": "csv", "chosen": "email", "purpose": "Invitations"}),
    "export": page(NOBODY, factor=EXPORT, area=EXPORT - ASKED - DATA, given=given),
    "export-file": page(NOBODY, factor=EXPORT, area=EXPORT - ASKED, given=made),
}
