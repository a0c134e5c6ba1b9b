"""A late chapter of people's demo: two of Cardiff who were written down twice, and everybody looked through."""

from m4c.core.demo import Story
from m4c.core.permissions import Role
from m4c.people.models import Account, Person
from m4c.people.operations.double import look_for_doubles
from m4c.people.operations.person import NewPerson, add_person


def tell(story: Story) -> None:
    """Write two people down once more, as it happens at a stall, and suggest whom that makes one."""
    cardiff = story.shelf["groups"]["Cardiff"]
    reachable = Person.objects.in_group(cardiff).filter(phones__isnull=False).exclude(given_name="").distinct()
    for person, source in zip(
        reachable.order_by("-pk"), ("Stall at Queen Street", "Sign-up at the library"), strict=False
    ):
        again = NewPerson(
            person.given_name,
            person.family_name,
            phones=[phone.number for phone in person.phones.all()],
            emails=[f"{person.folded_name}.new@example.org"],
            met_on=story.today,
            source=source,
        )
        add_person(group=cardiff, new=again, by=story.by)
    worker, last = Account.objects.of_system(Role.WORKER), 0
    while (after := look_for_doubles(after=last, at=story.now, by=worker)) is not None:
        last = after
