"""Who may open a group's chart, and keep it."""

from typing import Any

from m4c.people.models import Membership
from m4c.people.operations.chart import put_on_chart
from tests.access.personas import DATA, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS
from tests.access.table import form, page, press
from tests.cast import Cast

CARDIFF = {"slug": "cardiff"}


def place(cast: Cast) -> dict[str, Any]:
    """A door of Cardiff where nobody is known."""
    made = put_on_chart(group=cast.cardiff, kind="street", row="Maria Street", names=["2"], by=cast.operator)
    return {"uid": made[0].uid}


def membership_of(persona: str) -> Any:
    """The membership of somebody of Cardiff."""
    return lambda cast: {"uid": Membership.objects.filter(person=cast.person(persona)).earliest("pk").uid}


ROWS = {
    "chart": page(OWN_LEADERS | DATA, area=LEADERS | DATA, given=CARDIFF),
    "put-on-chart": form(
        OWN_ORGANISERS, area=ORGANISERS, given=CARDIFF | {"kind": "street"}, sent={"row": "Maria Street", "names": "2"}
    ),
    "take-off-chart": press(OWN_ORGANISERS, area=ORGANISERS, given=place),
    "set-unit": form(OWN_ORGANISERS, area=ORGANISERS, given=membership_of("member"), sent={"unit": "Ward 4"}),
    "set-unit: kept safe": form(
        NOBODY, area=ORGANISERS, given=membership_of("protected_member"), sent={"unit": "Ward 4"}
    ),
}
