"""A movement of 100,000 people and a million engagements over three years: for measuring, and past all operations."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from random import Random

from django.db import connection, models

from m4c.core.permissions import Role
from m4c.events.models import Attendance, Event, HeadCount
from m4c.leaders.models import ConversationPledge, TrainingSession
from m4c.listening.models import HouseMeeting, OneToOne
from m4c.people.models import Account, Engagement, Group, Membership, Person
from m4c.people.operations.group import make_group, make_movement, recount_heads

PEOPLE, EVENTS, ATTENDANCES = 100_000, 20_000, 900_000
ONE_TO_ONES, PLEDGES, HOUSE_MEETINGS = 60_000, 100_000, 4_000
GROUPS, LEADERS = 190, 8_000
FIRST, DAYS = date(2023, 1, 1), 1_095


def build(random: Random) -> None:
    """A movement of three years: groups, people, events and who came, pledges and conversations, and their ledger."""
    by = Account.objects.of_system(Role.OPERATOR)
    root = make_movement(name="Movement", by=by)
    nation = make_group(parent=root, name="England", kind=Group.Kind.NATION, by=by)
    groups = [make_group(parent=nation, name=f"Group {number:03}", by=by) for number in range(GROUPS)]
    for group in groups:
        Group.objects.filter(pk=group.pk).update(
            latitude=50.5 + random.random() * 5, longitude=-3 + random.random() * 3
        )
    write(Person, persons())
    people = list(Person.objects.values_list("pk", flat=True).order_by("pk"))
    home = {person: random.choice(groups).pk for person in people}
    write(Membership, (Membership(person_id=person, group_id=group) for person, group in home.items()))
    recount_heads()
    write(Event, events(random, groups))
    held = list(Event.objects.exclude(kind="house_meeting").values_list("pk", flat=True).order_by("pk"))
    write(Attendance, attendances(random, held, people))
    write(HeadCount, (HeadCount(event_id=event, number=random.randrange(120)) for event in held[::3]))
    training = Event.objects.filter(kind="training").values_list("pk", flat=True).order_by("pk")
    write(
        TrainingSession,
        (TrainingSession(event_id=event, kind=random.choice(["full", "taster"])) for event in training),
    )
    leaders = people[:: PEOPLE // LEADERS]
    write(ConversationPledge, pledges(random, leaders, home))
    write(OneToOne, one_to_ones(random, leaders, people, home))
    write(HouseMeeting, house_meetings(random, leaders))
    write_ledger()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def write(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    """Write rows, a few thousand at a time."""
    left = iter(rows)
    while chunk := list(islice(left, 5_000)):
        model._default_manager.bulk_create(chunk)


def persons() -> Iterator[Person]:
    """People, many of whom share a name."""
    for number in range(PEOPLE):
        given, family = f"G{number % 977}", f"F{number % 4999:04}"
        folded = f"{given} {family}".lower()
        yield Person(given_name=given, family_name=family, folded_name=folded, sort_name=f"{family} {given}".lower())


def some_day(random: Random) -> date:
    """A day of the three years."""
    return FIRST + timedelta(days=random.randrange(DAYS))


def events(random: Random, groups: list[Group]) -> Iterator[Event]:
    """Events of all kinds, one in eight a training session; the last ones are house meetings."""
    kinds = ["training", *["public_meeting", "committee", "social", "stall", "research", "assembly", "public_action"]]
    for number in range(EVENTS + HOUSE_MEETINGS):
        day = some_day(random)
        yield Event(
            kind=random.choice(kinds) if number < EVENTS else "house_meeting",
            title=f"Event {number}",
            place=f"Hall {number % 300}",
            group=random.choice(groups),
            starts_at=datetime(day.year, day.month, day.day, 18, tzinfo=UTC),
        )


def attendances(random: Random, held: list[int], people: list[int]) -> Iterator[Attendance]:
    """Who was down for each event; four in five came."""
    for event in held:
        for person in random.sample(people, ATTENDANCES // len(held)):
            state = "came" if random.random() < 0.8 else "no"
            yield Attendance(event_id=event, person_id=person, state=state)


def pledges(random: Random, leaders: list[int], home: dict[int, int]) -> Iterator[ConversationPledge]:
    """Pledges by leaders; one in three at a training session."""
    sessions = list(TrainingSession.objects.values_list("pk", flat=True))
    for number in range(PLEDGES):
        person = random.choice(leaders)
        yield ConversationPledge(
            person_id=person,
            kind="house_meeting" if number % 5 == 0 else "one_to_one",
            number=1 + number % 6,
            group_id=home[person],
            made_on=some_day(random),
            session_id=sessions[number] if number < len(sessions) else None,
        )


def one_to_ones(random: Random, leaders: list[int], people: list[int], home: dict[int, int]) -> Iterator[OneToOne]:
    """1-2-1s that leaders asked for, two in three held, half of those followed up."""
    seen: set[tuple[int, int, date]] = set()
    while len(seen) < ONE_TO_ONES:
        asker, other, day = random.choice(leaders), random.choice(people), some_day(random)
        if asker == other or (asker, other, day) in seen:
            continue
        seen.add((asker, other, day))
        held_on = day if len(seen) % 3 else None
        yield OneToOne(
            asker_id=asker,
            other_id=other,
            group_id=home[asker],
            day=day,
            held_on=held_on,
            followed_up_on=held_on if len(seen) % 2 else None,
        )


def house_meetings(random: Random, leaders: list[int]) -> Iterator[HouseMeeting]:
    """House meetings, three in four held."""
    gathered = Event.objects.filter(kind="house_meeting").values_list("pk", "group", "starts_at")
    for number, (event, group, starts_at) in enumerate(gathered):
        day = starts_at.date()
        yield HouseMeeting(
            event_id=event,
            host_id=leaders[number],
            group_id=group,
            day=day,
            held_on=day if number % 4 else None,
            people_attending=number % 15 if number % 4 else None,
        )


def write_ledger() -> None:
    """The ledger's rows of all that, so that the database weighs what it would."""
    columns = "kind, person_id, at, group_id, tier, source_type, source_id"
    sources = (
        "SELECT 'came', a.person_id, e.starts_at, e.group_id, 'group', 'events.attendance', a.id "
        "FROM events_attendance a JOIN events_event e ON e.id = a.event_id WHERE a.state = 'came'",
        "SELECT 'held_one_to_one', asker_id, held_on, group_id, 'group', 'listening.onetoone', id "
        "FROM listening_onetoone WHERE held_on IS NOT NULL",
        "SELECT 'had_one_to_one', other_id, held_on, group_id, 'group', 'listening.onetoone', id "
        "FROM listening_onetoone WHERE held_on IS NOT NULL",
        "SELECT 'pledged_' || kind, person_id, made_on, group_id, 'group', 'leaders.conversationpledge', id "
        "FROM leaders_conversationpledge",
    )
    with connection.cursor() as cursor:
        for select in sources:
            cursor.execute(f"INSERT INTO {Engagement._meta.db_table} ({columns}) {select}")
