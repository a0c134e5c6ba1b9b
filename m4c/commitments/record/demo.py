"""Commitments in the demo: what the owner of the derelict site and the council promised, and how that changed.

He takes back that he would sell, and will build, if the committee agrees; a shop was added because the group asked.
Whoever followed in the council takes part of a predecessor's promise on.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Commitment
from m4c.commitments.operations.changed_terms import amend_commitment, inherit_commitment, supersede_commitment
from m4c.commitments.operations.commitment import NewCommitment, NewCondition, make_commitment
from m4c.commitments.operations.terms import set_due
from m4c.core.demo import Story
from m4c.people.models import Account, Person
from m4c.power.models import Institution, Powerholder, Tenure

OWNER, COUNCILLOR = "Mr Anand Kapadia", "Cllr Sabiha Chowdhury"
BEFORE, SINCE = "Cllr Gethin Amos-Pugh", "Cllr Leila Osman-Hale"
TABLE = "The meeting in the church hall"
TO_US = "The neighbours of Crickhowell Road"
SELL = "I will sell that site by the end of the summer, and then it is somebody else's."
BUILD = "I will build twelve homes on the site if the planning committee agrees, and people will be living in them."
WITH_A_SHOP = (
    "I will build twelve homes on the site if the planning committee agrees, with a small shop below them for bread "
    "and milk, and people will be living in them."
)
CONSULT = "Nothing goes in to the council that your group has not seen first and said its piece on."
WALK = "Once a quarter I will walk round the empty sites with whoever lives beside them."
QUESTIONS = "I will put your three questions to full council before it rises."
HEARING = "You will have the date of the hearing from me in writing."


@dataclass
class Scene:
    """What the chapter writes with."""

    story: Story
    campaign: Campaign
    by: Account
    keeper: Person
    made: dict[str, Commitment] = field(default_factory=dict)

    def at(self, day: date) -> datetime:
        """That day, at the hour of the story."""
        return self.story.now - (self.story.today - day)

    def promised(self, name: str, who: str, on: date, words: str, **more: Any) -> None:
        """A commitment of somebody who is on record."""
        if speaker := Powerholder.objects.filter(name=who).first():
            told: dict[str, Any] = {"campaign": self.campaign, "keeper": self.keeper, "made_to": TO_US} | more
            new = NewCommitment(speaker, on, words, **told)
            self.made[name] = make_commitment(group=self.campaign.group, new=new, at=self.at(on), by=self.by)


def tell(story: Story) -> None:
    """All of it, where the campaign is on the shelf."""
    campaign: Campaign | None = story.shelf.get("campaign")
    if campaign is None:
        return
    cast = story.shelf["cast"]
    scene = Scene(story, campaign, Account.objects.get(person=cast["Siân"]), cast["Bethan"])
    of_the_owner(scene)
    of_the_council(scene)
    story.shelf["commitments"] = scene.made


def of_the_owner(scene: Scene) -> None:
    """He will not sell, he will build; he listens, and a shop comes into the plans."""
    today = scene.story.today
    sat_down = min((scene.story.shelf.get("picket_on") or today - timedelta(days=16)) + timedelta(days=2), today)
    scene.promised("sell", OWNER, today - timedelta(days=240), SELL, due_words="By the end of the summer")
    committee = Institution.objects.filter(name__icontains="planning committee").first()
    scene.promised(
        "build",
        OWNER,
        sat_down,
        BUILD,
        measure="count",
        target=Decimal(12),
        unit="homes",
        counts_as_kept="Homes with somebody living in them, let or sold at what people here can pay.",
        evidence_needed="Keys handed over; the register of council tax",
        due_on=today + timedelta(days=540),
        occasion=TABLE,
        source="Minute of the meeting, agreed by both sides",
        conditions=[NewCondition("The planning committee agrees", "dependency", committee)],
    )
    scene.promised(
        "consult",
        OWNER,
        sat_down,
        CONSULT,
        measure="ongoing",
        counts_as_kept="Each drawing is on our table a fortnight before the council has it.",
        expires_on=today + timedelta(days=180),
        occasion=TABLE,
    )
    if not {"build", "sell"} <= scene.made.keys():
        return
    told: dict[str, Any] = {"at": scene.story.now, "by": scene.by}
    supersede_commitment(commitment=scene.made["sell"], instead=scene.made["build"], on=sat_down, **told)
    amend_commitment(
        commitment=scene.made["build"],
        words=WITH_A_SHOP,
        because="A small shop added because we asked",
        agreed_with="Mr Kapadia, by letter after the meeting",
        on=min(sat_down + timedelta(days=4), today),
        **told,
    )


def of_the_council(scene: Scene) -> None:
    """One is late, one is due soon, and one was left to whoever came after."""
    today = scene.story.today
    made = today - timedelta(days=50)
    scene.promised(
        "questions", COUNCILLOR, made, QUESTIONS, due_words="Before council rises", occasion="Her surgery in Trowbridge"
    )
    scene.promised("hearing", SINCE, today - timedelta(days=20), HEARING, due_on=today + timedelta(days=12))
    told: dict[str, Any] = {"at": scene.story.now, "by": scene.by}
    if late := scene.made.get("questions"):
        rose: dict[str, Any] = {"words": "Before council rises", "because": "The calendar of meetings was published"}
        set_due(commitment=late, due_on=today - timedelta(days=9), known_on=made + timedelta(days=10), **rose, **told)
    held = Tenure.objects.filter(powerholder__name=BEFORE, ended_on__isnull=False).first()
    after = Powerholder.objects.filter(name=SINCE).first()
    if not (held and held.ended_on and after):
        return
    walk: dict[str, Any] = {"measure": "recurring", "target": Decimal(1), "unit": "walk", "every": "quarter"}
    scene.promised("walk", BEFORE, held.ended_on - timedelta(days=40), WALK, **walk)
    inherit_commitment(
        commitment=scene.made["walk"],
        powerholder=after,
        on=held.ended_on + timedelta(days=30),
        stance="partly",
        words="I will come when there is something to decide. I cannot promise a date for every quarter.",
        says_who="Her office, by e-mail",
        **told,
    )
