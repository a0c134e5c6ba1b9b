"""Who may read, make, change, publish and run a kit; strangers read what is public."""

from typing import Any

from tests.access.personas import ANYBODY, LEADERS, NOBODY, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.table import form, page, press
from tests.campaigns.kits.making import kit_of, public_kit_of, run_of
from tests.cast import Cast

SEE = LEADERS | those("data_protection editor")
OWN_SEE = OWN_LEADERS | those("data_protection editor")
PUBLISH = ORGANISERS | those("editor")
OWN_PUBLISH = OWN_ORGANISERS | those("editor")
WORDS = {"name": "Fete", "group": "cardiff", "what_for": "Fun", "steps": "Ask."}
RUN = {"group": "cardiff", "place": "Splott"}


def own(cast: Cast) -> dict[str, Any]:
    """A kit among Cardiff's own."""
    return {"uid": kit_of(cast).uid}


def public(cast: Cast) -> dict[str, Any]:
    """One for everybody."""
    return {"uid": public_kit_of(cast).uid}


def by_slug(cast: Cast) -> dict[str, Any]:
    """The same by its public address."""
    return {"slug": public_kit_of(cast).slug}


def a_run(cast: Cast) -> dict[str, Any]:
    """A run in Cardiff, among themselves."""
    return {"uid": run_of(cast, kit_of(cast)).uid}


ROWS = {
    "kits": page(SEE),
    "make-kit": form(LEADERS, sent=WORDS, writes=OWN_LEADERS),
    "kit": page(OWN_SEE, area=SEE, given=own),
    "kit: for everybody": page(SEE, given=public),
    "change-kit": form(OWN_LEADERS, area=LEADERS, given=own, sent=WORDS),
    "change-kit: for everybody": form(LEADERS, given=public, sent=WORDS, writes=OWN_LEADERS),
    "publish-kit": press(OWN_PUBLISH, area=PUBLISH, given=own),
    "take-down-kit": press(PUBLISH, given=public, writes=OWN_PUBLISH),
    "run-kit": form(OWN_LEADERS, area=LEADERS, given=own, sent=RUN),
    "change-kit-run": form(OWN_LEADERS, area=LEADERS, given=a_run, sent=RUN),
    "want-kit": form(ANYBODY, given=by_slug),
    "want-kit: among ourselves": form(NOBODY, area=ANYBODY, given=lambda cast: {"slug": kit_of(cast).slug}),
    "kit-wish-sent": page(ANYBODY),
    "kit-answered": page(ANYBODY),
    "kit-wish": form(ANYBODY, given={"token": "x" * 43}),
    "kit-introduction": form(ANYBODY, given={"token": "x" * 43}),
    "public-kits": page(ANYBODY),
    "public-kit": page(ANYBODY, given=lambda cast: {"slug": public_kit_of(cast).slug}),
    "public-kit: among ourselves": page(NOBODY, area=ANYBODY, given=lambda cast: {"slug": kit_of(cast).slug}),
}
