"""The listening chapter of the demo: which of the pledged conversations were arranged, held and followed up."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from m4c.core.chunks import in_chunks
from m4c.core.demo import Story
from m4c.listening.campaigns import demo as campaigns
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meetings
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_ones
from m4c.listening.talks import demo as talks
from m4c.people.models import Person

ARRANGED, HELD, FOLLOWED_UP = 0.82, 0.80, 0.6  # each of the one before
NEXT_STEPS = (
    "Come to the house meeting",
    "Meet her neighbour together",
    "Ring after half-term",
    "Bring a friend to the taster",
    "Write down what happened with the landlord",
    "Ask at the mosque who else is worried",
)


def tell(story: Story) -> None:
    """Hold what the summer pledged, and leave the work of the last weeks half done."""
    for told in story.shelf["summer"]:
        converse(story, told, until=date(2010, 9, 30))
    for told in story.shelf["since"]:
        converse(story, told, until=story.today + timedelta(days=14))
    talks.tell(story)
    campaigns.tell(story)


def converse(story: Story, told: Any, *, until: date) -> None:
    """The conversations that the trainees of one session had by then, with each other's neighbours."""
    others = [trainee.person for trainee in told.trainees]
    one_to_ones = list(one_to_ones_of(story, told, others, until))
    meetings = list(house_meetings_of(story, told, until))
    for chunk in in_chunks(one_to_ones):
        record_one_to_ones(group=told.group, rows=chunk, by=story.by)
    record_house_meetings(group=told.group, rows=meetings, by=story.by)


def one_to_ones_of(story: Story, told: Any, others: list[Person], until: date) -> Iterator[NewOneToOne]:
    """The 1-2-1s of one session's trainees, no two of the same people on a day."""
    for trainee in told.trainees:
        partners = [person for person in others if person.pk != trainee.person.pk]
        wanted = min(trainee.one_to_ones, len(partners))
        for other in story.random.sample(partners, wanted):
            if story.random.random() > ARRANGED:
                continue
            day = day_between(story, told.day, until)
            held_on = day if day < story.today and story.random.random() < HELD else None
            followed = held_on is not None and story.random.random() < FOLLOWED_UP
            followed_up_on = min(day + timedelta(days=7), story.today, until) if followed else None
            yield NewOneToOne(
                asker=trainee.person,
                other=other,
                day=day,
                held_on=held_on,
                followed_up_on=followed_up_on,
                next_step=story.random.choice(NEXT_STEPS) if held_on else "",
                next_step_by=day + timedelta(days=10) if held_on else None,
            )


def house_meetings_of(story: Story, told: Any, until: date) -> Iterator[NewHouseMeeting]:
    """The house meetings that one session's trainees called, each on a day of its own."""
    for trainee in told.trainees:
        days: set[date] = set()
        for _ in range(trainee.house_meetings):
            day = day_between(story, told.day, until)
            if day in days or story.random.random() > ARRANGED:
                continue
            days.add(day)
            held = day < story.today and story.random.random() < HELD
            yield NewHouseMeeting(
                host=trainee.person,
                day=day,
                held_on=day if held else None,
                people_attending=story.random.randint(5, 15) if held else None,
                followed_up_on=day + timedelta(days=5) if held and story.random.random() < FOLLOWED_UP else None,
            )


def day_between(story: Story, after: date, until: date) -> date:
    """A day in the weeks after a session, and not later than `until`."""
    return after + timedelta(days=story.random.randint(2, max(3, min(60, (until - after).days))))
