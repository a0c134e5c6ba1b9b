"""What people itself writes into the engagement ledger: whom a leader met first, by which the leader sees them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from django.utils import timezone

from m4c.people.ledger import Source, follow
from m4c.people.models import Engagement, Membership, Person


def rows(people: Sequence[Person]) -> Iterable[Engagement]:
    """`met` for everybody whom somebody is known to have met first, in the group they came in by."""
    met = [person for person in people if person.met_by_id]
    memberships = Membership.objects.filter(person__in=met).order_by("-pk").values_list("person", "group")
    came_in_by = dict(memberships)  # the earliest is read last, and stays
    for person in met:
        if person.pk in came_in_by:
            yield Engagement(
                kind="met",
                person_id=person.pk,
                leader_id=person.met_by_id,
                at=noon_of(person),
                group_id=came_in_by[person.pk],
                source_type="people.person",
                source_id=person.pk,
            )


def noon_of(person: Person) -> datetime:
    """The middle of the day of the meeting, or the time of the record where no day is known."""
    if person.met_on is None:
        return person.made_at
    return timezone.make_aware(datetime.combine(person.met_on, time(12)))


def register() -> None:
    """Tell the ledger of first meetings."""
    follow(Source(Person, rows))
