"""The plan of an event: kept as given, refused where it makes no sense, and told to calendars and to those coming."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.events.models import CoHost, Event
from m4c.events.operations.event import call_off_event, edit_event, put_event_back, set_day
from m4c.events.operations.event_plan import EventRefused
from m4c.people.operations.group import end_group
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.factories import NOW, TODAY, gathering, seers, somebody

PLAN: dict[str, Any] = {
    "details": "Bring a chair.",
    "link": "https://meet.example.org/room",
    "capacity": 40,
    "target": 30,
    "access": ("food", "step_free"),
    "language": "en cy",
}


def changed(event: Event) -> tuple[int, bool]:
    """Its sequence, and whether those coming are to be told."""
    event.refresh_from_db()
    return event.sequence, event.is_untold


def test_the_plan_is_kept_in_our_own_order(cast: Cast) -> None:
    event = gathering(cast, contact=cast.person("leader"), **PLAN)
    event.refresh_from_db()
    kept = {name: getattr(event, name) for name in PLAN}
    assert kept == PLAN | {"access": ["step_free", "food"]}
    assert (event.contact, event.sequence, event.is_untold) == (cast.person("leader"), 0, False)


@pytest.mark.parametrize(
    "values",
    [{"link": "javascript:alert(1)"}, {"capacity": 0}, {"target": 0}, {"access": ["a pony"]}, {"language": "xx"}],
)
def test_a_plan_that_makes_no_sense_is_refused_beside_its_field(cast: Cast, values: dict[str, object]) -> None:
    with pytest.raises(EventRefused) as refused:
        edit_event(event=gathering(cast), values=values, by=cast.leader)
    assert refused.value.field == next(iter(values))


@pytest.mark.parametrize(
    ("values", "is_told"),
    [
        ({"starts_at": NOW + timedelta(hours=1)}, True),
        ({"place": "The library"}, True),
        ({"link": "https://meet.example.org/room"}, True),
        ({"title": "Lights on"}, False),
        ({"details": "Bring a chair."}, False),
    ],
)
def test_what_calendars_must_see_raises_the_sequence_by_one(
    cast: Cast, values: dict[str, object], is_told: bool
) -> None:
    event = gathering(cast)
    edit_event(event=event, values=values, by=cast.leader)
    assert changed(event) == (1, is_told)
    edit_event(event=event, values=values, by=cast.leader)
    assert changed(event) == (1, is_told)


def test_what_calendars_do_not_show_leaves_the_sequence(cast: Cast) -> None:
    event = gathering(cast)
    edit_event(event=event, values={"capacity": 40, "target": 30, "access": ["bsl"]}, by=cast.leader)
    assert changed(event) == (0, False)


def test_calling_off_and_putting_back_are_to_be_told_each_time(cast: Cast) -> None:
    event = gathering(cast)
    call_off_event(event=event, at=NOW, why=" The hall is flooded. ", by=cast.leader)
    assert (changed(event), event.called_off_why) == ((1, True), "The hall is flooded.")
    put_event_back(event=event, by=cast.leader)
    assert (changed(event), event.called_off_why) == ((2, True), "")


def test_a_day_set_elsewhere_is_seen_by_calendars_too(cast: Cast) -> None:
    event = gathering(cast)
    set_day(event, TODAY + timedelta(days=21))  # over the change of clocks
    assert (changed(event)[0], event.starts_at) == (1, NOW + timedelta(days=21, hours=1))


def test_the_people_of_a_co_host_see_the_event(cast: Cast) -> None:
    event = gathering(cast)
    assert "organiser_elsewhere" not in seers(cast, event)
    edit_event(event=event, values={"co_hosts": [cast.manchester]}, by=cast.leader)
    assert {"organiser_elsewhere", "leader_elsewhere"} <= seers(cast, event)
    edit_event(event=event, values={"visibility": "invited"}, by=cast.leader)
    assert "organiser_elsewhere" not in seers(cast, event)


def test_a_co_host_is_told_where_a_home_is(cast: Cast) -> None:
    event = gathering(cast, at_home=True, place="12 Elm Street", co_hosts=(cast.manchester,))
    seen = Event.objects.visible_to(cast.organiser_elsewhere).with_place(cast.organiser_elsewhere).get(pk=event.pk)
    assert seen.place_told == "12 Elm Street"


def test_co_hosts_are_those_named_and_no_others(cast: Cast) -> None:
    event = gathering(cast, co_hosts=(cast.manchester, cast.cardiff))
    assert list(CoHost.objects.filter(event=event).values_list("group", flat=True)) == [cast.manchester.pk]
    edit_event(event=event, values={"co_hosts": [cast.norwich]}, by=cast.leader)
    assert list(CoHost.objects.filter(event=event).values_list("group", flat=True)) == [cast.norwich.pk]


def test_what_a_group_holds_with_another_is_among_its_events(cast: Cast) -> None:
    event = gathering(cast, co_hosts=(cast.manchester,))
    assert event in Event.objects.of_group(cast.manchester)


def test_a_group_that_has_ended_holds_nothing(cast: Cast) -> None:
    end_group(group=cast.norwich, on=TODAY, by=cast.operator)
    with pytest.raises(EventRefused, match="has ended"):
        edit_event(event=gathering(cast), values={"co_hosts": [cast.norwich]}, by=cast.leader)


def test_whom_to_ask_is_somebody_whom_one_may_see(cast: Cast) -> None:
    stranger = somebody(cast, group=cast.manchester)
    with pytest.raises(Unseen):
        edit_event(event=gathering(cast), values={"contact": stranger}, by=cast.leader)
