"""Who may look up who represents whom, open councils and the tables loaded, and say who controls a council."""

from typing import Any

from m4c.power.models import Institution
from tests.access.personas import DATA, LEADERS, those
from tests.access.records import DAY
from tests.access.table import form, page
from tests.cast import Cast

SEE = LEADERS | DATA | those("editor")
CONTROL = {"words": "Labour", "started_on": DAY, "source_url": "https://example.org/control", "source_on": DAY}


def a_council(cast: Cast) -> dict[str, Any]:
    """A council."""
    return {"uid": Institution.objects.create(name="Made-up Council", kind="council", made_by=cast.operator).uid}


def an_area(cast: Cast) -> dict[str, Any]:
    """The constituency of a known code."""
    return {"kind": "constituency", "code": "E14001063"}


ROWS = {
    "who-represents": page(SEE, query="?postcode=CF3+0EF"),
    "area-seats": page(SEE, given=an_area),
    "councils": page(SEE),
    "council": page(SEE, given=a_council),
    "say-council-control": form(LEADERS, given=a_council, sent=CONTROL),
    "power-loads": page(SEE),
}
