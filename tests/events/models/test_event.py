"""Who sees an event: its group and those above, everybody a public one, and one for those invited only who must."""

from typing import Any

import pytest

from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import call_off_event
from tests.cast import PERSONAS, Cast
from tests.factories import NOW, gathering, seers, somebody

GROUP = {"member", "leader", "organiser", "editor", "treasurer", "protected_member"}
ABOVE = {"national_organiser", "data_protection"}
SEERS = {
    "public": set(PERSONAS),
    "group": GROUP | ABOVE,
    "invited": {"leader", "organiser"} | ABOVE,
}


@pytest.mark.parametrize("visibility", SEERS)
def test_who_sees_it(cast: Cast, visibility: str) -> None:
    assert seers(cast, gathering(cast, visibility=visibility)) == SEERS[visibility]


@pytest.mark.parametrize("visibility", ["group", "invited"])
def test_who_is_down_for_it_sees_it(cast: Cast, visibility: str) -> None:
    event = gathering(cast, cast.manchester, visibility=visibility)
    state = Attendance.State.ASKED
    record_attendance(event=event, person=cast.person("member"), state=state, by=cast.operator)
    assert event in Event.objects.visible_to(cast.fresh("member"))
    assert event not in Event.objects.visible_to(cast.leader)


def test_of_a_group_are_those_below_it_too(cast: Cast) -> None:
    here, below, elsewhere = gathering(cast), gathering(cast, cast.st_mellons), gathering(cast, cast.swansea)
    assert set(Event.objects.of_group(cast.cardiff)) == {here, below}
    assert set(Event.objects.of_group(cast.wales)) == {here, below, elsewhere}


def test_turnout_counts_who_came_and_who_said_yes(cast: Cast) -> None:
    event = gathering(cast)
    for name, state in (
        ("A Came", "came"),
        ("B Walk", "walk_in"),
        ("C Yes", "yes"),
        ("D Maybe", "maybe"),
        ("E No", "no"),
    ):
        record_attendance(event=event, person=somebody(cast, name), state=state, by=cast.organiser)
    counted: Any = Event.objects.with_turnout(cast.organiser).get(pk=event.pk)
    assert (counted.came, counted.said_yes) == (2, 1)


def test_turnout_leaves_out_who_is_kept_safe_but_for_her_contact(cast: Cast) -> None:
    """The organiser reads the number beside the names: one more would tell that she was there."""
    event, counted = gathering(cast), {}
    for persona in ("member", "protected_member"):
        record_attendance(event=event, person=cast.person(persona), by=cast.operator)
    for persona in ("organiser", "national_organiser", "member", "leader", "protected_member"):
        seen: Any = Event.objects.with_turnout(cast.fresh(persona)).get(pk=event.pk)
        counted[persona] = seen.came
    assert counted == {"organiser": 1, "national_organiser": 1, "member": 1, "leader": 2, "protected_member": 2}


def test_coming_and_past_part_at_a_moment(cast: Cast) -> None:
    past, now, ahead = gathering(cast, days=-1), gathering(cast), gathering(cast, days=1)
    assert list(Event.objects.coming(NOW)) == [now, ahead]
    assert list(Event.objects.past(NOW)) == [past]
    call_off_event(event=past, at=NOW, by=cast.organiser)
    assert list(Event.objects.held(NOW)) == []


def test_others_house_meetings_have_a_list_of_their_own(cast: Cast) -> None:
    party, ours, theirs = (
        gathering(cast, kind=kind) for kind in (Event.Kind.SOCIAL, Event.Kind.HOUSE_MEETING, Event.Kind.HOUSE_MEETING)
    )
    record_attendance(event=ours, person=cast.person("leader"), state="yes", by=cast.organiser)
    assert set(Event.objects.without_house_meetings(cast.leader)) == {party, ours}
    assert theirs in Event.objects.visible_to(cast.leader)
