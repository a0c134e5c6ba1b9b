"""Who decides that everybody reads a commitment; strangers read what was published, and follow it."""

from typing import Any

from m4c.power.models import Tenure
from tests.access.personas import ANYBODY, DATA, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.table import Row, form, page, press
from tests.campaigns.press.telling import a_councillor
from tests.cast import Cast
from tests.commitments.faces.facing import a_public_promise
from tests.commitments.promising import a_promise

SEE = LEADERS | DATA | those("editor")
OWN_SEE = OWN_LEADERS | DATA | those("editor")
PUBLISH = ORGANISERS | those("editor")
OWN_PUBLISH = OWN_ORGANISERS | those("editor")


def own(cast: Cast) -> dict[str, Any]:
    """One that only our own groups read."""
    return {"uid": a_promise(cast).uid}


def public(cast: Cast) -> dict[str, Any]:
    """One that everybody reads."""
    return {"uid": a_public_promise(cast).uid}


def by_slug(cast: Cast) -> dict[str, Any]:
    """The same by its public address."""
    return {"slug": a_public_promise(cast).slug}


def unpublished(cast: Cast) -> dict[str, Any]:
    """One that is not public, by the address that it would have."""
    return {"slug": a_promise(cast).slug}


def somebody(cast: Cast) -> dict[str, Any]:
    """Whoever made one, by their public name."""
    a_public_promise(cast, a_councillor(cast))
    return {"slug": "cllr-rhian-cabinet"}


def a_body(cast: Cast) -> dict[str, Any]:
    """The body in whose office one was made."""
    someone = a_councillor(cast)
    a_public_promise(cast, someone, office=Tenure.objects.get(powerholder=someone).office)
    return {"slug": "cardiff-council"}


TOKEN = {"token": "x" * 64}

ROWS: dict[str, Row] = {
    "commitment-public-page": page(OWN_SEE, area=SEE, given=own),
    "publish-commitment": press(OWN_PUBLISH, area=PUBLISH, given=own),
    "take-down-commitment": press(OWN_PUBLISH, area=PUBLISH, given=public),
    "public-commitments": page(ANYBODY),
    "public-commitments-feed": page(ANYBODY),
    "public-commitments-csv": page(ANYBODY),
    "public-commitments-json": page(ANYBODY),
    "public-commitment": page(ANYBODY, given=by_slug),
    "public-commitment: among ourselves": page(NOBODY, area=ANYBODY, given=unpublished),
    "public-commitment-picture": page(ANYBODY, given=by_slug),
    "public-commitment-picture: among ourselves": page(NOBODY, area=ANYBODY, given=unpublished),
    "public-commitments-picture": page(ANYBODY),
    "public-decision-maker-picture": page(ANYBODY, given=somebody),
    "public-decision-maker-picture: nobody": page(NOBODY, area=ANYBODY, given={"slug": "nobody"}),
    "public-institution-picture": page(ANYBODY, given=a_body),
    "public-institution-picture: nobody": page(NOBODY, area=ANYBODY, given={"slug": "nobody"}),
    "public-decision-makers": page(ANYBODY),
    "public-decision-maker": page(ANYBODY, given=somebody),
    "public-decision-maker: nobody": page(NOBODY, area=ANYBODY, given={"slug": "nobody"}),
    "public-institution": page(ANYBODY, given=a_body),
    "public-institution: nobody": page(NOBODY, area=ANYBODY, given={"slug": "nobody"}),
    "follow-commitment": form(ANYBODY, given=by_slug),
    "follow-commitment: among ourselves": form(NOBODY, area=ANYBODY, given=unpublished),
    "follow-sent": page(ANYBODY),
    "follow-done": page(ANYBODY),
    "following-commitment": form(ANYBODY, given=TOKEN),
}
