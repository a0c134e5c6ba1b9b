"""A house meeting counts for its host, carries its event along, and can be taken back step by step."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from m4c.core.errors import NotAllowed
from m4c.events.models import Event, HeadCount
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import count_heads
from m4c.listening.models import HouseMeeting
from m4c.listening.operations.house_meeting import (
    HouseMeetingRefused,
    NewHouseMeeting,
    call_off_house_meeting,
    follow_up_house_meeting,
    hold_house_meeting,
    rearrange_house_meeting,
    record_house_meeting,
    record_house_meetings,
    reopen_house_meeting,
)
from m4c.people.ledger import rebuild
from m4c.people.models import Account, Engagement
from m4c.people.operations.membership import join
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def meeting_of(cast: Cast, by: Account | None = None, **more: Any) -> HouseMeeting:
    """A house meeting of the leader's, today."""
    by = by or cast.leader
    facts = {"host": by.person, "day": TODAY} | more
    return record_house_meeting(group=cast.cardiff, new=NewHouseMeeting(**facts), by=by)


def day_of(event: Event) -> object:
    event.refresh_from_db()
    return timezone.localdate(event.starts_at)


def figures(meeting: HouseMeeting) -> list[tuple[int, str]]:
    return list(HeadCount.objects.filter(event=meeting.event).values_list("number", "said_by"))


def test_arranged_it_has_an_event_for_those_invited_that_names_nobody(cast: Cast) -> None:
    meeting = meeting_of(cast, day=TOMORROW)
    event = meeting.event
    assert (event.kind, event.visibility, event.title) == ("house_meeting", "invited", "House meeting")
    assert (day_of(event), timezone.localtime(event.starts_at).hour) == (TOMORROW, 19)
    assert Engagement.objects.filter(kind="hosted_house_meeting").count() == 0


def test_held_it_is_a_deed_of_its_host_with_a_figure(cast: Cast) -> None:
    meeting = meeting_of(cast, held_on=TODAY, people_attending=9, next_step=" Find a hall ")
    assert (meeting.state, meeting.next_step, figures(meeting)) == ("held", "Find a hall", [(9, "")])
    assert Engagement.objects.get(kind="hosted_house_meeting").person == cast.person("leader")


def test_the_same_host_on_a_day_is_one_and_it_only_gets_further(cast: Cast) -> None:
    first = meeting_of(cast)
    meeting_of(cast, held_on=TODAY, people_attending=9)
    again = meeting_of(cast)
    assert (again.pk, again.state, again.people_attending) == (first.pk, "held", 9)
    assert (HouseMeeting.objects.count(), Event.objects.count()) == (1, 1)


@pytest.mark.parametrize("persona", ["leader", "organiser", "national_organiser", "organiser_elsewhere", "member"])
def test_only_an_organiser_of_the_group_names_another_host(cast: Cast, persona: str) -> None:
    new = NewHouseMeeting(host=somebody(cast), day=TODAY)
    by = getattr(cast, persona)
    if persona in ("organiser", "national_organiser"):
        assert record_house_meeting(group=cast.cardiff, new=new, by=by).host.name == "Amal Yusuf"
        return
    with pytest.raises(NotAllowed):
        record_house_meeting(group=cast.cardiff, new=new, by=by)
    with pytest.raises(NotAllowed):
        record_house_meetings(group=cast.cardiff, rows=[new], by=by)


CHANGES = {
    "hold": lambda one, by: hold_house_meeting(meeting=one, on=TODAY, by=by),
    "rearrange": lambda one, by: rearrange_house_meeting(meeting=one, day=TOMORROW, by=by),
    "call off": lambda one, by: call_off_house_meeting(meeting=one, at=NOW, by=by),
    "follow up": lambda one, by: follow_up_house_meeting(meeting=one, on=TODAY, by=by),
    "reopen": lambda one, by: reopen_house_meeting(meeting=one, by=by),
}


@pytest.mark.parametrize("what", CHANGES)
def test_another_leader_of_the_group_changes_nothing(cast: Cast, what: str) -> None:
    from m4c.core.permissions import Role
    from tests.cast import make_account

    colleague = make_account(cast, "Rhian", "Lloyd", cast.cardiff, Role.LEADER)
    meeting = meeting_of(cast, held_on=TODAY if what in ("follow up", "reopen") else None)
    with pytest.raises(NotAllowed):
        CHANGES[what](meeting, colleague)
    CHANGES[what](meeting, cast.organiser)


def test_its_event_moves_to_the_day_it_was_held_and_back(cast: Cast) -> None:
    meeting = meeting_of(cast)
    hold_house_meeting(meeting=meeting, on=YESTERDAY, people_attending=5, by=cast.leader)
    assert (day_of(meeting.event), meeting.day) == (YESTERDAY, TODAY)
    reopen_house_meeting(meeting=meeting, by=cast.leader)
    assert day_of(meeting.event) == TODAY


def test_moved_to_another_day_its_event_moves_along(cast: Cast) -> None:
    meeting, other = meeting_of(cast), meeting_of(cast, day=TOMORROW)
    with pytest.raises(HouseMeetingRefused) as refused:
        rearrange_house_meeting(meeting=meeting, day=other.day, by=cast.leader)
    assert refused.value.field == "day"

    rearrange_house_meeting(meeting=meeting, day=YESTERDAY, by=cast.leader)
    assert (meeting.day, day_of(meeting.event)) == (YESTERDAY, YESTERDAY)
    hold_house_meeting(meeting=meeting, on=YESTERDAY, by=cast.leader)
    with pytest.raises(HouseMeetingRefused, match="still to come"):
        rearrange_house_meeting(meeting=meeting, day=TODAY, by=cast.leader)


def test_held_again_corrects_what_was_said(cast: Cast) -> None:
    meeting = meeting_of(cast)
    hold_house_meeting(
        meeting=meeting, on=TODAY, people_attending=9, next_step="Ring", next_step_by=TOMORROW, by=cast.leader
    )
    hold_house_meeting(meeting=meeting, on=TODAY, people_attending=11, by=cast.leader)
    assert (meeting.people_attending, meeting.next_step, figures(meeting)) == (11, "Ring", [(11, "")])
    hold_house_meeting(meeting=meeting, on=TODAY, next_step="", by=cast.leader)
    assert (meeting.people_attending, meeting.next_step, meeting.next_step_by) == (11, "", None)


def test_it_is_not_held_after_its_next_step_happened(cast: Cast) -> None:
    meeting = meeting_of(cast, day=YESTERDAY, held_on=YESTERDAY, followed_up_on=YESTERDAY)
    with pytest.raises(HouseMeetingRefused) as refused:
        hold_house_meeting(meeting=meeting, on=TODAY, by=cast.leader)
    assert refused.value.field == "held_on"


def test_called_off_with_its_event_who_came_counts_nowhere(cast: Cast) -> None:
    meeting, amal = meeting_of(cast), somebody(cast)
    record_attendance(event=meeting.event, person=amal, by=cast.organiser)
    call_off_house_meeting(meeting=meeting, at=NOW, by=cast.leader)

    assert (meeting.state, meeting.event.is_called_off) == ("called_off", True)
    assert Engagement.objects.filter(person=amal, kind="came").count() == 0
    with pytest.raises(HouseMeetingRefused, match="called off"):
        hold_house_meeting(meeting=meeting, on=TODAY, by=cast.leader)

    reopen_house_meeting(meeting=meeting, by=cast.leader)
    assert (meeting.state, meeting.event.is_called_off) == ("arranged", False)
    assert Engagement.objects.filter(person=amal, kind="came").count() == 1


@pytest.mark.parametrize("again", [{}, {"held_on": TODAY, "people_attending": 4}])
def test_told_again_after_it_was_called_off_it_is_on_with_its_event(cast: Cast, again: dict[str, Any]) -> None:
    meeting = meeting_of(cast)
    call_off_house_meeting(meeting=meeting, at=NOW, by=cast.leader)
    told = meeting_of(cast, **again)
    told.event.refresh_from_db()
    assert (told.called_off_on, told.event.is_called_off) == (None, False)


def test_what_was_held_is_not_called_off(cast: Cast) -> None:
    meeting = meeting_of(cast, held_on=TODAY)
    with pytest.raises(HouseMeetingRefused, match="cannot be called off"):
        call_off_house_meeting(meeting=meeting, at=NOW, by=cast.leader)


def test_taken_back_its_own_figure_goes_and_what_others_said_stays(cast: Cast) -> None:
    meeting = meeting_of(cast, held_on=TODAY, people_attending=9)
    count_heads(event=meeting.event, number=12, said_by="The Echo", by=cast.organiser)
    follow_up_house_meeting(meeting=meeting, on=TODAY, by=cast.leader)

    assert reopen_house_meeting(meeting=meeting, by=cast.leader).state == "held"
    assert reopen_house_meeting(meeting=meeting, by=cast.leader).state == "arranged"
    assert (meeting.people_attending, figures(meeting)) == (None, [(12, "The Echo")])
    assert Engagement.objects.filter(kind="hosted_house_meeting").count() == 0
    with pytest.raises(HouseMeetingRefused, match="nothing to take back"):
        reopen_house_meeting(meeting=meeting, by=cast.leader)


@pytest.mark.parametrize("said", [{"people_attending": 4}, {"followed_up_on": TODAY}])
def test_nothing_is_said_of_a_meeting_that_was_not_held(cast: Cast, said: dict[str, Any]) -> None:
    with pytest.raises(HouseMeetingRefused, match="held"):
        meeting_of(cast, **said)
    with pytest.raises(HouseMeetingRefused, match="held"):
        follow_up_house_meeting(meeting=meeting_of(cast), on=TODAY, by=cast.leader)
    with pytest.raises(HouseMeetingRefused, match="after"):
        follow_up_house_meeting(meeting=meeting_of(cast, held_on=TODAY), on=YESTERDAY, by=cast.leader)


def test_an_organiser_writes_nothing_into_another_groups_meeting(cast: Cast) -> None:
    olu = cast.person("leader_elsewhere")
    join(person=olu, group=cast.cardiff, by=cast.operator)
    record_house_meeting(group=cast.manchester, new=NewHouseMeeting(host=olu, day=TODAY), by=cast.leader_elsewhere)
    with pytest.raises(HouseMeetingRefused, match="cannot be written"):
        record_house_meeting(
            group=cast.cardiff, new=NewHouseMeeting(host=olu, day=TODAY, held_on=TODAY), by=cast.organiser
        )


def test_many_cost_the_same_as_few(cast: Cast, django_assert_num_queries) -> None:
    hosts = [somebody(cast, f"Host{number} Example") for number in range(5)]
    meeting_of(cast, by=cast.organiser)  # what an account holds is read once
    for some in (hosts[:1], hosts[1:]):
        rows = [NewHouseMeeting(host, TODAY, held_on=TODAY, people_attending=6) for host in some]
        with django_assert_num_queries(10):
            record_house_meetings(group=cast.cardiff, rows=rows, by=cast.organiser)


def test_many_come_in_their_order_and_a_rebuild_changes_nothing(cast: Cast) -> None:
    amal, bob = somebody(cast), somebody(cast, "Bob Hughes")
    rows = [
        NewHouseMeeting(bob, TODAY),
        NewHouseMeeting(amal, TODAY, held_on=YESTERDAY, people_attending=6),
        NewHouseMeeting(bob, TODAY, held_on=TODAY, people_attending=7),
    ]
    written = record_house_meetings(group=cast.cardiff, rows=rows, by=cast.organiser)
    assert [meeting.host for meeting in written] == [bob, amal, bob]
    assert [(meeting.state, meeting.people_attending) for meeting in written[:2]] == [("held", 7), ("held", 6)]
    assert rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}


def test_a_host_whom_one_cannot_see_is_not_named(cast: Cast) -> None:
    for host in (cast.person("leader_elsewhere"), cast.person("protected_member")):
        with pytest.raises(Unseen, match="whom you may see"):
            record_house_meeting(group=cast.cardiff, new=NewHouseMeeting(host, TODAY), by=cast.organiser)
        with pytest.raises(Unseen, match="whom you may see"):
            record_house_meetings(group=cast.cardiff, rows=[NewHouseMeeting(host, TODAY)], by=cast.organiser)
    assert HouseMeeting.objects.count() == 0
