"""The turnout chapter of the demo: who brings whom to the meeting about the empty shop, and the meetings before it."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.utils import timezone

from m4c.core.chunks import in_chunks
from m4c.core.demo import Story
from m4c.events.models import Attendance, Event
from m4c.events.operations.asking import list_new_name, list_person
from m4c.events.operations.attendance import Came, record_attendances
from m4c.events.operations.event import NewEvent, edit_event, plan_event
from m4c.events.operations.turnout_call import answer_call, answer_name_call
from m4c.events.operations.turnout_pledge import pledge_turnout
from m4c.people.models import Account, Group, Person
from m4c.people.models.use import may_be_used
from m4c.people.operations.name_on_list import NewName

State = Attendance.State
BEFORE = [  # days ago, title, how many came as expected, how many did not, how many walked in
    (75, "Whose shop is it?", 11, 9, 2),
    (47, "The shop: what we heard", 13, 10, 1),
    (19, "The shop: what could be there", 14, 9, 3),
]
AHEAD = "What next for the empty shop?"
SAID = [  # what those on the list said when asked, and when called again
    ("yes", "yes"),
    ("yes", "yes"),
    ("yes", "no_answer"),
    ("maybe", ""),
    ("yes", "yes"),
    ("no", ""),
    ("yes", ""),
    ("no_answer", ""),
    ("yes", ""),
    ("", ""),
    ("", ""),
    ("", ""),
]
NAMES = [
    NewName("The man at the bakery", "07700 900111", "He asked who decides about the shop"),
    NewName("Carys's neighbour", "", "Runs the lunch club"),
]


def tell(story: Story) -> None:
    """Three meetings whose lists were kept, and one to come that two leaders fill."""
    group = story.shelf["groups"]["Cardiff"]
    people = whom_to_ask(group)
    for days, title, came, missing, walked_in in BEFORE:
        states = [State.CAME] * came + [State.DID_NOT_COME] * missing + [State.WALK_IN] * walked_in
        new = NewEvent(Event.Kind.PUBLIC_MEETING, title, evening(story, -days), place="St Mellons church hall")
        event = plan_event(group=group, new=new, by=story.by)
        bring(story, event, people, states)
    ahead = Event.objects.filter(group=group, title=AHEAD, starts_at__gt=story.now).first()
    if ahead is not None:
        fill(story, ahead, people)


def whom_to_ask(group: Group) -> list[Person]:
    """People of a group who may be asked, without an account of their own."""
    found = Person.objects.filter(may_be_used("pk"), memberships__group=group, memberships__ended_on=None, died_on=None)
    accounts = Account.objects.exclude(person=None).values("person")
    return list(found.exclude(pk__in=accounts).distinct().order_by("pk")[:40])


def bring(story: Story, event: Event, people: list[Person], states: Sequence[str]) -> None:
    """People at an event, every third of them brought by the one before."""
    rows = [
        Came(person, state, people[place - 1] if place % 3 == 2 else None)
        for place, (person, state) in enumerate(zip(people, states, strict=False))
    ]
    for chunk in in_chunks(rows):
        record_attendances(event=event, rows=chunk, by=story.by)


def fill(story: Story, event: Event, people: list[Person]) -> None:
    """Two leaders pledge, one has asked and called, and two names are on her own list."""
    cast, at = story.shelf["cast"], story.now
    edit_event(event=event, values={"target": 40}, by=story.by)
    for name, number in (("Bethan", 12), ("Siân", 6)):
        pledge_turnout(event=event, person=cast[name], number=number, at=at - timedelta(days=9), by=story.by)
    for person, (asked, called) in zip(people, SAID, strict=False):
        attendance = list_person(event=event, person=person, asker=cast["Bethan"], by=story.by)
        for call, answer, days in (("ask", asked, 6), ("call_1", called, 1)):
            if answer:
                given = {"call": call, "answer": answer, "at": at - timedelta(days=days), "by": story.by}
                answer_call(attendance=attendance, **given)
    bethan = Account.objects.get(person=cast["Bethan"])
    for new, said in zip(NAMES, ("maybe", ""), strict=True):
        asked_name = list_new_name(event=event, new=new, on=story.today, by=bethan)
        if said:
            answer_name_call(asked=asked_name, call="ask", answer=said, at=at, by=bethan)


def evening(story: Story, days: int) -> datetime:
    """Seven o'clock so many days from today."""
    return timezone.make_aware(datetime.combine(story.today + timedelta(days=days), time(19)))
