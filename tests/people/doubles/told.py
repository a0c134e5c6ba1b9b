"""What somebody who is on record twice told of themselves, and was asked for."""

from m4c.listening.models import StoryAsk
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import NOW
from tests.listening.stories import told


def tell(cast: Cast, person: Person, friend: Person, number: int) -> None:
    """A story of this record, and a time when they were asked for one."""
    told(cast, person, title=f"Dark stairs {number}")
    StoryAsk.objects.create(person=person, by=cast.organiser, at=NOW)
