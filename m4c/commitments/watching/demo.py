"""What became of promises in the demo: two meetings of three, plans that came in time, a notice that was never served.

One is watched by a leader with word from those affected, one is kept and became a win, one counts as broken with the
reply of the office beside it, and of one a verdict waits for a second person.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Commitment, Win
from m4c.commitments.operations.asking_after import ask_after
from m4c.commitments.operations.commitment import NewCommitment, make_commitment
from m4c.commitments.operations.evidence_link import HandedIn, hand_in_evidence, make_evidence_link
from m4c.commitments.operations.judgement import (
    NewJudgement,
    confirm_judgement,
    judge_commitment,
    make_notice,
    note_notice,
)
from m4c.commitments.operations.progress import NewProgress, add_progress
from m4c.commitments.operations.reply import HandedReply, confirm_reply, hand_in_reply
from m4c.commitments.operations.speaker_naming import ask_to_name_speaker
from m4c.commitments.operations.win import NewWin, edit_win
from m4c.core.demo import Story
from m4c.people.models import Account, Person
from m4c.people.models.account import website
from m4c.power.models import Powerholder

BEFORE, OFFICER = "Cllr Gethin Amos-Pugh", "Dr Morfydd Tansley"
MET = (
    (40, "She came to the church hall with a planner, and stayed until everybody had spoken."),
    (12, "She walked round the site with us in the rain, and wrote down what each of us said."),
)


@dataclass
class Scene:
    """What the chapter writes with."""

    story: Story
    campaign: Campaign
    by: Account
    second: Account
    keeper: Person

    def day(self, ago: int) -> date:
        """So many days ago."""
        return self.story.today - timedelta(days=ago)

    def at(self, ago: int) -> datetime:
        """The same with its hour."""
        return self.story.now - timedelta(days=ago)

    def promised(self, powerholder: Powerholder, ago: int, words: str, **more: Any) -> Commitment:
        """A commitment, made so many days ago."""
        new = NewCommitment(powerholder, self.day(ago), words, campaign=self.campaign, keeper=self.keeper, **more)
        return make_commitment(group=self.campaign.group, new=new, at=self.at(ago), by=self.by)


def tell(story: Story) -> None:
    """All of it, where the campaign is on the shelf."""
    campaign: Campaign | None = story.shelf.get("campaign")
    if campaign is None:
        return
    cast = story.shelf["cast"]
    by, second = (Account.objects.get(person=cast[name]) for name in ("Siân", "Bethan"))
    scene = Scene(story, campaign, by, second, cast["Bethan"])
    meetings(scene, story.shelf["cabinet_member"])
    plans(scene, story.shelf["powerholder"])
    notice_never_served(scene, Powerholder.objects.get(name=BEFORE))
    letter_never_answered(scene, Powerholder.objects.get(name=OFFICER))
    bins_at_the_gate(scene, story.shelf["powerholder"])


def meetings(scene: Scene, member: Powerholder) -> None:
    """Two of three, each with its minutes; and what somebody saw, which waits to be looked at."""
    promise = scene.promised(
        member,
        85,
        "I will come to St Mellons and listen, at least three times before the plans are decided.",
        measure="count",
        target=Decimal(3),
        unit="visits",
        due_on=scene.day(-24),
        due_words="before the plans are decided",
        counts_as_kept="She meets residents in St Mellons, with time for everybody to speak.",
        evidence_needed="Minutes, or two people who were there",
        made_to="The residents of St Mellons",
        occasion="A public meeting in the church hall",
        next_contact_on=scene.story.today,
        source="Minutes of the meeting, agreed by both sides",
    )
    for ago, words in MET:
        said = NewProgress("reached", scene.day(ago), "Eleven of us were there", Decimal(1), words, "Our minutes")
        add_progress(commitment=promise, new=said, at=scene.at(ago), by=scene.by)
    ends = scene.day(-60)
    link = make_evidence_link(
        commitment=promise, for_whom="Residents of Crickhowell Road", ends_on=ends, at=scene.at(30), by=scene.by
    )
    seen = HandedIn(
        scene.day(2), "She was at the bus stop on Tuesday, and asked people about the site.", "I was there."
    )
    hand_in_evidence(token=link.token, handed=seen, at=scene.at(1), by=website())


def plans(scene: Scene, owner: Powerholder) -> None:
    """The owner's word after the picket, kept in time; the win says whose promise it was."""
    win = Win.objects.filter(campaign=scene.campaign, name="Plans are in with the council").first()
    on = win.on if win else scene.story.today
    ago = (scene.story.today - on).days + 4
    promise = scene.promised(
        owner,
        ago,
        "You will have my plans for homes and a shop on the council's desk within a month.",
        due_on=on + timedelta(days=26),
        counts_as_kept="The council's planning register lists them.",
        made_to="Six residents of St Mellons",
        occasion="The meeting after the picket",
    )
    evidence = "The planning register of the council"
    done = NewProgress("done", on, "The planning officer, by letter", None, "Outline plans are in.", evidence)
    add_progress(commitment=promise, new=done, at=scene.story.now, by=scene.by)
    if win:
        said = {each.name: getattr(win, each.name) for each in fields(NewWin) if each.name != "uid"}
        edit_win(win=win, new=NewWin(**said | {"commitment": promise}), at=scene.story.now, by=scene.by)


def notice_never_served(scene: Scene, member: Powerholder) -> None:
    """Judged broken by two, told in time, and what the office says of it."""
    promise = scene.promised(
        member,
        215,
        "Notice will be served on whoever lets that building rot, before the summer.",
        due_on=scene.day(150),
        counts_as_kept="A notice under section 215 is served on the owner.",
        occasion="Full council",
        source="Minutes of the council",
    )
    said = NewJudgement(
        "broken",
        scene.day(70),
        "No notice was served in his time of office, nor since.",
        "The council's register of notices, read on that day",
    )
    judgement = judge_commitment(commitment=promise, new=said, at=scene.at(70), by=scene.by)
    confirm_judgement(judgement=judgement, at=scene.at(68), by=scene.second)
    made = make_notice(judgement=judgement, at=scene.at(67), by=scene.by)
    how = "By letter to his office, with the page"
    note_notice(judgement=judgement, on=scene.day(67), how=how, at=scene.at(67), by=scene.by)
    handed = HandedReply(
        "The council's lawyers advised that a notice would not have stood. We should have told residents so.",
        "Gwenda Pritchard-Ellis",
        "Head of the cabinet office",
        "cabinet.office@example.org",
    )
    reply = hand_in_reply(token=made.token, handed=handed, at=scene.at(61), by=website())
    sure = "We rang the cabinet office by the number on its page."
    confirm_reply(reply=reply, how=sure, at=scene.at(60), by=scene.by)


def bins_at_the_gate(scene: Scene, owner: Powerholder) -> None:
    """Promised to a group that ran no campaign for it: asked after, silent, and whether he is named waits."""
    new = NewCommitment(
        owner,
        scene.day(64),
        "The bins go back behind the wall, and the gate is mended before the school term.",
        due_on=scene.day(20),
        made_to="The neighbours of the gate",
        occasion="At the gate, before six neighbours",
        counts_as_kept="The gate shuts, and no bin stands on the pavement.",
        keeper=scene.keeper,
    )
    promise = make_commitment(group=scene.campaign.group, new=new, at=scene.at(64), by=scene.by)
    asked = "How it stands with the bins and the gate"
    told: dict[str, Any] = {"commitment": promise, "by": scene.by}
    ask_after(**told, on=scene.day(40), channel="letter", asked=asked, answer_due=scene.day(26), at=scene.at(40))
    why = "He owns the site and forty homes, and his tenants should know who promised it."
    ask_to_name_speaker(**told, why=why, at=scene.at(5))


def letter_never_answered(scene: Scene, officer: Powerholder) -> None:
    """Judged by one; it waits for a second person, and counts for nothing yet."""
    promise = scene.promised(
        officer,
        150,
        "You will have a written answer about the fence within four weeks.",
        due_on=scene.day(122),
        made_to="The tenants beside the site",
        occasion="A telephone call, read back and agreed",
    )
    said = NewJudgement(
        "broken", scene.day(3), "No letter has come.", "The tenants' post, asked door by door on Saturday"
    )
    judge_commitment(commitment=promise, new=said, at=scene.at(3), by=scene.second)
