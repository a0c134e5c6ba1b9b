"""A series of somebody else's meetings: each of its events keeps whose it is and who chairs it."""

from datetime import time

import pytest

from m4c.events.models import Event, OutsideHost, Series
from m4c.events.operations.event_plan import EventRefused
from m4c.events.operations.outside_host import say_whose_meeting
from m4c.events.operations.series import NewSeries, change_series, start_series
from tests.cast import Cast
from tests.factories import TODAY


def started(cast: Cast, **more: object) -> Series:
    facts = {"kind": "others", "title": "Police forum", "rule": "FREQ=WEEKLY;BYDAY=MO", "first_on": TODAY}
    facts |= {"starts": time(19), "held_by": " South Wales Police ", "chair": "Chief Inspector Rees"}
    return start_series(group=cast.cardiff, new=NewSeries(**(facts | more)), today=TODAY, by=cast.leader)  # type: ignore[arg-type]


def hosts(series: Series) -> set[tuple[str, str]]:
    events = Event.objects.filter(series=series)
    found = OutsideHost.objects.filter(event__in=events)
    assert found.count() in (0, events.count())
    return set(found.values_list("body", "chair"))


def test_each_event_keeps_whose_it_is_and_who_chairs_it(cast: Cast) -> None:
    assert hosts(started(cast)) == {("South Wales Police", "Chief Inspector Rees")}


def test_its_events_follow_but_for_one_that_was_said_alone(cast: Cast) -> None:
    series = started(cast)
    first, second = Event.objects.filter(series=series).order_by("starts_at")[:2]
    say_whose_meeting(event=first, body="The mayor", chair="Somebody", by=cast.leader)
    say_whose_meeting(
        event=second, body="South Wales Police", chair="Chief Inspector Rees", panel="A nurse", by=cast.leader
    )
    change_series(series=series, values={"chair": "Superintendent Pugh"}, today=TODAY, by=cast.leader)
    told = {host.event_id: (host.body, host.chair, host.panel) for host in OutsideHost.objects.all()}
    assert told[first.pk] == ("The mayor", "Somebody", "")
    assert told[second.pk] == ("South Wales Police", "Superintendent Pugh", "A nurse")
    assert len(set(told.values())) == 3


@pytest.mark.parametrize("facts", [{"kind": "social"}, {"held_by": " "}])
def test_a_meeting_of_our_own_and_a_chair_of_nobodys_are_refused(cast: Cast, facts: dict[str, str]) -> None:
    with pytest.raises(EventRefused) as refused:
        started(cast, **facts)
    assert refused.value.field == "held_by"


def test_a_series_of_our_own_has_no_host(cast: Cast) -> None:
    assert hosts(started(cast, kind="social", held_by="", chair="")) == set()
