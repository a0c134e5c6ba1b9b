"""The Showcase of 21 September 2014 in the demo: its run of show, the roll, four asks to four office-holders, what each
answered, and what became of it once the election of May 2015 was lost. The tellers' names are invented.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from m4c.commitments.models import Answer, Ask, Assembly, Commitment, Condition, ConditionState, Judgement, Measure
from m4c.commitments.operations.answer import NewAnswer, confirm_answer, write_answer
from m4c.commitments.operations.ask import NewAsk, write_ask
from m4c.commitments.operations.assembly import NewAssembly, call_roll, close_assembly, make_assembly
from m4c.commitments.operations.commitment import NewCommitment, NewCondition, make_commitment
from m4c.commitments.operations.judgement import NewJudgement, judge_commitment
from m4c.commitments.operations.publishing import publish_commitment
from m4c.commitments.operations.show_item import NewItem, add_show_item
from m4c.commitments.operations.terms import say_condition, set_due
from m4c.commitments.sheets import demo_today
from m4c.core.demo import Story
from m4c.events.models import Event
from m4c.events.operations.event import NewEvent
from m4c.listening.models import SpeakerCard
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story import NewStory, look_through_story, write_down_story
from m4c.listening.operations.story_card import NewCard, make_speaker_card
from m4c.listening.operations.story_link import make_story_link
from m4c.listening.operations.story_teller import Said, answer_by_story_link
from m4c.listening.stories.rules import words_hash
from m4c.people.models import Account, Membership, Person
from m4c.people.models.account import website
from m4c.power.models import Institution, Office, Powerholder
from m4c.power.operations.institution import NewInstitution, NewOffice, add_institution, add_office
from m4c.power.operations.powerholder import NewPowerholder, add_powerholder
from m4c.power.operations.tenure import NewTenure, begin_tenure

DAY, ELECTION, RESULT = date(2014, 9, 21), date(2015, 5, 7), date(2015, 5, 8)
BEGINS, CLOSED = datetime(2014, 9, 21, 12, 30, tzinfo=UTC), datetime(2014, 9, 21, 15, 0, tzinfo=UTC)
NOTE = "The movement's note of the Showcase, September 2014"
LOST = "The result of the general election of 7 May 2015"
Kind, If, Open = Answer.Kind, "If Labour is elected in May 2015", Measure.DONE
BODIES = (
    "Butetown Action Group",
    "Just Jobs, Great Yarmouth",
    "NHS workers for fair credit",
    "Home Sweet Home, Brighton",
)


@dataclass(frozen=True)
class Turn:
    """One of the four: whose story comes first, who is asked what, what they answer, and what they promise by it."""

    title: str
    story: str
    name: str
    office: str
    made_to: str
    ask: str
    answer: str
    answered: str
    promises: tuple[dict[str, Any], ...] = field(default=())


TURNS = (
    Turn(
        "Young people against extremism",
        "We began with the needles in the park, because that is what the little ones were stepping on. Then it was our "
        "friends whom somebody wanted. You do not ask that of a stranger. You ask it of each other.",
        "Yvette Cooper MP",
        "Shadow Home Secretary",
        "The young people of Butetown",
        "Will you come to Cardiff and sit down with the young people of Butetown?",
        Kind.YES,
        "Nobody should underestimate quite how important this is to every single one of us.",
        ({"words": "To meet the young people of Butetown in Cardiff.", "counts_as_kept": "A meeting in Cardiff"},),
    ),
    Turn(
        "A place to get a job",
        "I went in to look for work and came out without money for the meter. They had a number to reach, and that "
        "morning I was one of it.",
        "Rachel Reeves MP",
        "Shadow Secretary of State for Work and Pensions",
        "Just Jobs, the jobseekers of Great Yarmouth",
        "Will you end the targets for sanctions in job centres?",
        Kind.YES_IF,
        "The Department of Work and Pensions under me will end the use of targets on sanctions in Job Centres.",
        (
            {
                "words": "The Department of Work and Pensions under me will end the use of targets on sanctions in Job "
                "Centres.",
                "condition": If,
            },
        ),
    ),
    Turn(
        "Saving with a credit union from one's pay",
        "On the ward I look after people all night. At home I looked after four loans. Had it come off my pay before I "
        "saw it, there would have been none.",
        "Andy Burnham MP",
        "Shadow Secretary of State for Health",
        "NHS workers in the campaign for fair credit",
        "Will you meet us about saving with credit unions straight from NHS pay?",
        Kind.MORE,
        "Of course I will meet with the campaign - but let's do more than that, let's make it happen!",
        (
            {
                "words": "Of course I will meet with the campaign - but let's do more than that, let's make it happen!",
                "counts_as_kept": "NHS staff can save with a credit union from their pay",
            },
        ),
    ),
    Turn(
        "A home that is fit to live in",
        "Four of us, one radiator, and a letting agent who charged for the form to complain on. My daughter drew our "
        "flat at school: she drew the mould first.",
        "Emma Reynolds MP",
        "Shadow Housing Minister",
        "Home Sweet Home, the renters of Brighton",
        "Will you meet us at least three times before the general election, and register landlords?",
        Kind.YES,
        "I would be delighted to continue to meet with them.",
        (
            {
                "words": "To meet the leaders of Home Sweet Home at least three times before the general election.",
                "measure": Measure.COUNT,
                "target": Decimal(3),
                "unit": "meetings",
                "due_words": "before the general election",
            },
            {
                "words": "A national register of landlords, to help local authorities regulate private renting.",
                "condition": If,
            },
        ),
    ),
)


@dataclass
class Stage:
    """What the chapter writes with: who types and who confirms, and the assembly."""

    story: Story
    typist: Account
    second: Account
    tellers: list[Person]
    body: Institution
    assembly: Assembly

    @property
    def when(self) -> dict[str, Any]:
        """Who writes it down, on the day itself."""
        return {"at": CLOSED, "by": self.typist}


def tell(story: Story) -> None:
    """The Showcase, and what is promised today."""
    cast, cardiff = story.shelf["cast"], story.shelf["groups"]["Cardiff"]
    typist, second = (Account.objects.get(person=cast[name]) for name in ("Siân", "Bethan"))
    belong = Membership.objects.open().filter(group=cardiff).exclude(person__in=[one.pk for one in cast.values()])
    tellers = [each.person for each in belong.select_related("person").order_by("-pk")[: len(TURNS)]]
    if len(tellers) == len(TURNS):
        body = add_institution(new=NewInstitution("The Shadow Cabinet of 2014", Institution.Kind.PARTY), by=story.by)
        event = NewEvent(
            Event.Kind.ASSEMBLY,
            "The Showcase 2014",
            BEGINS,
            datetime(2014, 9, 21, 13, 30, tzinfo=UTC),
            place="Screen 2, Great Northern, Manchester",
        )
        assembly = make_assembly(group=cardiff, new=NewAssembly(event, "The Showcase 2014"), at=CLOSED, by=typist)
        showcase(Stage(story, typist, second, tellers, body, assembly))
    demo_today.tell(story)


def showcase(stage: Stage) -> None:
    """From the welcome to the close; then what came of it."""
    item(stage, "welcome", "Welcome, and why we are here", 3)
    item(stage, "roll_call", "The roll: who is in the room", 4)
    for number, turn in enumerate(TURNS):
        one = whom(stage, turn)
        card = card_of(stage, turn, stage.tellers[number])
        item(stage, "story", turn.title, 4, card=card)
        new = NewAsk(turn.ask, one, event=stage.assembly.event)
        ask = write_ask(group=stage.assembly.group, new=new, **stage.when)
        item(stage, "ask", f"The ask: {turn.made_to}", 5, ask=ask)
        promised(stage, turn, ask, answered(stage, turn, ask))
    item(stage, "close", "What we heard, and what we do on Monday", 3)
    for name in BODIES:
        call_roll(assembly=stage.assembly, words=name, says_who="Called out by the chair", **stage.when)
    close_assembly(assembly=stage.assembly, **stage.when)


def item(stage: Stage, kind: str, title: str, minutes: int, **more: Any) -> None:
    """One timed item."""
    add_show_item(assembly=stage.assembly, new=NewItem(kind, title, minutes, **more), **stage.when)


def whom(stage: Stage, turn: Turn) -> Powerholder:
    """Who is asked, in the office that they held then."""
    said = {"source": NOTE, "source_on": DAY}
    one = add_powerholder(new=NewPowerholder(turn.name, **said), by=stage.story.by)  # type: ignore[arg-type]
    post = add_office(institution=stage.body, new=NewOffice(turn.office, Office.Kind.SHADOW), by=stage.story.by)
    ended: dict[str, Any] = {"ended_on": RESULT, "end_reason": "The parliament they shadowed in had ended"}
    begin_tenure(new=NewTenure(one, post, party="Labour", **ended, **said), by=stage.story.by)  # type: ignore[arg-type]
    return one


def card_of(stage: Stage, turn: Turn, teller: Person) -> SpeakerCard:
    """The card of whoever tells first, in words that they said yes to, by their own link."""
    new = NewStory(teller, turn.title, turn.story, DAY, how="Said yes, and read it out twice", level=Level.TEAM)
    story = write_down_story(group=stage.assembly.group, new=new, **stage.when)
    look_through_story(story=story, **stage.when)
    link = make_story_link(story=story, **stage.when)
    levels: dict[str, int] = {Use.MEETING.value: Level.FIRST_NAME.value, Use.KEPT.value: Level.TEAM.value}
    answer_by_story_link(token=link.token, said=Said(levels, words_hash(story)), at=CLOSED, by=website())
    story.refresh_from_db()
    quotation = f"{turn.story.split('. ', 1)[0].rstrip('.')}."
    return make_speaker_card(story=story, new=NewCard(Use.MEETING, quotation, teller.given_name), **stage.when)


def answered(stage: Stage, turn: Turn, ask: Ask) -> Answer:
    """What was answered on the stage: typed in by one, read again and confirmed by a second."""
    new = NewAnswer(
        turn.answer, DAY, stage.typist.person.name if stage.typist.person else "", words=turn.answered, source=NOTE,
        needs_second=True,
    )  # fmt: skip
    answer = write_answer(ask=ask, new=new, **stage.when)
    return confirm_answer(answer=answer, at=CLOSED, by=stage.second)


def promised(stage: Stage, turn: Turn, ask: Ask, answer: Answer) -> None:
    """What they promised by it, public; void where it hung on an election that was lost."""
    for said in turn.promises:
        told = {name: value for name, value in said.items() if name != "condition"}
        new = NewCommitment(
            powerholder=ask.powerholder,
            made_on=DAY,
            made_to=turn.made_to,
            occasion="The Showcase 2014",
            ask=ask,
            answer=answer,
            source=NOTE,
            conditions=[NewCondition(said["condition"])] if "condition" in said else [],
            **told,
        )
        commitment = make_commitment(group=stage.assembly.group, new=new, **stage.when)
        publish_commitment(commitment=commitment, **stage.when)
        afterwards(stage, commitment)


def afterwards(stage: Stage, commitment: Commitment) -> None:
    """What the election made of it; of three meetings, that nobody wrote down how many there were."""
    later: dict[str, Any] = {"at": stage.story.now, "by": stage.typist}
    for condition in Condition.objects.filter(commitment=commitment):
        said = {
            "state": ConditionState.State.FAILED,
            "on": RESULT,
            "evidence": LOST,
            "says_who": "The returning officers",
        }
        say_condition(condition=condition, **said, **later)  # type: ignore[arg-type]
    if commitment.measure == Measure.COUNT:
        because = "The day that the law had set for it"
        set_due(
            commitment=commitment, due_on=ELECTION, words=commitment.due_words, because=because, known_on=DAY, **later
        )
        new = NewJudgement(
            Judgement.Verdict.UNVERIFIABLE,
            RESULT,
            "Our notes of those months do not say how often they met. That is our fault and not hers: since then each "
            "meeting is written down with its day and with who was there.",
            "The movement's notes from September 2014 to May 2015, gone through",
        )
        judge_commitment(commitment=commitment, new=new, **later)
