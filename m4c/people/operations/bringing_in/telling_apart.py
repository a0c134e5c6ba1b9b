"""Writes what a list says of the people themselves besides how to reach them: that they died, and their language."""

from collections.abc import Collection

from m4c.people.models import Person

TOLD = ("died_on", "language", "language_name")


def write_told(people: Collection[Person]) -> None:
    """Save the fields of `TOLD`, in a statement for a hundred."""
    Person.objects.bulk_update(people, TOLD, batch_size=100)
