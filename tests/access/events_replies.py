"""Who reads what people replied by the public page: whoever sees who came."""

from typing import Any

from m4c.events.models import Event
from tests.access.personas import DATA, ORGANISERS, OWN_ORGANISERS
from tests.access.table import page
from tests.cast import Cast
from tests.factories import gathering


def event(cast: Cast) -> dict[str, Any]:
    """An event of Cardiff's own."""
    return {"uid": gathering(cast, visibility=Event.Visibility.GROUP).uid}


ROWS = {"replies": page(OWN_ORGANISERS | DATA, area=ORGANISERS, given=event)}
