"""Who may read, write, sign, publish and print covenants, and write down affiliations."""

from typing import Any

from tests.access.personas import ANYBODY, DATA, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.table import Row, form, page, press
from tests.cast import Cast
from tests.commitments.covenanting import (
    SINCE,
    WORDS,
    a_covenant,
    a_party,
    a_public_covenant,
    an_affiliation,
    signed,
    text_of,
)

SEE = LEADERS | DATA | those("editor")
OWN_SEE = OWN_LEADERS | DATA | those("editor")
PUBLISH = ORGANISERS | those("editor")
OWN_PUBLISH = OWN_ORGANISERS | those("editor")
FILE = "0198c2f0-5d1a-7c3e-9a55-3f0d2f6b7c11"
TEXT = {"words": "We say hello.", "because": "Shorter", "on": f"{SINCE}"}
LOOK = {"holds": "yes", "words": "All came", "says_who": "Both sides", "on": f"{SINCE}"}
STEP = {"state": "granted", "on": f"{SINCE}", "says_who": "A letter"}


def own(cast: Cast) -> dict[str, Any]:
    """A covenant of Cardiff's."""
    return {"uid": a_covenant(cast).uid}


def ready(cast: Cast) -> dict[str, Any]:
    """One that two bodies signed."""
    made = a_covenant(cast)
    for name in ("Residents", "Shopkeepers"):
        signed(cast, made, name)
    return {"uid": made.uid}


def public(cast: Cast) -> dict[str, Any]:
    """One that everybody reads."""
    return {"uid": a_public_covenant(cast).uid}


def by_slug(cast: Cast) -> dict[str, Any]:
    """The same by its public address."""
    return {"slug": a_public_covenant(cast).slug}


def a_body(cast: Cast) -> dict[str, Any]:
    """A body that has not signed."""
    return {"uid": a_party(cast, a_covenant(cast)).uid}


def signing(cast: Cast) -> dict[str, Any]:
    """What is sent when one signs: the only text there is."""
    from m4c.commitments.models import Covenant

    return {"signed_by": "The chair", "on": f"{SINCE}", "text": f"{text_of(Covenant.objects.get()).uid}"}


def one(cast: Cast) -> dict[str, Any]:
    """An affiliation of Cardiff's."""
    return {"uid": an_affiliation(cast).uid}


def a_file(cast: Cast) -> dict[str, Any]:
    """A poster that is being laid out."""
    return own(cast) | {"file": FILE}


BODY = {"name": "School", "will_do": "The door is open."}
WAITING = form(OWN_LEADERS, area=LEADERS, given=a_body, sent=BODY | {"name": "Residents"})
MADE = {"group": "cardiff", "name": "Respect", "words": WORDS, "on": f"{SINCE}"}
BEGUN = {"group": "cardiff", "body_words": "Trades council", "state": "sought", "on": f"{SINCE}"}

ROWS: dict[str, Row] = {
    "covenants": page(SEE),
    "make-covenant": form(LEADERS, sent=MADE, writes=OWN_LEADERS),
    "covenant": page(OWN_SEE, area=SEE, given=own),
    "edit-covenant": form(OWN_LEADERS, area=LEADERS, given=own, sent={"name": "Respect here"}),
    "rewrite-covenant": press(OWN_LEADERS, area=LEADERS, given=own, sent=TEXT),
    "look-at-covenant": press(OWN_LEADERS, area=LEADERS, given=own, sent=LOOK),
    "end-covenant": press(OWN_LEADERS, area=LEADERS, given=own, sent={"on": f"{SINCE}"}),
    "publish-covenant": press(OWN_PUBLISH, area=PUBLISH, given=ready),
    "take-down-covenant": press(OWN_PUBLISH, area=PUBLISH, given=public),
    "add-covenant-party": press(OWN_LEADERS, area=LEADERS, given=own, sent=BODY),
    "edit-covenant-party": WAITING,
    "sign-covenant": press(OWN_LEADERS, area=LEADERS, given=a_body, sent=signing),
    "leave-covenant": press(OWN_LEADERS, area=LEADERS, given=a_body, sent={"on": f"{SINCE}", "because": "So"}),
    "print-covenant-poster": press(OWN_SEE, area=SEE, given=own, writes=NOBODY),
    "covenant-poster-made": page(OWN_SEE, area=SEE, given=a_file),
    "covenant-poster-pdf": page(NOBODY, area=SEE, given=a_file),
    "public-covenant": page(ANYBODY, given=by_slug),
    "public-covenant-picture": page(ANYBODY, given=by_slug),
    "public-covenant: among ourselves": page(NOBODY, area=ANYBODY, given=lambda cast: {"slug": a_covenant(cast).slug}),
    "affiliations": page(SEE),
    "begin-affiliation": form(LEADERS, sent=BEGUN, writes=OWN_LEADERS),
    "affiliation": page(OWN_SEE, area=SEE, given=one),
    "step-affiliation": press(OWN_LEADERS, area=LEADERS, given=one, sent=STEP),
}
