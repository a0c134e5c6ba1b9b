"""Tables in the demo: the Monday on which the owner of the derelict site sat down with six of us, what he was asked and
answered, the minute he put right; the next table and the assembly to come, with the council; and the same two questions
to every councillor.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Answer, Ask, Negotiation
from m4c.commitments.operations.answer import NewAnswer, write_answer
from m4c.commitments.operations.ask import NewAsk, write_ask
from m4c.commitments.operations.ask_grid import NewGrid, ask_many, make_grid, publish_grid
from m4c.commitments.operations.assembly import NewAssembly, make_assembly
from m4c.commitments.operations.minute import keep_correction, send_minute, write_minute
from m4c.commitments.operations.negotiation import (
    NewNegotiation,
    close_negotiation,
    fix_follow_up,
    make_negotiation,
    put_on_team,
    say_who_came,
    seat_other_side,
    word_team_paper,
)
from m4c.commitments.operations.show_item import NewItem, add_show_item
from m4c.core.demo import Story
from m4c.events.models import Event
from m4c.events.operations.event import NewEvent
from m4c.events.planning.clock import at
from m4c.people.models import Account, Membership, Person
from m4c.power.models import Powerholder, Tenure

Kind = Answer.Kind
PARTS = ("story", "pinner", "notes", "time", "observer")
FIRST = "That he says in writing that he talks with us, and with nobody else about us."
# The question, how it is pinned, what he answered, in which words.
MONDAY: tuple[tuple[str, str, str, str], ...] = (
    (
        "Will you meet us each month until something is built, and answer letters within a week?",
        "hard",
        Kind.YES,
        "Each month, here. A week is fine.",
    ),
    (
        "Will you show us the plan before it goes to the council, and change it where we ask?",
        "soft",
        Kind.MORE,
        "You see it first, and I put in a small shop, because you asked for one.",
    ),
    (
        "Will you build twelve homes on the site within three years?",
        "soft",
        Kind.YES_IF,
        "If the planning committee says yes, I build. I want it gone as much as you do.",
    ),
    (
        "Will you clear the rubbish and mend the fence by the end of this month?",
        "hard",
        Kind.PARTLY,
        "The fence, yes. The rubbish is the council's, I say.",
    ),
)
RUBBISH, OFFICE = 3, "His office, by e-mail"
COUNCIL: tuple[str, ...] = (
    "Will you meet us on the site this month, with the officer who decides?",
    "Will you write to the owner each month until an application is in?",
    "Will the committee hear two of us before it decides?",
)
QUESTIONS = (
    ("Will you vote for homes and a shop on the old supermarket site?", "Homes and a shop"),
    ("Will you hold a surgery in St Mellons every month?", "Surgery"),
)


@dataclass(frozen=True)
class Scene:
    """What the chapter writes with."""

    story: Story
    campaign: Campaign
    by: Account
    team: list[Person]

    @property
    def when(self) -> dict[str, Any]:
        """Who writes it down, and when."""
        return {"at": self.story.now, "by": self.by}

    def table(self, title: str, starts_at: datetime, place: str, wants_first: str) -> Negotiation:
        """A negotiation of the campaign, with its meeting."""
        event = NewEvent(Event.Kind.NEGOTIATION, title, starts_at, place=place)
        new = NewNegotiation(event, wants_first, self.campaign)
        table = make_negotiation(group=self.campaign.group, new=new, **self.when)
        put_on_team(negotiation=table, person=self.story.shelf["cast"]["Siân"], part="chair", **self.when)
        for part, person in zip(("asker", *PARTS), self.team, strict=False):
            put_on_team(negotiation=table, person=person, part=part, **self.when)
        return table

    def ask(self, table: Negotiation, whom: Powerholder, words: str, pin: str = "soft", **more: Any) -> Ask:
        """An ask at the table, put by the asker."""
        asker = self.team[0] if self.team else None
        new = NewAsk(words, whom, negotiation=table, pin=pin, asked_by=asker, **more)
        return write_ask(group=self.campaign.group, new=new, **self.when)


def tell(story: Story) -> None:
    """All of it, where the campaign and the owner are on the shelf."""
    campaign, owner = story.shelf.get("campaign"), story.shelf.get("powerholder")
    if not campaign or not owner:
        return
    scene = Scene(story, campaign, Account.objects.get(person=story.shelf["cast"]["Siân"]), team_of(story, campaign))
    if member := story.shelf.get("cabinet_member"):
        to_come(scene, member)
    monday(scene, owner)
    on_stage(scene, story.shelf.get("cabinet_member"))
    if council := story.shelf.get("council"):
        everybody_asked(scene, council)


def monday(scene: Scene, owner: Powerholder) -> None:
    """The meeting that he offered ten minutes into the picket."""
    saturday: date = scene.story.shelf.get("picket_on", scene.story.today - timedelta(days=3))
    lately = (scene.story.now - timedelta(hours=2)).replace(minute=0, second=0, microsecond=0)
    was = min(at(saturday + timedelta(days=2), time(10)), lately)
    table = scene.table("Monday at his office", was, "His office", FIRST)
    seat = seat_other_side(negotiation=table, powerholder=owner, **scene.when)
    say_who_came(seat=seat, came=True, by=scene.by)
    lawyer = seat_other_side(negotiation=table, words="His lawyer", **scene.when)
    say_who_came(seat=lawyer, came=False, by=scene.by)
    fall_back = "Ten homes, if the shop comes."
    walk_away = "If he asks us to call the picket off for good before anything is signed."
    notes = "He relaxes when his late father is mentioned: let the story of the shop come first."
    word_team_paper(negotiation=table, fall_back=fall_back, walk_away=walk_away, notes=notes, **scene.when)
    on = timezone.localdate(was)
    answers = []
    for words, pin, kind, said in MONDAY:
        ask = scene.ask(table, owner, words, pin, asked_on=on)
        answers.append(answered(scene, ask, kind, said, pin, on))
    other = NewAnswer(Kind.NO, on, OFFICE, words="Nothing was agreed about rubbish.", source="E-mail of the same day")
    write_answer(ask=answers[RUBBISH].ask, new=other, **scene.when)
    close_negotiation(
        negotiation=table, result="partly", words="He meets us each month; the rubbish is open.", **scene.when
    )
    after(scene, table, on)
    scene.story.shelf |= {"negotiation": table, "answers": answers}


def answered(scene: Scene, ask: Ask, kind: str, said: str, pin: str, on: date) -> Answer:
    """What he said, heard by all six."""
    new = NewAnswer(
        kind, on, "Our notes, read out at the table", words=said, pin=pin, witnesses=scene.team[1:3],
        witness_words="his secretary",
    )  # fmt: skip
    return write_answer(ask=ask, new=new, **scene.when)


def after(scene: Scene, table: Negotiation, on: date) -> None:
    """The minute, sent and put right; and the next meeting, fixed before anybody left."""
    minute = write_minute(meeting=table, **scene.when)
    send_minute(minute=minute, sent_to="Mr Kapadia, at his office", how="By letter, by hand", on=on, **scene.when)
    words = "I said the shop comes if I find somebody to run it. Please add that."
    keep_correction(minute=minute, words=words, corrected_by="His secretary", on=scene.story.today, **scene.when)
    starts_at = at(scene.story.today + timedelta(days=28), time(10))
    again = NewEvent(Event.Kind.NEGOTIATION, "His office, a month on", starts_at, place="His office")
    fix_follow_up(negotiation=table, new=again, **scene.when)


def to_come(scene: Scene, member: Powerholder) -> None:
    """Next week's table, with whoever can serve notice: asks in their order, and nothing answered yet."""
    starts_at = at(scene.story.today + timedelta(days=6), time(14))
    table = scene.table("County Hall, with the cabinet member", starts_at, "County Hall", "That she comes to the site.")
    seat_other_side(negotiation=table, powerholder=member, **scene.when)
    for words in COUNCIL:
        scene.ask(table, member, words)


def on_stage(scene: Scene, member: Powerholder | None) -> None:
    """The assembly that is still to come: who welcomes, which ask is put to whom, and who interprets."""
    starts_at = at(scene.story.today + timedelta(days=45), time(18, 30))
    event = NewEvent(Event.Kind.ASSEMBLY, "St Mellons asks the council", starts_at, place="Church hall")
    new = NewAssembly(event, "St Mellons asks the council", scene.campaign)
    assembly = make_assembly(group=scene.campaign.group, new=new, **scene.when)
    lead = scene.team[0] if scene.team else None
    show = [
        NewItem("welcome", "Croeso, and why we are here", 4, leader=lead, interpreter="British Sign Language"),
        NewItem("roll_call", "Which streets are in the room", 6),
        NewItem("story", "A mother tells of the eight years", 4),
    ]
    if member:
        words = "Will you put homes and a shop into the plan before the summer?"
        ask = NewAsk(words, member, event=assembly.event, campaign=scene.campaign, pin="hard", asked_by=lead)
        put = write_ask(group=scene.campaign.group, new=ask, **scene.when)
        show.append(NewItem("ask", "The first ask", 5, leader=lead, ask=put, script="Thank her for coming. Ask. Wait."))
    for item in (*show, NewItem("close", "What we do on Monday", 3)):
        add_show_item(assembly=assembly, new=item, **scene.when)


def everybody_asked(scene: Scene, council: Any) -> None:
    """Two questions to everybody who holds an office in the council; some have answered."""
    on = scene.story.today - timedelta(days=20)
    new = NewGrid(
        "Every councillor, asked about the old supermarket", on, QUESTIONS, on + timedelta(days=14), scene.campaign
    )
    grid = make_grid(group=scene.campaign.group, new=new, **scene.when)
    held = Tenure.objects.on(on).filter(office__institution=council).order_by().values("powerholder")
    people = list(Powerholder.objects.filter(pk__in=held))
    if not people:
        return
    asks = ask_many(grid=grid, powerholders=people, **scene.when)
    kinds = (Kind.YES, Kind.NONE, Kind.YES_IF, Kind.NO)
    for place, ask in enumerate(asks[:-1]):
        words = "If the scheme passes the committee." if kinds[place % 4] == Kind.YES_IF else ""
        said = NewAnswer(kinds[place % 4], on + timedelta(days=9), "Their office, by e-mail", words=words)
        write_answer(ask=ask, new=said, **scene.when)
    publish_grid(grid=grid, **scene.when)


def team_of(story: Story, campaign: Campaign) -> list[Person]:
    """Five of the group's own people: nobody of the cast, nobody kept safe."""
    by = Account.objects.get(person=story.shelf["cast"]["Siân"])
    cast = story.shelf["cast"].values()
    rows = Membership.objects.open().filter(by.sight.unless_protected("person"), group=campaign.group)
    return [row.person for row in rows.exclude(person__in=cast).select_related("person").order_by("pk")[:5]]
