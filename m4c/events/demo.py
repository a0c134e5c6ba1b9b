"""The events' chapter of the demo: the assembly, the actions of 2010, and what is planned around today."""

from datetime import datetime, timedelta

from django.utils import timezone

from m4c.core.chunks import in_chunks
from m4c.core.demo import Story
from m4c.events.models import Event, HeadCount
from m4c.events.operations.attendance import Came, record_attendances
from m4c.events.operations.event import NewEvent, count_heads, plan_event

ACTION, ASSEMBLY = Event.Kind.PUBLIC_ACTION.value, Event.Kind.ASSEMBLY.value
HISTORY = [  # when, group, kind, title, place, how many, how many of them by name
    ("2010-07-30 21:30", "Norwich", ACTION, "Light Up Norwich", "The streets that were to go dark", 140, 60),
    ("2010-08-15 14:00", "Manchester", ACTION, "The ugly wall in flower", "Piccadilly Gardens", 75, 40),
    (
        "2010-09-05 15:00",
        "Northenden",
        Event.Kind.PUBLIC_MEETING.value,
        "The Northern Moor Respect Covenant",
        "Northern Moor",
        60,
        30,
    ),
    ("2010-08-30 13:00", "Movement for Change", ASSEMBLY, "National Assembly", "London", 1_040, 420),
    ("2014-09-21 13:30", "Movement for Change", ASSEMBLY, "Showcase 2014", "Screen 2, AMC Cinema, Manchester", 380, 0),
    ("2014-08-30 11:00", "St Mellons", Event.Kind.SOCIAL.value, "St Mellons fete", "St Mellons", 600, 0),
]
IFTAAR = ("Manchester", "Lambeth", "Birmingham", "Sheffield", "Cardiff", "Leicester", "Slough")
AHEAD = [  # days from today, hour, group, kind, title, place, who may see it
    (5, 19, "Manchester", Event.Kind.PUBLIC_MEETING, "Public meeting: our street lights", "Jubilee Hall"),
    (7, 10, "Manchester", Event.Kind.COMMITTEE, "Committee", "Central Library"),
    (8, 19, "Cardiff", Event.Kind.PUBLIC_MEETING, "What next for the empty shop?", "St Mellons church hall"),
    (12, 18, "Norwich", Event.Kind.SOCIAL, "Soup and songs", "The Forum"),
]


def tell(story: Story) -> None:
    """Write up what was, and put what is planned in the calendar."""
    everybody = [trainee.person for told in story.shelf["summer"] for trainee in told.trainees]
    for when, group, kind, title, place, number, named in HISTORY:
        event = gathering(story, group, kind, title, place, local(when))
        came = list({person.pk: person for person in story.random.sample(everybody, named)}.values())
        bring(story, event, came)
        count_heads(event=event, number=number, how=HeadCount.How.REPORTED, said_by="the organisers", by=story.by)
    for group in IFTAAR:
        event = gathering(story, group, ACTION, "Flashmob Iftaar", "", local("2010-08-26 20:15"))
        count_heads(event=event, number=story.random.randint(25, 90), how=HeadCount.How.ESTIMATED, by=story.by)
    for days, hour, group, kind, title, place in AHEAD:
        day = story.today + timedelta(days=days)
        gathering(story, group, kind.value, title, place, local(f"{day} {hour}:00"))


def gathering(story: Story, group: str, kind: str, title: str, place: str, when: datetime) -> Event:
    """An event that everybody may see."""
    home = story.shelf["groups"][group]
    new = NewEvent(
        kind=kind,
        title=title,
        starts_at=when,
        place=place or home.place,
        visibility=Event.Visibility.PUBLIC,
    )
    return plan_event(group=home, new=new, by=story.by)


def local(when: str) -> datetime:
    """A moment in the movement's own zone, from "2010-08-26 20:15"."""
    return timezone.make_aware(datetime.fromisoformat(when))


def bring(story: Story, event: Event, people: list) -> None:  # type: ignore[type-arg]
    """These people came, most of them brought by one who came before them."""
    rows = [
        Came(person, brought_by=people[story.random.randrange(place)] if place and place % 3 else None)
        for place, person in enumerate(people)
    ]
    for chunk in in_chunks(rows):
        record_attendances(event=event, rows=chunk, by=story.by)
