"""Who may open what is on record of those who decide, add to it, and give them their copy."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from m4c.power.models import Influence, SiteOwner
from m4c.power.models.powerholder import Powerholder
from tests.access.personas import DATA, LEADERS, NOBODY, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.records import DAY
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.power.recording import (
    council_of,
    fact_of,
    known_by,
    line_of,
    office_of,
    owned_by,
    owner_of,
    presence_of,
    research_of,
    site_of,
    tenure_of,
)

SEE = LEADERS | DATA | those("editor")
OWN_SEE = OWN_LEADERS | DATA | those("editor")
RESEARCH = LEADERS | DATA
IN_TREE = LEADERS - those("coalition_organiser")  # who has a group of the tree to write for
SOURCED = {"source": "Register", "source_on": DAY}
Given = Callable[[Cast], dict[str, Any]]


def of(make: Callable[[Cast], Any]) -> Given:
    """The uid of what is made."""
    return lambda cast: {"uid": make(cast).uid}


def owner(cast: Cast) -> Powerholder:
    """A private owner."""
    return owner_of(cast)


def tenure(cast: Cast) -> Any:
    """Somebody in an office."""
    return tenure_of(cast, owner_of(cast), office_of(cast))


def in_office(cast: Cast) -> dict[str, Any]:
    """An office for a form, beside somebody who may hold it."""
    return {"office": office_of(cast).name, **SOURCED}


def holder(cast: Cast) -> dict[str, Any]:
    """Somebody for the form of an office."""
    return {"powerholder": owner_of(cast).name, **SOURCED}


def body_for_line(cast: Cast) -> dict[str, Any]:
    """A body at the other end of a line."""
    return {"way": "from", "other": council_of(cast).name, "kind": "funds", **SOURCED}


def whose(cast: Cast) -> dict[str, Any]:
    """Whose a site is."""
    return {"owner": owner_of(cast).name, "source": "Register"}


def document(cast: Cast) -> Any:
    """A fact with a file."""
    file = BytesIO(b"%PDF-1.7 minutes")
    return fact_of(cast, owner_of(cast), kind="document", document=file, document_name="a.pdf")


def line(cast: Cast) -> Influence:
    """A line of influence."""
    return line_of(cast, council_of(cast), owner_of(cast))


def site_owner(cast: Cast) -> SiteOwner:
    """That a site is somebody's."""
    owned: SiteOwner = owned_by(cast, site_of(cast), owner_of(cast))
    return owned


FACT = {"kind": "asset", "words": "Owns a shop", "is_public_role": "on", "group": "cardiff", **SOURCED}
ATTEMPT = {name: said for name, said in FACT.items() if name != "kind"}
CAME = {"place": "Hall", "on": DAY, "group": "cardiff"}
KNOWS = {"person": "Bethan Griffiths", "how": "Neighbours", "group": "cardiff"}
LEARNT = {"whom": "An officer", "held_on": DAY, "learnt": "Much", "group": "cardiff"}
ENDED = {"on": DAY}
NAMED = {"name": "Ada Pryce", **SOURCED}
BODY, OFFICE = {"name": "The police", "kind": "police"}, {"name": "Chief", "kind": "leading", "seats": "1"}
SITE = {"name": "A wall", "address": "Garth Road"}

ROWS = {
    "powerholders": page(SEE),
    "pick-power": page(SEE, query="?what=powerholder&other=ada"),
    "add-powerholder": form(LEADERS, sent=NAMED),
    "powerholder": page(SEE, given=of(owner)),
    "change-powerholder": form(LEADERS, given=of(owner), sent=NAMED),
    "review-powerholder": press(LEADERS, given=of(owner)),
    "say-own-person": form(LEADERS, given=of(owner), sent={"person": ""}),
    "answer-powerholder": form(NOBODY, factor=DATA, given=of(owner), sent={"is_checked": "on", "form": "json"}),
    "begin-tenure": form(LEADERS, given=of(owner), sent=in_office),
    "begin-tenure-in": form(LEADERS, given=of(office_of), sent=holder),
    "change-tenure": form(LEADERS, given=of(tenure), sent=SOURCED),
    "end-tenure": form(LEADERS, given=of(tenure), sent=ENDED),
    "add-power-fact": form(LEADERS, writes=OWN_LEADERS, given=of(owner), sent=FACT),
    "add-power-attempt": form(LEADERS, writes=OWN_LEADERS, given=of(owner), sent=ATTEMPT),
    "add-body-fact": form(LEADERS, writes=OWN_LEADERS, given=of(council_of), sent=FACT),
    "withdraw-power-fact": form(
        LEADERS, given=of(lambda cast: fact_of(cast, owner_of(cast))), sent={"because": "Another of that name"}
    ),
    "power-document": page(SEE, given=of(document)),
    "record-presence": form(LEADERS, writes=OWN_LEADERS, given=of(owner), sent=CAME),
    "take-presence-back": press(OWN_LEADERS, area=LEADERS, given=of(lambda cast: presence_of(cast, owner_of(cast)))),
    "draw-line": form(LEADERS, given=of(owner), sent=body_for_line),
    "end-line": form(LEADERS, given=of(line), sent=ENDED),
    "ask-who-knows": page(RESEARCH, given=of(owner)),
    "say-acquaintance": form(LEADERS, writes=OWN_LEADERS, given=of(owner), sent=KNOWS),
    "end-acquaintance": press(
        OWN_ORGANISERS,
        area=LEADERS,
        given=of(lambda cast: known_by(cast, owner_of(cast), cast.person("member"))),
    ),
    "institutions": page(SEE),
    "add-institution": form(LEADERS, sent=BODY),
    "institution": page(SEE, given=of(council_of)),
    "change-institution": form(LEADERS, given=of(council_of), sent=BODY),
    "end-institution": form(LEADERS, given=of(council_of), sent=ENDED),
    "add-office": form(LEADERS, given=of(council_of), sent=OFFICE),
    "office": page(SEE, given=of(office_of)),
    "change-office": form(LEADERS, given=of(office_of), sent=OFFICE),
    "end-office": form(LEADERS, given=of(office_of), sent=ENDED),
    "sites": page(SEE),
    "add-site": form(LEADERS, sent=SITE),
    "site": page(SEE, given=of(site_of)),
    "change-site": form(LEADERS, given=of(site_of), sent=SITE),
    "say-site-state": form(LEADERS, given=of(site_of), sent={"state": "empty", "since": DAY, "source": "Neighbours"}),
    "say-site-owner": form(LEADERS, given=of(site_of), sent=whose),
    "end-site-owner": form(LEADERS, given=of(site_owner), sent=ENDED),
    "research-meetings": page(RESEARCH),
    "write-up-research": form(LEADERS, writes=OWN_LEADERS, sent=LEARNT),
    "research-meeting": page(OWN_LEADERS | DATA, area=RESEARCH, given=of(research_of)),
    "change-research": form(OWN_LEADERS, area=LEADERS, given=of(research_of), sent=LEARNT),
}
