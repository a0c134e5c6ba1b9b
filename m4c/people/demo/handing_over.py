"""A late chapter of people's demo: a leader of Cardiff leaves, and half of his people have been handed over."""

from datetime import timedelta

from m4c.core.demo import Story
from m4c.core.permissions import Role
from m4c.people.models import Account, HandedOver, HandingOver, Note, Person
from m4c.people.operations.account import create_account
from m4c.people.operations.handed_over import hand_over_person, settle_introduction
from m4c.people.operations.handing_over import begin_handing_over
from m4c.people.operations.next_step import agree_step
from m4c.people.operations.note import write_note
from m4c.people.operations.person import NewPerson, add_people

THEIRS = [  # given and family name, weeks since they met, what was agreed if anything
    ("Rhodri", "Keane", 30, ""),
    ("Safiya", "Noor", 22, "Bring her sister to the next meeting"),
    ("Dewi", "Hallam", 19, ""),
    ("Marta", "Zielińska", 12, "Ask at the laundrette who else has no heating"),
    ("Cerys", "Tudor", 7, "Meet the caretaker together"),
    ("Abdi", "Warsame", 3, ""),
]
HANDED = 3  # of them so far


def tell(story: Story) -> None:
    """Emrys leaves for a job in the north; Siân begins, Bethan is next, and one introduction has been made."""
    cast, cardiff = story.shelf["cast"], story.shelf["groups"]["Cardiff"]
    emrys = create_account(
        email="emrys.hale@example.org",
        role=Role.LEADER,
        group=cardiff,
        given_name="Emrys",
        family_name="Hale",
        by=story.by,
    )
    assert emrys.person is not None
    people = [meet(story, emrys, place) for place in range(len(THEIRS))]
    facts = {"tier": Note.Tier.PRIVATE.value, "at": story.now - timedelta(weeks=20), "group": cardiff, "by": emrys}
    write_note(person=people[1], about_them="Would speak if somebody asked her twice.", **facts)
    siân = Account.objects.get(person=cast["Siân"])
    begun = begin_handing_over(group=cardiff, person=emrys.person, at=story.now - timedelta(days=5), by=siân)
    for person in people[:HANDED]:
        hand(story, begun, person, cast["Bethan"], siân)
    first = HandedOver.objects.get(handing_over=begun, person=people[0])
    settle_introduction(handed=first, outcome="happened", on=story.today - timedelta(days=1), by=emrys)


def meet(story: Story, emrys: Account, place: int) -> Person:
    """Somebody whom Emrys met, and what they agreed."""
    assert emrys.person is not None
    given, family, weeks, agreed = THEIRS[place]
    cardiff = story.shelf["groups"]["Cardiff"]
    met_on = story.today - timedelta(weeks=weeks)
    new = NewPerson(given, family, emails=[f"emrys{place}@example.org"], met_by=emrys.person, met_on=met_on)
    person = add_people(group=cardiff, rows=[new], by=story.by)[0]
    if agreed:
        due_on = story.today + timedelta(days=place * 3)
        agree_step(group=cardiff, person=person, owner=emrys.person, words=agreed, due_on=due_on, by=story.by)
    return person


def hand(story: Story, begun: HandingOver, person: Person, to: Person, by: Account) -> None:
    """One of them goes to Bethan, to be introduced within two weeks."""
    day, at = story.today + timedelta(days=9), story.now - timedelta(days=4)
    hand_over_person(handing_over=begun, person=person, next_contact=to, introduce_by=day, at=at, by=by)
