"""Letters that go by the clock follow their event when it moves."""

from m4c.core.operations import change
from m4c.events.letters.when import usual_time
from m4c.events.models import Event, EventLetter


def move_letters(event: Event) -> None:
    """Have the letters that go by the clock go at their usual time of an event that was moved."""
    for letter in EventLetter.objects.filter(event=event).exclude(sends_at=None):
        change(letter, sends_at=usual_time(event, letter.kind))
