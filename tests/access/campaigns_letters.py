"""Who may call for supporters' letters and read what came back; strangers write and come back by their own link."""

from typing import Any

from tests.access.campaigns_kits import OWN_PUBLISH, OWN_SEE, PUBLISH, SEE
from tests.access.personas import ANYBODY, LEADERS, NOBODY, OWN_LEADERS
from tests.access.table import form, page, press
from tests.campaigns.letters.calling import drive_of, open_one, written
from tests.cast import Cast


def of_campaign(cast: Cast) -> dict[str, Any]:
    """A campaign of Cardiff with a call."""
    return {"uid": drive_of(cast).campaign.uid}


def own(cast: Cast) -> dict[str, Any]:
    """A call of Cardiff."""
    return {"uid": drive_of(cast).uid}


def an_open_one(cast: Cast) -> dict[str, Any]:
    """One that is open."""
    return {"uid": open_one(cast).uid}


def a_letter(cast: Cast) -> dict[str, Any]:
    """A letter that somebody wrote, with nothing to show."""
    return {"uid": written(open_one(cast)).letter.uid}


ROWS = {
    "campaign-letters": page(OWN_SEE, area=SEE, given=of_campaign),
    "make-letter-drive": form(OWN_LEADERS, area=LEADERS, given=of_campaign),
    "letter-drive": page(OWN_SEE, area=SEE, given=own),
    "change-letter-drive": form(OWN_LEADERS, area=LEADERS, given=own),
    "open-letter-drive": press(OWN_PUBLISH, area=PUBLISH, given=own, writes=NOBODY),
    "show-letter-answer": press(OWN_PUBLISH, area=PUBLISH, given=a_letter, writes=NOBODY),
    "hide-letter-answer": press(OWN_PUBLISH, area=PUBLISH, given=a_letter),
    "close-letter-drive": press(OWN_LEADERS, area=LEADERS, given=an_open_one),
    "public-letter-drive": form(ANYBODY, given=lambda cast: {"slug": open_one(cast).slug}),
    "public-letter-drive: being prepared": form(NOBODY, area=ANYBODY, given=lambda cast: {"slug": drive_of(cast).slug}),
    "letter-back": form(ANYBODY, given=lambda cast: {"token": written(open_one(cast)).token}),
    "letter-back: of nothing": form(NOBODY, area=ANYBODY, given={"token": "x" * 43}),
}
