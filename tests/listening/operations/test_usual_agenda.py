"""The usual agenda is laid once, and never over what somebody put there."""

from m4c.events.models import AgendaItem
from m4c.events.operations.agenda import put_on_agenda
from m4c.listening.operations.usual_agenda import lay_usual_agenda
from m4c.listening.rounds.agenda import USUAL
from tests.cast import Cast
from tests.factories import doers
from tests.listening.holding import meeting_of


def test_it_is_laid_once(cast: Cast) -> None:
    meeting = meeting_of(cast)
    assert len(lay_usual_agenda(meeting=meeting, by=cast.leader)) == len(USUAL)
    assert lay_usual_agenda(meeting=meeting, by=cast.leader) == []
    assert AgendaItem.objects.filter(event=meeting.event).count() == len(USUAL)


def test_it_leaves_what_stands_there(cast: Cast) -> None:
    meeting = meeting_of(cast)
    put_on_agenda(event=meeting.event, title="Tea", by=cast.leader)
    assert lay_usual_agenda(meeting=meeting, by=cast.leader) == []


def test_who_lays_it(cast: Cast) -> None:
    meeting = meeting_of(cast)
    allowed = {"leader", "organiser", "national_organiser"}
    assert doers(lambda account: lay_usual_agenda(meeting=meeting, by=account), cast) == allowed
