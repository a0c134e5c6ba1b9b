"""Who may see an event's pictures, add one, and say who is in it."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from m4c.website.models import Picture, Recognised
from m4c.website.operations.event_picture import Agreement, add_event_picture, name_in_picture
from tests.access.personas import LEADERS, ORGANISERS, OWN_ORGANISERS, OWN_PEOPLE, those
from tests.access.records import DAY
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.factories import gathering
from tests.website.site import picture_bytes


def event(cast: Cast) -> dict[str, Any]:
    """An event of Cardiff."""
    return {"uid": gathering(cast).uid}


def file(_cast: Cast) -> dict[str, Any]:
    """What the form of a picture sends."""
    sent = SimpleUploadedFile("table.jpg", picture_bytes())
    return {"file": sent, "description": "A long table", "shows": "nobody"}


def added(cast: Cast) -> tuple[Picture, dict[str, Any]]:
    """A picture of an event of Cardiff, and its address."""
    event = gathering(cast)
    one = add_event_picture(event=event, by=cast.operator, **file(cast))
    return one, {"uid": event.uid, "number": one.pk}


def picture(cast: Cast) -> dict[str, Any]:
    """The same by its address."""
    return added(cast)[1]


def somebody_in_it(cast: Cast) -> dict[str, Any]:
    """Somebody who is named in one, and agreed."""
    one, address = added(cast)
    name_in_picture(picture=one, name="Nest Abara", agreement=Agreement(), by=cast.operator)
    return address | {"row": Recognised.objects.latest("pk").pk}


KEEPERS = OWN_ORGANISERS | those("editor")
AREA: dict[str, Any] = {"area": ORGANISERS | those("editor")}
AGREED = {"agreed_on": DAY, "how": "asked"}

ROWS: dict[str, Row] = {
    "event-pictures": page(OWN_PEOPLE, area=LEADERS | OWN_PEOPLE, given=event),
    "add-event-picture": form(KEEPERS, sent=file, given=event, **AREA),
    "name-in-picture": form(KEEPERS, sent={"name": "Ebo Iwu"} | AGREED, given=picture, **AREA),
    "agreed-in-picture": form(KEEPERS, sent=AGREED, given=somebody_in_it, **AREA),
    "take-agreement-back": press(KEEPERS, given=somebody_in_it, **AREA),
    "take-off-event": press(KEEPERS, given=picture, **AREA),
}
