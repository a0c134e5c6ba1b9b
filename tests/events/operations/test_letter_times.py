"""Letters by the clock follow their event, also when they were let go late."""

from datetime import timedelta

from m4c.events.models import EventLetter
from m4c.events.operations.event_letter import approve_letter
from m4c.events.operations.letter_times import move_letters
from tests.cast import Cast
from tests.events.letters.letters import SOON, ahead
from tests.factories import NOW


def test_a_reminder_that_was_let_go_on_the_day_goes_at_once_and_at_its_usual_time_of_another(cast: Cast):
    event = ahead(cast)
    late = SOON - timedelta(hours=2)
    letter = approve_letter(event=event, kind="reminder", at=late, by=cast.organiser)
    assert letter.sends_at == late
    event.starts_at = SOON + timedelta(days=7)
    move_letters(event)
    letter.refresh_from_db()
    assert (letter.sends_at - NOW).days == 7
    assert EventLetter.objects.count() == 1
