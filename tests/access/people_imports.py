"""Who may open imports: whoever brought the sheet in, and nobody else, whatever their role."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from m4c.people.forms.sheet_import import SettleForm
from m4c.people.imports.settling import read_as
from m4c.people.models import ImportRow, SheetImport
from tests.access.personas import ORGANISERS, OWN_ORGANISERS, those
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import somebody
from tests.importing import HEADERS, brought_in, given_sheet, looked_through

SHEET = "Ebo,Iwu,ebo.iwu@example.org"


def given(cast: Cast) -> dict[str, Any]:
    """A sheet that the organiser gave."""
    return {"uid": given_sheet(cast, SHEET).uid}


def from_the_machine(cast: Cast) -> dict[str, Any]:
    """A sheet for Cardiff that came in by the command line."""
    return {"uid": given_sheet(cast, SHEET, by=cast.operator).uid}


def looked_at(cast: Cast) -> dict[str, Any]:
    """A sheet of the organiser, read and waiting to be brought in."""
    return {"uid": looked_through(cast, SHEET).uid}


def done(cast: Cast) -> dict[str, Any]:
    """A sheet that the organiser brought in."""
    return {"uid": brought_in(cast, SHEET).uid}


def doubtful_row(cast: Cast) -> dict[str, Any]:
    """A row of such a sheet that may be somebody known."""
    somebody(cast, "Abena Owusu", emails=["ebo.iwu@example.org"])
    sheet = brought_in(cast, SHEET)
    return {"uid": sheet.uid, "number": ImportRow.objects.to_review().get(sheet_import=sheet).number}


def upload(cast: Cast) -> dict[str, Any]:
    """A file for Cardiff."""
    file = SimpleUploadedFile("sheet.csv", f"{HEADERS}\n{SHEET}\n".encode())
    return {"kind": "signin", "group": "cardiff", "sheets": file}


def settled(cast: Cast) -> dict[str, Any]:
    """The columns of the sheet just given, as they were guessed."""
    reading = read_as(SheetImport.objects.latest("pk"), {})
    return dict(SettleForm(reading=reading, by=cast.organiser).initial)


WHOEVER_BROUGHT_IT = those("organiser")

ROWS = {
    "imports": form(ORGANISERS, writes=OWN_ORGANISERS, sent=upload),
    "import": page(WHOEVER_BROUGHT_IT, area=ORGANISERS, given=done),
    "import: by the command line": page(OWN_ORGANISERS, area=ORGANISERS, given=from_the_machine),
    "settle-import": form(WHOEVER_BROUGHT_IT, area=ORGANISERS, given=given, sent=settled),
    "confirm-import": press(WHOEVER_BROUGHT_IT, area=ORGANISERS, given=looked_at),
    "refused-rows": page(WHOEVER_BROUGHT_IT, area=ORGANISERS, given=done),
    "undo-import": press(WHOEVER_BROUGHT_IT, area=ORGANISERS, given=done),
    "drop-import": press(WHOEVER_BROUGHT_IT, area=ORGANISERS, given=given),
    "review-import": page(WHOEVER_BROUGHT_IT, area=ORGANISERS, given=done),
    "answer-import-row": press(WHOEVER_BROUGHT_IT, area=ORGANISERS, given=doubtful_row, sent={"answer": "other"}),
}
