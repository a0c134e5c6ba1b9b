"""Short ways to write what a test of approaches is not about: a campaign, a powerholder, an approach, its notice."""

from datetime import date, timedelta
from typing import Any

from m4c.campaigns.models import Approach, Campaign, SilenceNotice
from m4c.campaigns.operations.approach import Answer, NewApproach, answer_approach, record_approach
from m4c.campaigns.operations.silence_notice import decide_silence, note_told, publish_silence
from m4c.people.models import Group
from m4c.power.models import Powerholder
from tests.campaigns.press.telling import a_councillor
from tests.cast import Cast
from tests.factories import NOW, TODAY

ASKED = "Meet us about the empty shop"
LEADER = "The leader of Cardiff Council"


def campaign_of(cast: Cast, name: str = "Homes and a shop", group: Group | None = None) -> Campaign:
    """A campaign of Cardiff that runs."""
    slug = name.lower().replace(" ", "-")
    return Campaign.objects.create(
        name=name,
        group=group or cast.cardiff,
        status=Campaign.Status.RUNNING,
        starts_on=TODAY - timedelta(days=100),
        slug=slug,
        made_by=cast.organiser,
    )


def holder_of(cast: Cast, name: str = LEADER, **more: Any) -> Powerholder:
    """A powerholder."""
    return Powerholder.objects.create(name=name, made_by=cast.organiser, **more)


def approach_of(
    cast: Cast, campaign: Campaign | None = None, holder: Powerholder | None = None, days: int = 46, **more: Any
) -> Approach:
    """A letter of so many days ago, which was to be answered in two weeks."""
    day: date = TODAY - timedelta(days=days)
    facts = {"on": day, "channel": "letter", "asked": ASKED, "answer_due": day + timedelta(days=14)}
    new = NewApproach(powerholder=holder or a_councillor(cast, LEADER), **(facts | more))  # type: ignore[arg-type]
    return record_approach(campaign=campaign or campaign_of(cast), new=new, at=NOW, by=cast.organiser)


def answered(cast: Cast, approach: Approach, outcome: str = "answered", **more: Any) -> Approach:
    """The same, answered today."""
    answer = Answer(outcome, TODAY, "Come on Monday at ten", "Street Scene" if outcome == "diverted" else "")
    answer_approach(approach=approach, answer=answer, at=NOW, by=cast.organiser, **more)
    return approach


def decided(cast: Cast, approach: Approach | None = None) -> SilenceNotice:
    """That the group decided to say it in public, twelve days ago."""
    on = TODAY - timedelta(days=12)
    words, how = "We asked in August. Nobody answered.", "The committee, seven for, one against"
    return decide_silence(
        approach=approach or approach_of(cast), on=on, how=how, page_words=words, at=NOW, by=cast.organiser
    )


def told(cast: Cast, notice: SilenceNotice | None = None, days: int = 11) -> SilenceNotice:
    """The same, with the powerholder told so many days ago."""
    notice = notice or decided(cast)
    on = TODAY - timedelta(days=days)
    return note_told(notice=notice, on=on, how="By letter, with the page", at=NOW, by=cast.organiser)


def published(cast: Cast, notice: SilenceNotice | None = None) -> SilenceNotice:
    """The same, public."""
    return publish_silence(notice=told(cast, notice), at=NOW, by=cast.organiser)
