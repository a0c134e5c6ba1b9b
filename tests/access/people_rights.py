"""Who may open what people ask of their data: whoever answers for data protection, and nobody else."""

from typing import Any

from m4c.people.operations.rights_request import Asked, take_in_request
from tests.access.personas import DATA
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.factories import TODAY


def request(cast: Cast) -> dict[str, Any]:
    """The member asks for a copy."""
    asked = Asked("access", "email", "Kofi Mensah", TODAY, "kofi.mensah@example.org", "What do you hold?")
    person = cast.person("member")
    return {"uid": take_in_request(group=cast.movement, asked=asked, person=person, by=cast.data_protection).uid}


def step(cast: Cast) -> dict[str, Any]:
    """The step that says that it is them."""
    return {**request(cast), "step": "identity"}


ROWS = {
    "rights": page(DATA),
    "take-in-request": form(
        DATA, sent={"kind": "access", "name": "Ebo Iwu", "way": "email", "received_on": TODAY.isoformat()}
    ),
    "rights-request": page(DATA, given=request),
    "rights-step": press(DATA, given=step, sent={"how": "Rang the number on record", "on": TODAY.isoformat()}),
}
