"""Who may read and write assemblies, their run of show and their roll call."""

from typing import Any

from m4c.commitments.models import ShowItem
from m4c.commitments.operations.assembly import call_roll
from m4c.commitments.operations.show_item import NewItem, add_show_item
from tests.access.personas import DATA, LEADERS, OWN_LEADERS, those
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.commitments.tabling import an_ask, an_assembly
from tests.factories import NOW

SEE, OWN_SEE = LEADERS | DATA | those("editor"), OWN_LEADERS | DATA | those("editor")
RUN: dict[str, Any] = {"area": LEADERS}


def assembly(cast: Cast) -> dict[str, Any]:
    """An assembly with an ask."""
    made = an_assembly(cast)
    an_ask(cast, event=made.event)
    return {"uid": made.uid}


def sheet(cast: Cast) -> dict[str, Any]:
    """One of its sheets."""
    return assembly(cast) | {"role": "chair"}


def items(cast: Cast) -> list[ShowItem]:
    """Two items."""
    made = an_assembly(cast)
    titles = ("Welcome", "Roll call")
    return [add_show_item(assembly=made, new=NewItem("welcome", title), at=NOW, by=cast.operator) for title in titles]


def item(cast: Cast) -> dict[str, Any]:
    """An item."""
    return {"uid": items(cast)[0].uid}


def item_down(cast: Cast) -> dict[str, Any]:
    """The upper of two, to be moved down."""
    return item(cast) | {"way": "down"}


def roll(cast: Cast) -> dict[str, Any]:
    """A body on the roll."""
    return {"uid": call_roll(assembly=an_assembly(cast), words="The mosque", number=3, at=NOW, by=cast.operator).uid}


MEETING = {"title": "At County Hall", "day": "2027-02-01", "starts": "10:00"}
ITEM = {"kind": "close", "title": "Close", "minutes": "3"}

ROWS: dict[str, Row] = {
    "assemblies": page(SEE),
    "make-assembly": form(LEADERS, sent=MEETING | {"group": "cardiff"}, writes=OWN_LEADERS),
    "assembly": page(OWN_SEE, area=SEE, given=assembly),
    "word-assembly": press(OWN_LEADERS, given=assembly, sent={"name": "The Showcase"}, **RUN),
    "assembly-sheet": page(OWN_SEE, area=SEE, given=sheet),
    "write-assembly-minute": press(OWN_LEADERS, given=assembly, **RUN),
    "fix-meeting-after": press(OWN_LEADERS, given=assembly, sent=MEETING, **RUN),
    "close-assembly": press(OWN_LEADERS, given=assembly, **RUN),
    "add-show-item": form(OWN_LEADERS, given=assembly, sent=ITEM, **RUN),
    "change-show-item": form(OWN_LEADERS, given=item, sent=ITEM, **RUN),
    "move-show-item": press(OWN_LEADERS, given=item_down, **RUN),
    "strike-show-item": press(OWN_LEADERS, given=item, **RUN),
    "roll-call": form(OWN_LEADERS, given=assembly, sent={"words": "The union", "number": "12"}, **RUN),
    "strike-roll-call": press(OWN_LEADERS, given=roll, **RUN),
}
