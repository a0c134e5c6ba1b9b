"""Short ways to a commitment with what became of it, for tests that are about something else."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from m4c.commitments.models import Commitment, Judgement, Progress, Standing
from m4c.commitments.operations.evidence_link import HandedIn, MadeEvidenceLink, hand_in_evidence, make_evidence_link
from m4c.commitments.operations.judgement import (
    MadeNotice,
    NewJudgement,
    confirm_judgement,
    judge_commitment,
    make_notice,
    note_notice,
)
from m4c.commitments.operations.progress import NewProgress, add_progress
from m4c.commitments.watching.restating import restate
from m4c.core.models.record import new_uid
from m4c.people.models import Group
from m4c.people.models.account import website
from m4c.power.models import Powerholder
from tests.campaigns.press.telling import a_councillor
from tests.cast import Cast
from tests.factories import NOW, TODAY

DAY = timedelta(days=1)
WORDS = "I will meet you at least three times before the election."


def a_promise(
    cast: Cast, powerholder: Powerholder | None = None, group: Group | None = None, **more: Any
) -> Commitment:
    """Done or not, promised to Cardiff sixty days ago, due in sixty."""
    name = str(new_uid())[-12:]
    facts: dict[str, Any] = {
        "reference": f"C-{name}",
        "slug": f"c-{name}",
        "words": WORDS,
        "made_on": TODAY - 60 * DAY,
        "due_on": TODAY + 60 * DAY,
        "made_by": cast.organiser,
        "made_at": NOW,
    }
    commitment = Commitment.objects.create(
        group=group or cast.cardiff, powerholder=powerholder or a_councillor(cast), **(facts | more)
    )
    restate([commitment])
    return commitment


def three_meetings(cast: Cast, **more: Any) -> Commitment:
    """Three meetings."""
    return a_promise(cast, measure="count", target=Decimal(3), unit="meetings", **more)


def status_of(commitment: Commitment, on: date = TODAY) -> str:
    """Where it stands on a day."""
    return Standing.objects.on(on).get(commitment=commitment).status


def new_entry(**more: Any) -> NewProgress:
    """Something that was done, today."""
    facts: dict[str, Any] = {
        "kind": "done",
        "on": TODAY,
        "says_who": "Six of us were there",
        "words": "She met us at the church hall.",
        "evidence": "Our minutes, agreed by both sides",
    }
    return NewProgress(**(facts | more))


def an_entry(cast: Cast, commitment: Commitment, **more: Any) -> Progress:
    """The same, written down."""
    return add_progress(commitment=commitment, new=new_entry(**more), at=NOW, by=cast.organiser)


def a_link(cast: Cast, commitment: Commitment | None = None) -> MadeEvidenceLink:
    """A link for those affected."""
    given: dict[str, Any] = {"for_whom": "The tenants", "ends_on": TODAY + 30 * DAY, "at": NOW, "by": cast.organiser}
    return make_evidence_link(commitment=commitment or three_meetings(cast), **given)


def held(cast: Cast, commitment: Commitment | None = None, token: str = "", **more: Any) -> Progress:
    """What somebody affected brought."""
    facts: dict[str, Any] = {"on": TODAY - DAY, "words": "She came to our stairs"}
    token = token or a_link(cast, commitment).token
    return hand_in_evidence(token=token, handed=HandedIn(**(facts | more)), at=NOW, by=website())


def verdict(**more: Any) -> NewJudgement:
    """What somebody judges."""
    facts: dict[str, Any] = {
        "verdict": "broken",
        "on": TODAY - 20 * DAY,
        "reasons": "She said in the chamber that she will not come.",
        "evidence": "Minutes of the council, page 4",
    }
    return NewJudgement(**(facts | more))


def judged(cast: Cast, commitment: Commitment | None = None, **more: Any) -> Judgement:
    """The same, written down by the organiser."""
    commitment = commitment or a_promise(cast)
    return judge_commitment(commitment=commitment, new=verdict(**more), at=NOW, by=cast.organiser)


def noticed(cast: Cast, judgement: Judgement | None = None, days: int = 0) -> MadeNotice:
    """With its notice ready, so many days ago."""
    return make_notice(judgement=judgement or judged(cast), at=NOW - days * DAY, by=cast.organiser)


def broken(cast: Cast, commitment: Commitment | None = None, days: int = 15) -> Judgement:
    """Judged by two, and told so many days ago."""
    judgement = noticed(cast, judged(cast, commitment), days).judgement
    confirm_judgement(judgement=judgement, at=NOW - days * DAY, by=cast.leader)
    how = "By letter to her office"
    return note_notice(judgement=judgement, on=TODAY - days * DAY, how=how, at=NOW, by=cast.organiser)
