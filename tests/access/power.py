"""Who may open what is on record of those who decide, add to it, and give them their copy."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from m4c.people.documents.files import take_file
from m4c.power.models import Influence, SiteOwner
from tests.access.personas import DATA, LEADERS, NOBODY, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.records import DAY
from tests.access.table import form, page, press
from tests.cast import Cast
from tests.power.recording import (
    OWNER,
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
SOURCED = {"source": "Register", "source_on": DAY}
Given = Callable[[Cast], dict[str, Any]]


def of(make: Callable[[Cast], Any]) -> Given:
    """The uid of what is made."""
    return lambda cast: {"uid": make(cast).uid}


def tenure(cast: Cast) -> Any:
    """Somebody in an office."""
    return tenure_of(cast, owner_of(cast), office_of(cast))


def beside(*others: Callable[[Cast], Any], make: Callable[[Cast], Any] = owner_of) -> Given:
    """The uid of what is made, with other records that a form will name."""

    def made(cast: Cast) -> dict[str, Any]:
        for other in others:
            other(cast)
        return {"uid": make(cast).uid}

    return made


def document(cast: Cast) -> Any:
    """A fact with a file."""
    file = BytesIO(b"%PDF-1.7 minutes")
    return fact_of(cast, owner_of(cast), kind="document", document=take_file(file, "a.pdf"))


def line(cast: Cast) -> Influence:
    """A line of influence."""
    return line_of(cast, council_of(cast), owner_of(cast))


def site_owner(cast: Cast) -> SiteOwner:
    """That a site is somebody's."""
    owned: SiteOwner = owned_by(cast, site_of(cast), owner_of(cast))
    return owned


def knows(cast: Cast) -> dict[str, Any]:
    """That the leader knows them."""
    leader = cast.person("leader")
    return {"person": leader.name, "person-chosen": str(leader.uid), "how": "Neighbours", "group": "cardiff"}


FACT = {"kind": "asset", "words": "Owns a shop", "is_public_role": "on", "group": "cardiff", **SOURCED}
ATTEMPT = {name: said for name, said in FACT.items() if name != "kind"}
CAME = {"place": "Hall", "on": DAY, "group": "cardiff"}
IN_OFFICE = {"office": "Cabinet member for planning", **SOURCED}
HOLDER, WHOSE = {"powerholder": OWNER, **SOURCED}, {"owner": OWNER, "source": "Register"}
LINE = {"way": "from", "other": "Cardiff Council", "kind": "funds", **SOURCED}
LEARNT = {"whom": "An officer", "held_on": DAY, "learnt": "Much", "group": "cardiff"}
ENDED = {"on": DAY}
NAMED = {"name": "Ada Pryce", **SOURCED}
BODY, OFFICE = {"name": "The police", "kind": "police"}, {"name": "Chief", "kind": "leading", "seats": "1"}
SITE = {"name": "A wall", "address": "Garth Road"}

ROWS = {
    "powerholders": page(SEE),
    "pick-power": page(SEE, query="?what=powerholder&other=ada"),
    "add-powerholder": form(LEADERS, sent=NAMED),
    "powerholder": page(SEE, given=of(owner_of)),
    "change-powerholder": form(LEADERS, given=of(owner_of), sent=NAMED),
    "review-powerholder": press(LEADERS, given=of(owner_of)),
    "say-own-person": form(LEADERS, given=of(owner_of), sent={"person": ""}),
    "answer-powerholder": form(NOBODY, factor=DATA, given=of(owner_of), sent={"is_checked": "on", "form": "json"}),
    "begin-tenure": form(LEADERS, given=beside(office_of), sent=IN_OFFICE),
    "begin-tenure-in": form(LEADERS, given=beside(owner_of, make=office_of), sent=HOLDER),
    "change-tenure": form(LEADERS, given=of(tenure), sent=SOURCED),
    "end-tenure": form(LEADERS, given=of(tenure), sent=ENDED),
    "add-power-fact": form(LEADERS, writes=OWN_LEADERS, given=of(owner_of), sent=FACT),
    "add-power-attempt": form(LEADERS, writes=OWN_LEADERS, given=of(owner_of), sent=ATTEMPT),
    "add-body-fact": form(LEADERS, writes=OWN_LEADERS, given=of(council_of), sent=FACT),
    "withdraw-power-fact": form(
        LEADERS, given=of(lambda cast: fact_of(cast, owner_of(cast))), sent={"because": "Another of that name"}
    ),
    "power-document": page(SEE, given=of(document)),
    "record-presence": form(LEADERS, writes=OWN_LEADERS, given=of(owner_of), sent=CAME),
    "take-presence-back": press(OWN_LEADERS, area=LEADERS, given=of(lambda cast: presence_of(cast, owner_of(cast)))),
    "draw-line": form(LEADERS, given=beside(council_of), sent=LINE),
    "end-line": form(LEADERS, given=of(line), sent=ENDED),
    "ask-who-knows": page(RESEARCH, given=of(owner_of)),
    "say-acquaintance": form(LEADERS, writes=OWN_LEADERS, given=of(owner_of), sent=knows),
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
    "end-power-office": form(LEADERS, given=of(office_of), sent=ENDED),
    "sites": page(SEE),
    "add-site": form(LEADERS, sent=SITE),
    "site": page(SEE, given=of(site_of)),
    "change-site": form(LEADERS, given=of(site_of), sent=SITE),
    "say-site-state": form(LEADERS, given=of(site_of), sent={"state": "empty", "since": DAY, "source": "Neighbours"}),
    "say-site-owner": form(LEADERS, given=beside(owner_of, make=site_of), sent=WHOSE),
    "end-site-owner": form(LEADERS, given=of(site_owner), sent=ENDED),
    "research-meetings": page(RESEARCH),
    "write-up-research": form(LEADERS, writes=OWN_LEADERS, sent=LEARNT),
    "research-meeting": page(OWN_LEADERS | DATA, area=RESEARCH, given=of(research_of)),
    "change-research": form(OWN_LEADERS, area=LEADERS, given=of(research_of), sent=LEARNT),
}
