"""The tree of a round: each meeting under the one it grew from, as far as the reader sees them."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.listening.models import HouseMeeting, MeetingRound
from m4c.listening.operations.concern import NewConcern, note_concern
from m4c.listening.operations.host_offer import arrange_offered
from m4c.listening.operations.house_meeting import call_off_house_meeting, hold_house_meeting
from m4c.listening.operations.meeting_round import put_in_round
from m4c.listening.rounds.tree import Branch, tree_of
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody
from tests.listening.holding import guest_at, meeting_of, offer_at, round_of


def first_of(cast: Cast) -> tuple[MeetingRound, HouseMeeting]:
    """A round with the leader's meeting in it."""
    shared, meeting = round_of(cast), meeting_of(cast)
    put_in_round(meeting_round=shared, meetings=[meeting], by=cast.organiser)
    return shared, meeting


def grown(cast: Cast, meeting: HouseMeeting, host: Person, days: int) -> HouseMeeting:
    """The meeting that a guest of this one hosts."""
    offer = offer_at(cast, meeting, guest_at(cast, meeting, person=host).person)
    arranged = arrange_offered(offer=offer, host=host, day=TODAY + timedelta(days=days), by=cast.operator).became
    assert arranged is not None
    return HouseMeeting.objects.get(pk=arranged.pk)


def names(branches: Iterable[Branch]) -> list[Any]:
    return [(str(branch.meeting.host), names(branch.grown)) for branch in branches]


def test_each_stands_under_the_one_it_grew_from(cast: Cast) -> None:
    shared, meeting = first_of(cast)
    amal, ebo = somebody(cast), somebody(cast, "Ebo Iwu")
    second = grown(cast, meeting, amal, 7)
    grown(cast, second, ebo, 14)
    tree = tree_of(cast.organiser, shared)
    assert names(tree.first) == [("Bethan Griffiths", [("Amal Yusuf", [("Ebo Iwu", [])])])]
    assert (len(tree.meetings), len(tree.held), tree.hosts) == (3, 0, 3)


def test_it_counts_who_came_what_hurts_and_who_offered(cast: Cast) -> None:
    shared, meeting = first_of(cast)
    hold_house_meeting(meeting=meeting, on=TODAY, people_attending=9, by=cast.leader)
    new = NewConcern("Damp", TODAY, house_meeting=meeting)
    note_concern(group=cast.cardiff, new=new, at=NOW, by=cast.leader)
    offer = offer_at(cast, meeting)
    tree = tree_of(cast.organiser, shared)
    assert (tree.people, tree.concerns, tree.first[0].concerns, list(tree.first[0].offers)) == (9, 1, 1, [offer])


def test_called_off_it_stands_only_where_something_grew(cast: Cast) -> None:
    shared, meeting = first_of(cast)
    second = grown(cast, meeting, somebody(cast), 7)
    call_off_house_meeting(meeting=second, at=NOW, by=cast.operator)
    assert names(tree_of(cast.organiser, shared).first) == [("Bethan Griffiths", [])]
    call_off_house_meeting(meeting=meeting, at=NOW, by=cast.operator)
    assert tree_of(cast.organiser, shared).first == []


def test_a_host_kept_safe_is_in_no_tree(cast: Cast) -> None:
    shared, meeting = first_of(cast)
    hidden = grown(cast, meeting, cast.person("protected_member"), 7)
    grown(cast, hidden, somebody(cast), 14)
    tree = tree_of(cast.organiser, shared)
    assert names(tree.first) == [("Bethan Griffiths", []), ("Amal Yusuf", [])]


def test_a_leader_sees_the_meetings_that_are_their_own(cast: Cast) -> None:
    shared, meeting = first_of(cast)
    grown(cast, meeting, somebody(cast), 7)
    assert names(tree_of(cast.leader, shared).first) == [("Bethan Griffiths", [])]


def test_it_takes_as_many_statements_for_three_as_for_one(cast: Cast) -> None:
    shared, meeting = first_of(cast)

    def statements() -> int:
        with CaptureQueriesContext(connection) as queries:
            tree_of(cast.organiser, shared)
        return len(queries)

    before = statements()
    grown(cast, grown(cast, meeting, somebody(cast), 7), somebody(cast, "Ebo Iwu"), 14)
    assert statements() == before
