"""The leaders' chapter of the demo: who was trained in the summer of 2010, what they pledged, and what came since."""

from dataclasses import dataclass
from datetime import date, timedelta

from m4c.core.demo import Story
from m4c.events.operations.attendance import Came, record_attendances
from m4c.leaders.models import ConversationPledge, TrainingSession
from m4c.leaders.operations.pledge import NewPledge, record_pledges
from m4c.leaders.operations.training import NewSession, make_programme, record_session, record_standings, start_of
from m4c.people.demo.people import people_of
from m4c.people.models import Group, Person

FULL, TASTER = TrainingSession.Kind.FULL.value, TrainingSession.Kind.TASTER.value
SUMMER = [  # day of 2010, group, kind, how many new people
    ("06-05", "Cardiff", FULL, 38),
    ("06-12", "Manchester", FULL, 44),
    ("06-15", "Aylesbury", TASTER, 24),
    ("06-19", "Lambeth", FULL, 42),
    ("06-21", "Norwich", TASTER, 33),
    ("06-24", "Walthamstow", TASTER, 37),
    ("06-26", "Birmingham", FULL, 40),
    ("06-29", "Slough", TASTER, 28),
    ("07-03", "Norwich", FULL, 36),
    ("07-06", "Brighton", TASTER, 35),
    ("07-07", "Manchester", FULL, 31),
    ("07-10", "Enfield", FULL, 34),
    ("07-13", "Leicester", TASTER, 40),
    ("07-15", "Butetown", TASTER, 29),
    ("07-17", "Sheffield", FULL, 41),
    ("07-20", "Barrow", TASTER, 26),
    ("07-23", "Cardiff", TASTER, 42),
    ("07-24", "Walthamstow", FULL, 33),
    ("07-27", "Great Yarmouth", TASTER, 31),
    ("07-29", "Cumbernauld", TASTER, 27),
    ("07-31", "Swansea", FULL, 30),
    ("08-03", "Manchester", TASTER, 55),
    ("08-07", "Leicester", FULL, 32),
    ("08-08", "Sheffield", TASTER, 39),
    ("08-11", "Aylesbury", FULL, 27),
    ("08-14", "Northenden", TASTER, 34),
    ("08-17", "Lambeth", TASTER, 48),
    ("08-21", "Brighton", FULL, 29),
    ("08-24", "Birmingham", TASTER, 51),
    ("09-04", "Manchester", FULL, 28),
    ("09-08", "Enfield", TASTER, 36),
    ("09-11", "Cardiff", FULL, 23),
    ("09-15", "Norwich", TASTER, 41),
    ("09-18", "Swansea", TASTER, 40),
]
BOTH = 21  # who came to a taster first and to a full session later
ONE_TO_ONES, HOUSE_MEETINGS = 2_213, 513  # pledged in all, as the movement told it: over 2,200, and 513
SINCE = [  # days before today, group, kind, how many new people
    (58, "Manchester", TASTER, 18),
    (37, "Manchester", FULL, 14),
    (30, "Cardiff", FULL, 12),
    (16, "Norwich", TASTER, 15),
    (9, "Cardiff", TASTER, 17),
]


@dataclass
class Trainee:
    """Somebody at a session, and what they pledge there."""

    person: Person
    one_to_ones: int = 0
    house_meetings: int = 0


@dataclass
class Told:
    """A session as the story tells it, for the chapters that follow."""

    session: TrainingSession
    group: Group
    day: date
    trainees: list[Trainee]


def tell(story: Story) -> None:
    """Train the summer's people and those of the last weeks, and take down what they pledge."""
    programme = make_programme(group=story.shelf["groups"]["Movement for Change"], name="Future Leaders", by=story.by)
    summer = [
        Told(*gather(story, group, kind, date.fromisoformat(f"2010-{day}"), number, programme))
        for day, group, kind, number in SUMMER
    ]
    come_again(story, summer)
    pledge(story, [told for told in summer if told.session.kind == FULL], HOUSE_MEETINGS, "house_meetings")
    full = sum(len(told.trainees) for told in summer if told.session.kind == FULL)
    pledge(story, [told for told in summer if told.session.kind == FULL], full * 7 // 2, "one_to_ones")
    pledge(story, [told for told in summer if told.session.kind == TASTER], ONE_TO_ONES - full * 7 // 2, "one_to_ones")
    since = [
        Told(*gather(story, group, kind, story.today - timedelta(days=ago), number, programme))
        for ago, group, kind, number in SINCE
    ]
    for told in since:
        pledge(story, [told], len(told.trainees) * (3 if told.session.kind == FULL else 1), "one_to_ones")
    pledge(story, [told for told in since if told.session.kind == FULL], 22, "house_meetings")
    cast_trains(story, since)
    for told in [*summer, *since]:
        write(story, told)
    story.shelf["summer"], story.shelf["since"] = summer, since


def gather(
    story: Story, group: str, kind: str, day: date, number: int, programme: object
) -> tuple[TrainingSession, Group, date, list[Trainee]]:
    """A session with new people of its group."""
    home = story.shelf["groups"][group]
    new = NewSession(kind=kind, starts_at=start_of(day), programme=programme if kind == FULL else None)  # type: ignore[arg-type]
    session = record_session(group=home, new=new, by=story.by)
    people = people_of(story, home, number, source="Training session")
    return session, home, day, [Trainee(person) for person in people]


def come_again(story: Story, summer: list[Told]) -> None:
    """Some who tasted it come to a full session later, in their own group or the next."""
    tasters = [told for told in summer if told.session.kind == TASTER]
    for _ in range(BOTH):
        first = story.random.choice(tasters)
        later = [told for told in summer if told.session.kind == FULL and told.day > first.day]
        person = story.random.choice(first.trainees).person
        again = story.random.choice(later) if later else None
        if again and all(trainee.person.pk != person.pk for told in later for trainee in told.trainees):
            again.trainees.append(Trainee(person))


def pledge(story: Story, told: list[Told], total: int, what: str) -> None:
    """Share so many pledged conversations out among the trainees of some sessions, most of them to a few each."""
    trainees = [trainee for one in told for trainee in one.trainees]
    keen = [trainee for trainee in trainees if story.random.random() < 0.8] or trainees
    for _ in range(total):
        trainee = story.random.choice(keen)
        setattr(trainee, what, getattr(trainee, what) + 1)


def cast_trains(story: Story, since: list[Told]) -> None:
    """The leader of the cast came to the latest full session near her, and gave her word there."""
    cardiff = next(told for told in since if told.group.name == "Cardiff" and told.session.kind == FULL)
    cardiff.trainees.append(Trainee(story.shelf["cast"]["Bethan"], one_to_ones=5, house_meetings=1))
    manchester = next(told for told in since if told.group.name == "Manchester" and told.session.kind == FULL)
    manchester.trainees.append(Trainee(story.shelf["cast"]["Nadia"], one_to_ones=4, house_meetings=1))


def write(story: Story, told: Told) -> None:
    """Attendance, standing in the host party, and pledges of a session."""
    people = [trainee.person for trainee in told.trainees]
    came = [
        Came(person, brought_by=story.random.choice(people[: place or 1]) if place and place % 4 == 0 else None)
        for place, person in enumerate(people)
    ]
    attendances = record_attendances(event=told.session.event, rows=came, by=story.by)
    standings = {attendance: story.random.random() < 0.85 for attendance in attendances}
    record_standings(session=told.session, standings=standings, by=story.by)
    due_on = date(2010, 9, 30) if told.day.year == 2010 else told.day + timedelta(days=60)
    rows = [
        NewPledge(trainee.person, kind, number, due_on)
        for trainee in told.trainees
        for kind, number in (
            (ConversationPledge.Kind.ONE_TO_ONE.value, trainee.one_to_ones),
            (ConversationPledge.Kind.HOUSE_MEETING.value, trainee.house_meetings),
        )
        if number
    ]
    record_pledges(group=told.group, session=told.session, made_on=told.day, rows=rows, by=story.by)
