"""The demo's replies: an assembly that fills, a walk that is full and has a waiting list, and what comes back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from m4c.core.demo import Story
from m4c.events.demo import local
from m4c.events.models import AccessNeed, Event
from m4c.events.operations.event import NewEvent, plan_event
from m4c.events.operations.replier import Replier
from m4c.events.operations.reply import Coming, Replied, cancel_reply, reply_to_event
from m4c.people.desk.default_notice import notice_in_force
from m4c.people.models.account import website

ASSEMBLY, WALK, ROOM = "Manchester lights up: the assembly", "A walk through the dark streets", 12
COMING = [  # given name, family name, guests, names of some, needs, words
    ("Oluchi", "Adeyemi", 2, ["Chidi", "Ngozi"], [AccessNeed.CRECHE], "Chidi is four and Ngozi is seven."),
    ("Tomasz", "Wrona", 0, [], [], ""),
    ("Meera", "Lal", 1, ["Harish Lal"], [AccessNeed.STEP_FREE], "Harish uses a chair; we come by the 43."),
    ("Gwen", "Prosser", 0, [], [AccessNeed.BSL], ""),
    ("Samir", "Haddad", 5, [], [AccessNeed.FOOD], "Five from the language class. Two eat no meat."),
    ("Ruth", "Castle", 0, [], [], ""),
    ("Yaw", "Boateng", 3, ["Esi", "Kwame"], [], ""),
    ("Lena", "Fischer", 0, [], [AccessNeed.QUIET_ROOM], "Large halls are loud for me: may I sit at the side?"),
    ("Dilys", "Rowe", 1, [], [], ""),
    ("Imran", "Sheikh", 0, [], [], "I can bring a projector."),
]


def tell(story: Story) -> None:
    """Plan both, let people reply, and let one cancel, so that the first who waits gets their place."""
    assembly = gathering(
        story,
        NewEvent(
            kind=Event.Kind.ASSEMBLY.value,
            title=ASSEMBLY,
            starts_at=local(f"{story.today + timedelta(days=16)} 18:30"),
            ends_at=local(f"{story.today + timedelta(days=16)} 20:30"),
            place="Jubilee Hall",
            postcode="M14 5RR",
            capacity=300,
            access=(AccessNeed.STEP_FREE, AccessNeed.BSL, AccessNeed.CRECHE, AccessNeed.FOOD),
            language=Event.Language.ENGLISH,
            details="Four streets tell what the dark has cost them, and the council's cabinet member for streets is"
            " asked three questions. There is soup from six o'clock.",
        ),
    )
    walk = gathering(
        story,
        NewEvent(
            kind=Event.Kind.RESEARCH.value,
            title=WALK,
            starts_at=local(f"{story.today + timedelta(days=9)} 17:00"),
            place="Moss Lane East, by the library",
            postcode="M15 5NN",
            capacity=ROOM,
            details="An hour on foot with a light meter and a map. Wear something bright.",
        ),
    )
    for event, people in ((assembly, COMING), (walk, COMING[1:])):
        replied = [reply(story, event, *row) for row in people]
    cancel_reply(token=replied[0].token, at=story.now, by=website())


def gathering(story: Story, new: NewEvent) -> Event:
    """An event of Manchester that everybody may see."""
    home = story.shelf["groups"]["Manchester"]
    return plan_event(group=home, new=replace(new, visibility=Event.Visibility.PUBLIC.value), by=story.by)


def reply(
    story: Story, event: Event, given: str, family: str, guests: int, names: list[str], needs: Sequence[str], words: str
) -> Replied:
    """Somebody says by the public page that they come."""
    email = f"{given}.{family}@example.org".lower()
    return reply_to_event(
        event=event,
        replier=Replier(given, family, email=email, language="en-gb"),
        coming=Coming(guests, names, needs, words),
        notice=notice_in_force(story.today).number,
        at=story.now,
        by=website(),
    )
