"""What follows a teller who is kept safe, or whose age is told: their stories come off every page at once."""

from django.utils import timezone

from m4c.listening.models import Story
from m4c.listening.operations.story_levels import settle
from m4c.people.models import Person


def follow_person(person: Person) -> None:
    """Have everything follow how far this teller's stories may go as they are now."""
    for story in Story.objects.filter(teller=person, taken_back_at=None):
        settle(story, timezone.now())
