"""A group with people and public events to which many have replied: for measuring, and past all operations."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from bench._movement import write
from m4c.core.permissions import Role
from m4c.events.models import Attendance, Event, Reply
from m4c.people.models import Account, Group, Membership, Person, PersonEmail
from m4c.people.models.account import website
from m4c.people.names import fold
from m4c.people.operations.group import make_group, make_movement, recount_heads

REPLIES = {"1,000 replies": 1_000, "20,000 replies": 20_000}


class Built(NamedTuple):
    """The events by what is in them, and how many people there are."""

    events: dict[str, Event]
    people: int


def build(people: int) -> Built:
    """The people, and an event for each number of replies that there are people for, with room for many more."""
    by, now = Account.objects.of_system(Role.OPERATOR), timezone.now()
    website()
    root = make_movement(name="Movement", by=by)
    group = make_group(parent=root, name="Cardiff", kind=Group.Kind.LOCAL, by=by)
    write(Person, (person(number) for number in range(people)))
    ids = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    write(PersonEmail, (mail_of(number, pk) for number, pk in enumerate(ids)))
    write(Membership, (Membership(person_id=pk, group=group) for pk in ids))
    recount_heads()
    events = {what: event(group, now, ids[:number]) for what, number in REPLIES.items() if number <= people}
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Built(events, people)


def person(number: int) -> Person:
    """One of them, by number."""
    given, family = f"Given{number % 977}", f"Family{number}"
    return Person(
        given_name=given,
        family_name=family,
        folded_name=fold(given + family),
        sort_name=fold(family + given),
    )


def mail_of(number: int, pk: int) -> PersonEmail:
    """Their address."""
    address = f"person{number}@example.org"
    return PersonEmail(person_id=pk, address=address, folded=address)


def event(group: Group, now: datetime, comers: list[int]) -> Event:
    """A public event next week that these people have replied to."""
    made = Event.objects.create(
        kind=Event.Kind.ASSEMBLY,
        title="Street lights",
        group=group,
        place="Jubilee Hall",
        starts_at=now + timedelta(days=7),
        visibility=Event.Visibility.PUBLIC,
        capacity=1_000_000,
    )
    write(Attendance, (Attendance(event=made, person_id=pk, state="yes") for pk in comers))
    write(
        Reply,
        (
            Reply(event=made, person_id=pk, guests=pk % 2, token_hash=f"{made.pk}-{pk}", made_at=now, changed_at=now)
            for pk in comers
        ),
    )
    return made
