"""Names of one's own list are asked to a house meeting once; nobody asks another's."""

import pytest

from m4c.events.models import NameAtEvent
from m4c.events.operations.turnout_pledge import TurnoutRefused
from m4c.listening.operations.guest_names import ask_names
from m4c.people.models import NameOnList
from m4c.people.operations.name_on_list import NewName, write_name
from tests.cast import Cast
from tests.factories import TODAY, doers
from tests.listening.holding import meeting_of


def test_names_of_ones_list_and_new_ones_are_asked_once(cast: Cast) -> None:
    meeting = meeting_of(cast)
    carys = write_name(group=cast.cardiff, new=NewName("Carys"), on=TODAY, by=cast.leader)
    mair = NewName("Mair", "07700 900123")
    for _again in range(2):
        ask_names(meeting=meeting, names=[carys], new=[mair], on=TODAY, by=cast.leader)
    assert list(NameAtEvent.objects.values_list("name__name", "event")) == [
        ("Carys", meeting.event_id),
        ("Mair", meeting.event_id),
    ]
    assert NameOnList.objects.filter(owner=meeting.host).count() == 2


def test_somebody_elses_names_are_not_asked(cast: Cast) -> None:
    theirs = write_name(group=cast.cardiff, new=NewName("Carys"), on=TODAY, by=cast.organiser)
    with pytest.raises(TurnoutRefused):
        ask_names(meeting=meeting_of(cast), names=[theirs], new=[], on=TODAY, by=cast.leader)


def test_who_asks_to_the_leaders_meeting(cast: Cast) -> None:
    meeting = meeting_of(cast)
    allowed = {"leader", "organiser", "national_organiser"}
    asking = doers(lambda account: ask_names(meeting=meeting, names=[], new=[], on=TODAY, by=account), cast)
    assert asking == allowed
