"""Who may read and write down approaches, pause the clock, and say in public that nobody answered."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

from m4c.campaigns.models import ClockPause, SilenceNotice
from m4c.campaigns.operations.approach import keep_approach_paper
from m4c.campaigns.operations.clock_pause import pause_clock
from m4c.people.documents.files import take_file
from tests.access.personas import DATA, LEADERS, ORGANISERS, OWN_LEADERS, OWN_ORGANISERS, those
from tests.access.table import form, page, press
from tests.campaigns.approaches.making import approach_of, campaign_of, decided, holder_of, told
from tests.cast import Cast
from tests.factories import NOW, TODAY

SEE = LEADERS | DATA | those("editor")
OWN_SEE = OWN_LEADERS | DATA | those("editor")
PUBLISH = ORGANISERS | those("editor")
OWN_PUBLISH = OWN_ORGANISERS | those("editor")
SOMEBODY = UUID("0197a1b2-0000-7000-8000-000000000001")
NEW = {"whose": "ours", "on": "2026-10-01", "channel": "letter", "asked": "Meet us"}


def a_campaign(cast: Cast) -> dict[str, Any]:
    """A campaign of Cardiff with an approach."""
    campaign = campaign_of(cast)
    approach_of(cast, campaign)
    return {"uid": campaign.uid}


def with_somebody(cast: Cast) -> dict[str, Any]:
    """A campaign, and somebody known by their uid to approach."""
    holder_of(cast, uid=SOMEBODY)
    return {"uid": campaign_of(cast).uid}


def an_approach(cast: Cast) -> dict[str, Any]:
    """A letter of Cardiff's that nobody answered."""
    return {"uid": approach_of(cast).uid}


def a_paper(cast: Cast) -> dict[str, Any]:
    """A file of such a letter."""
    given = take_file(BytesIO(b"%PDF-1.4 our letter"), "letter.pdf")
    return {"uid": keep_approach_paper(approach=approach_of(cast), given=given, at=NOW, by=cast.operator).uid}


def a_pause(cast: Cast) -> dict[str, Any]:
    """A recess of Cardiff's campaign, which runs."""
    pause: ClockPause = pause_clock(campaign=campaign_of(cast), kind="recess", since=TODAY, at=NOW, by=cast.operator)
    return {"uid": pause.uid}


def a_notice(cast: Cast) -> dict[str, Any]:
    """That Cardiff means to say it in public."""
    return {"uid": decided(cast).uid}


def a_told_notice(cast: Cast) -> dict[str, Any]:
    """The same, with the days of the notice over."""
    notice: SilenceNotice = told(cast)
    return {"uid": notice.uid}


OF_ONE: dict[str, Any] = {"area": LEADERS, "given": an_approach}
DECIDED = {"on": "2026-10-01", "how": "Seven for", "page_words": "Nobody answered."}
ROWS = {
    "campaign-approaches": page(OWN_SEE, area=SEE, given=a_campaign),
    "record-approach": form(OWN_LEADERS, area=LEADERS, given=with_somebody, query=f"?to={SOMEBODY}", sent=NEW),
    "clock-pauses": form(OWN_LEADERS, area=LEADERS, given=a_campaign, sent={"kind": "recess", "since": "2026-10-01"}),
    "end-pause": press(OWN_LEADERS, area=LEADERS, given=a_pause, sent={"until": "2026-12-01"}),
    "strike-pause": press(OWN_LEADERS, area=LEADERS, given=a_pause),
    "approach": page(OWN_SEE, area=SEE, given=an_approach),
    "answer-approach": press(OWN_LEADERS, sent={"outcome": "refused", "on": "2026-10-01"}, **OF_ONE),
    "correct-approach": form(OWN_LEADERS, sent=NEW | {"why": "It was a letter"}, **OF_ONE),
    "look-over-approach": press(OWN_LEADERS, **OF_ONE),
    "strike-approach": press(OWN_LEADERS, sent={"why": "Twice"}, **OF_ONE),
    "keep-approach-paper": press(
        OWN_LEADERS, sent=lambda cast: {"file": named(BytesIO(b"%PDF-1.4 letter"), "letter.pdf")}, **OF_ONE
    ),
    "decide-silence": form(OWN_PUBLISH, area=PUBLISH, given=an_approach, sent=DECIDED),
    "approach-paper": page(OWN_SEE, area=SEE, given=a_paper),
    "withdraw-approach-paper": press(OWN_LEADERS, area=LEADERS, given=a_paper),
    "silence-notice": page(OWN_SEE, area=SEE, given=a_notice),
    "tell-silence": press(
        OWN_PUBLISH,
        area=PUBLISH,
        given=a_notice,
        sent={"on": str(TODAY - timedelta(days=5)), "how": "By letter"},
    ),
    "reply-silence": press(
        OWN_LEADERS, area=LEADERS, given=a_told_notice, sent={"on": str(TODAY), "words": "We are busy."}
    ),
    "publish-silence": press(OWN_PUBLISH, area=PUBLISH, given=a_told_notice),
    "take-off-silence": press(OWN_PUBLISH, area=PUBLISH, given=a_notice),
}


def named(file: BytesIO, name: str) -> BytesIO:
    """A file with a name, as a browser sends it."""
    file.name = name
    return file
