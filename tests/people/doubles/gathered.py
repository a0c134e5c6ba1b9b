"""What somebody who is on record twice took on, asked and said around events."""

from m4c.events.models import Job
from m4c.people.models import Person
from tests.cast import Cast


def gather(cast: Cast, person: Person, friend: Person, number: int) -> None:
    """Rows around events that name this record."""
    Job.objects.create(group=cast.cardiff, what=f"Tea {number}", taken_by=person, made_by=cast.organiser)
