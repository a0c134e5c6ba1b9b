"""What is promised today in the demo, so that the board has each status: dates hang on today, office-holders of the
council are invented. And a delay that was won for six months, kept to, with its warning.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from m4c.commitments.models import Commitment, Judgement, Measure, Progress
from m4c.commitments.operations.changed_terms import supersede_commitment
from m4c.commitments.operations.commitment import NewCommitment, make_commitment
from m4c.commitments.operations.judgement import (
    NewJudgement,
    confirm_judgement,
    judge_commitment,
    make_notice,
    note_notice,
)
from m4c.commitments.operations.progress import NewProgress, add_progress
from m4c.commitments.operations.publishing import publish_commitment
from m4c.commitments.operations.win import NewWin, publish_win, record_win
from m4c.core.demo import Story
from m4c.listening.models import Theme
from m4c.people.models import Account, Group
from m4c.places.models import Area
from m4c.power.models import Powerholder

Kind, Verdict = Progress.Kind, Judgement.Verdict
MINUTES = "Minutes, agreed by both sides"
WARD = "W05001290"  # Pontprennau and Old St Mellons


@dataclass(frozen=True)
class Today:
    """What it is written with. Days are counted back from today; what lies before is written down on its own day."""

    story: Story
    group: Group
    by: Account
    second: Account
    speaker: Powerholder

    def day(self, ago: int) -> date:
        """So many days ago."""
        return self.story.today - timedelta(days=ago)

    def when(self, ago: int) -> dict[str, Any]:
        """By whom, so many days ago."""
        at: datetime = self.story.now - timedelta(days=ago)
        return {"at": at, "by": self.by}

    def promised(self, ago: int, words: str, **more: Any) -> Commitment:
        """A public commitment of so many days ago, at St Mellons; `due` and `ends` say in how many days, before or
        after today, and `about` of which theme it came.
        """
        about = more.pop("about", None)
        themes = Theme.objects.filter(group__name="Cardiff", campaign=None, ended_at=None, name=about or "-")
        days = {"due_on": more.pop("due", None), "expires_on": more.pop("ends", None)}
        told = {name: self.day(-days_) for name, days_ in days.items() if days_ is not None} | more
        facts: dict[str, Any] = {
            "made_to": "The residents of St Mellons",
            "occasion": "The meeting in the church hall",
            "area": Area.objects.current().filter(kind="ward", code=WARD).first(),
            "theme": themes.order_by("pk").first(),
        } | told
        who = facts.pop("powerholder", self.speaker)
        new = NewCommitment(powerholder=who, made_on=self.day(ago), words=words, source=MINUTES, **facts)
        made = make_commitment(group=self.group, new=new, **self.when(ago))
        publish_commitment(commitment=made, **self.when(ago))
        return made

    def went(self, commitment: Commitment, ago: int, kind: str, words: str, amount: int | None = None) -> None:
        """An entry of so many days ago."""
        number = Decimal(amount) if amount is not None else None
        said = NewProgress(kind, self.day(ago), "The residents' committee", number, words, evidence=MINUTES)
        add_progress(commitment=commitment, new=said, **self.when(ago))

    def judged(self, commitment: Commitment, ago: int, verdict: str, reasons: str, missing: str = "") -> Judgement:
        """A verdict of so many days ago."""
        new = NewJudgement(verdict, self.day(ago), reasons, "Pictures of the day, and the minutes", missing=missing)
        return judge_commitment(commitment=commitment, new=new, **self.when(ago))


def tell(story: Story) -> None:
    """All of it, where there is somebody at the council who promises."""
    speaker = story.shelf.get("cabinet_member")
    if speaker is None:
        return
    cast = story.shelf["cast"]
    by, second = (Account.objects.get(person=cast[name]) for name in ("Siân", "Bethan"))
    today = Today(story, story.shelf["groups"]["St Mellons"], by, second, speaker)
    open_ones(today)
    judged_ones(today)
    for_a_time(today)


def open_ones(today: Today) -> None:
    """Promised, due soon, on the way, and late."""
    today.promised(20, "The ward councillors hold a surgery in the hall each month.", measure="recurring",
                   target=Decimal(1), unit="surgeries", every="month", due=345)  # fmt: skip
    today.promised(60, "The officer who decides comes to the site with us.", due=12)
    late = today.promised(
        120,
        "Three public meetings about the plans.",
        measure=Measure.COUNT,
        target=Decimal(3),
        unit="meetings",
        due=-15,
    )
    today.went(late, 80, Kind.REACHED, "The first, with sixty neighbours.", 1)
    today.went(late, 40, Kind.REACHED, "The second, on the drawings.", 1)
    part = today.promised(
        90, "Half of the homes at a rent that is set by what people earn.", measure=Measure.PERCENTAGE,
        target=Decimal(50), unit="of the homes", due=200,
        about="Damp and dear homes",
    )  # fmt: skip
    today.went(part, 30, Kind.REACHED, "Written into the draft: five of twelve.", 42)


def judged_ones(today: Today) -> None:
    """Kept, kept in part, disputed, broken, and replaced by another."""
    kept = today.promised(150, "The council writes to the owner each month until plans are in.", measure=Measure.COUNT,
                          target=Decimal(3), unit="letters", due=-30)  # fmt: skip
    for ago in (120, 90, 60):
        today.went(kept, ago, Kind.REACHED, "A letter went, and we have the copy.", 1)
    partly = today.promised(200, "The fence is mended and the rubbish is cleared by spring.", due=-70)
    today.went(partly, 90, Kind.STEP, "The fence stands.")
    today.judged(partly, 60, Verdict.PARTLY, "The fence was mended in time.", missing="The rubbish is still there.")
    heard = today.promised(100, "Two residents speak before the committee decides.", due=-5)
    today.went(heard, 20, Kind.STEP, "One spoke; the chair says that the second was late.")
    today.judged(heard, 10, Verdict.DISPUTED, "They say that both were called, and we say that one was.")
    broken = today.promised(220, "The playground stays open while the site is built on.", due=-60,
                            about="Nothing for the young")  # fmt: skip
    today.went(broken, 70, Kind.STEP, "A sign says that it is shut.")
    verdict = today.judged(broken, 50, Verdict.BROKEN, "It was locked on the first day of the works, and still is.")
    confirm_judgement(judgement=verdict, at=today.when(48)["at"], by=today.second)
    make_notice(judgement=verdict, **today.when(46))
    how = "By letter to the cabinet member's office, with the page as it would read"
    note_notice(judgement=verdict, on=today.day(45), how=how, **today.when(45))
    first = today.promised(180, "A small shop on the corner.", due=400)
    again = today.promised(40, "A shop of two hundred square metres, let before the homes are.", due=420)
    supersede_commitment(commitment=first, instead=again, on=today.day(40), **today.when(40))


def for_a_time(today: Today) -> None:
    """A cut to the street lights that waited six months, held to; and one that waits still, with its warning."""
    lights = today.promised(
        400, "The street lights stay on all night for six more months.", measure=Measure.ONGOING, ends=-217,
        made_to="Light Up St Mellons", occasion="After an evening of fairy lights in the street",
        about="Dark streets",
    )  # fmt: skip
    today.went(lights, 300, Kind.STEP, "All of them burn, counted on a walk at midnight.")
    bus = "The last bus runs for six months more, and is not cut before."
    where = {"occasion": "The cabinet meeting", "about": "Buses after six"}
    today.promised(164, bus, measure=Measure.ONGOING, ends=18, **where)
    new = NewWin(
        kind="expiring",
        name="The last bus runs for six months more",
        change_words="The cut was put off for six months.",
        for_whom="Whoever comes home from a late shift",
        on=today.day(164),
        says_who="Minutes of the cabinet",
        expires_on=today.day(-18),
        look_again_on=today.day(-4),
        campaign=today.story.shelf.get("campaign"),
    )
    win = record_win(group=today.group, new=new, **today.when(0))
    publish_win(win=win, **today.when(0))
