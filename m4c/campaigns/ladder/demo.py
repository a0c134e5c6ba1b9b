"""The ladder in the demo: a letter, a last message, the Saturday picket with leaflet and petition that ended after ten
minutes with a call, the truce, everybody stood down, and what stands ready should he not keep his word.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from m4c.campaigns.ladder.law_notes import written
from m4c.campaigns.models import Campaign, LadderStep, StandDown, StoodDown, Target
from m4c.campaigns.operations.ladder import NewStep, add_step, authorise_step, close_step
from m4c.campaigns.operations.paper_petition import (
    Counted,
    NewHandIn,
    NewPetition,
    begin_petition,
    count_sheet,
    number_sheets,
    record_hand_in,
)
from m4c.campaigns.operations.paper_signature import Signed, type_lines
from m4c.campaigns.operations.stand_down import (
    claim_stand_down,
    gather_called_out,
    say_stood_down,
    settle_stand_down,
    stand_down,
)
from m4c.campaigns.operations.step_event import call_out_step
from m4c.campaigns.operations.truce import Offer, agree_truce, keep_truce
from m4c.core.demo import Story
from m4c.core.permissions import Role
from m4c.events.models import Attendance
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import NewEvent
from m4c.people.models import Account, Membership, Person
from m4c.people.models.use import may_be_used

Trigger, Answer = LadderStep.Trigger, Attendance.State
HOW = "At the Thursday meeting in the church hall, by show of hands: 44 for, 1 against"
OFF = "He rang, ten minutes in: he meets us on Monday at ten. The picket is over. Go home, and tell your neighbours!"
CHAT = "He RANG. Monday, ten o'clock, he sits down with us. Picket over, well done everybody."
WORDING = (
    "We who live in St Mellons ask the owner of the old supermarket to build homes and a shop on it, and to ask us "
    "before he decides what is built."
)
SIGNED = (  # name, postcode, e-mail, phone, which box
    ("Gaynor Tipton", "CF3 0EF", "", "", ""),
    ("Abdul Kassim", "CF3 0EF", "abdul.kassim@example.org", "", "email"),
    ("Doreen Peckham", "CF3 0EJ", "", "07700 900141", "phone"),
    ("Rhian Sutcliffe", "CF3 0EL", "rhian.sutcliffe@example.org", "", ""),
    ("Wojciech Banas", "CF3 0EF", "", "", ""),
    ("Eirlys Quantrell", "CF3 5EA", "eirlys.quantrell@example.org", "07700 900142", "both"),
    ("Tommo Beddoe", "CF3 0EH", "", "", ""),
)
COUNTED = ((1, 12, 0), (2, 11, 1), (3, 12, 0), (4, 7, 0))  # sheet, signatures, struck


@dataclass
class Scene:
    """What the chapter writes with: the campaign, the target, who writes, and the Saturday of the picket."""

    story: Story
    campaign: Campaign
    target: Target
    by: Account
    saturday: date

    def at(self, days: int = 0, hour: int = 11, minute: int = 0) -> datetime:
        """So many days after that Saturday, at an hour."""
        return timezone.make_aware(datetime.combine(self.saturday + timedelta(days=days), time(hour, minute)))

    def step(self, name: str, trigger: str, days: int | None, **more: object) -> LadderStep:
        """Prepare a step that waits until so many days after that Saturday."""
        on = self.saturday + timedelta(days=days) if days is not None else None
        facts = {"target": self.target, "inside_ours": True, "outside_theirs": True} | more
        new = NewStep(name=name, trigger=trigger, trigger_on=on, **facts)  # type: ignore[arg-type]
        return add_step(campaign=self.campaign, new=new, by=self.by)


def tell(story: Story) -> None:
    """Tell it, where the campaign and its target are on the shelf."""
    campaign, target = story.shelf.get("campaign"), story.shelf.get("target")
    if not campaign or not target:
        return
    siân: Person = story.shelf["cast"]["Siân"]
    saturday = story.shelf.setdefault("picket_on", story.today - timedelta(days=(story.today.weekday() - 5) % 7 or 7))
    scene = Scene(story, campaign, target, Account.objects.get(person=siân), saturday)
    before(scene)
    picket = prepare_picket(scene, siân)
    ahead(scene)
    saturday_morning(scene, picket)
    petition(scene)
    story.shelf["step"] = picket


def before(scene: Scene) -> None:
    """What came before the picket, and brought nothing."""
    told = (
        (
            "A letter with a date",
            -30,
            "We ask him to meet us, and name the day.",
            "He did not answer. Two weeks went by.",
        ),
        (
            "One last message: meet us, or we act",
            -10,
            "What we do on Saturday if nobody answers by Friday.",
            "He did not answer.",
        ),
    )
    for name, days, what, reaction in told:
        step = scene.step(
            name, Trigger.DAY, days, what=what, enjoyed=False, stops_in_time=True, who_words="Three of us"
        )
        on = scene.saturday + timedelta(days=days)
        authorise_step(step=step, on=on - timedelta(days=2), how="By the committee", by=scene.by)
        close_step(step=step, on=on, what_they_did=reaction, at=scene.at(-1), by=scene.by)


def prepare_picket(scene: Scene, lead: Person) -> LadderStep:
    """The Saturday picket at his other shop, called out on Thursday."""
    step = scene.step(
        "Saturday picket at his other shop",
        Trigger.SILENCE,
        -1,
        what="From eleven, the busiest hours: leaflets at the door, and the petition for his own customers to sign.",
        who=lead,
        who_words="Twenty of us in two shifts, with children and a drum",
        needs="200 leaflets, six petition sheets, clipboards, tea, somebody who speaks to the police",
        risks="Somebody shouts at the till staff: stewards say beforehand that they are neighbours, not the target.",
        law=written(["highway", "private", "imprint", "signatures"], ""),
        enjoyed=True,
        stops_in_time=True,
        alternative="He meets six of us on Monday, with a plan of the site on the table.",
    )
    authorise_step(step=step, on=scene.saturday - timedelta(days=2), how=HOW, by=scene.by)
    starts, ends = scene.at(), scene.at(hour=14)
    details = "Bring one neighbour. We are loud, friendly, and leave the pavement free."
    new = NewEvent(
        "public_action",
        "Saturday picket",
        starts,
        ends,
        "Outside his shop in Splott",
        "CF24 2AB",
        details=details,
        visibility="public",
    )
    return call_out_step(step=step, new=new, at=scene.at(-2, 20), by=scene.by)


def ahead(scene: Scene) -> None:
    """What stands ready should he break his word."""
    again = {"alternative": "A second meeting, with a surveyor.", "enjoyed": True, "stops_in_time": True}
    scene.step("His customers ring him", Trigger.BROKEN, None, who_words="Those who signed at the door", **again)
    scene.step("The whole story to the press", Trigger.REFUSAL, None, needs="The timeline of eight years", **again)
    more = again | {"stops_in_time": None, "enjoyed": None}
    scene.step("Every Saturday until Christmas", Trigger.BROKEN, None, risks="It drags, and we tire first.", **more)


def saturday_morning(scene: Scene, picket: LadderStep) -> None:
    """The call after ten minutes: a truce, everybody stood down, what he did; and on Monday he keeps it."""
    assert picket.event is not None
    for place, person in enumerate(neighbours(scene)):
        state = (Answer.YES, Answer.CONFIRMED, Answer.ASKED)[place % 3]
        record_attendance(event=picket.event, person=person, state=state, by=scene.by)
    called_at, monday = scene.at(minute=10), scene.at(2, 10)
    offer = Offer("A meeting on Monday at ten, at his office", "He sits down with six of us", called_at, monday)
    truce = agree_truce(step=picket, offer=offer, by=scene.by)
    at = called_at + timedelta(minutes=3)
    made = stand_down(step=picket, words=OFF, chat_words=CHAT, truce=truce, at=at, by=scene.by)
    tell_everybody(scene, made)
    if scene.story.now <= monday:
        return
    keep_truce(truce=truce, at=monday, words="He sat down with six of us for an hour.", by=scene.by)
    what = "He rang ten minutes after the first leaflet, and offered to meet us on Monday."
    close_step(step=picket, on=scene.saturday, what_they_did=what, at=monday, by=scene.by)


def neighbours(scene: Scene) -> Iterable[Person]:
    """Some of the people of the group and of the one above it: nobody of the cast, nobody kept safe."""
    cast = [person.pk for person in scene.story.shelf["cast"].values()]
    group = scene.campaign.group
    here = Membership.objects.open().filter(group__in=[group, group.parent or group]).values("person")
    found = Person.objects.filter(may_be_used("pk"), pk__in=here, died_on=None, moved_away_on=None)
    return list(found.exclude(pk__in=cast).order_by("pk")[:18])


def tell_everybody(scene: Scene, made: StandDown) -> None:
    """Letters went, and most of the calls were made; nothing goes out of a demo by itself."""
    worker, at = Account.objects.of_system(Role.WORKER), made.at + timedelta(minutes=1)
    gather_called_out(stand_down=made, at=made.at, by=worker)
    while claimed := claim_stand_down(stand_down=made, at=at, by=worker):
        outcomes = dict.fromkeys(claimed, (StoodDown.State.TOLD.value, ""))
        settle_stand_down(stand_down=made, outcomes=outcomes, at=at, by=worker)
    rows = StoodDown.objects.to_ring().filter(stand_down=made).order_by("pk")
    for place, row in enumerate(rows):
        if place % 4 != 3:
            state = StoodDown.State.MISSED if place % 5 == 4 else StoodDown.State.TOLD
            say_stood_down(stood_down=row, state=state, at=at + timedelta(minutes=place), by=scene.by)


def petition(scene: Scene) -> None:
    """Sheets printed and counted, one of them typed; handed to him at the meeting."""
    new = NewPetition("Homes and a shop on the old supermarket", WORDING, scene.saturday, scene.target.powerholder)
    made = begin_petition(campaign=scene.campaign, new=new, by=scene.by)
    number_sheets(petition=made, number=6, by=scene.by)
    sheets = [
        count_sheet(
            petition=made, counted=Counted(number, signed, struck, "At the door"), at=scene.at(hour=12), by=scene.by
        )
        for number, signed, struck in COUNTED
    ]
    lines = {
        line: Signed(name, postcode, email, phone, box in ("email", "both"), box in ("phone", "both"), scene.saturday)
        for line, (name, postcode, email, phone, box) in enumerate(SIGNED, 1)
    }
    type_lines(sheet=sheets[-1], lines=lines, at=scene.at(hour=18), by=scene.by)
    monday = scene.saturday + timedelta(days=2)
    if scene.story.now > scene.at(2, 10):
        total = sum(signed - struck for _number, signed, struck in COUNTED)
        handed = NewHandIn(monday, str(scene.target.powerholder), total, "He took it himself", monday + timedelta(28))
        record_hand_in(petition=made, new=handed, at=scene.at(2, 11), by=scene.by)
