"""The filter of the list of people by attendance: how often, in which period, and only at events that one may see."""

from typing import Any

import pytest

from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import record_attendance
from m4c.people.models import Person
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, gathering, somebody
from tests.people.filters.listing import asked, found


@pytest.fixture
def amal(cast: Cast) -> Person:
    """Came to three meetings in Cardiff: five, forty and four hundred days ago, and said yes to a fourth."""
    amal = somebody(cast)
    for days in (-5, -40, -400):
        record_attendance(event=gathering(cast, days=days), person=amal, by=cast.operator)
    record_attendance(event=gathering(cast, days=5), person=amal, state=Attendance.State.YES, by=cast.operator)
    return amal


def test_by_how_often(cast: Cast, amal: Person) -> None:
    assert [found(cast, came=times) for times in (1, 3, 4)] == [["Amal"], ["Amal"], []]


def test_in_a_period_with_both_its_days(cast: Cast, amal: Person) -> None:
    assert (found(cast, came=2, since="2026-08-26"), found(cast, came=2, since="2026-08-27")) == (["Amal"], [])
    assert (found(cast, until="2025-08-31"), found(cast, until="2025-08-30")) == (["Amal"], [])
    assert found(cast, came=1, since="2026-09-30", until="2026-09-30") == ["Amal"]


def test_in_words(cast: Cast) -> None:
    assert asked(cast, came=2, since="2026-06-01").in_words == "came 2 times or more since 1 June 2026"
    assert asked(cast, until="2026-06-01").in_words == "came at least once until 1 June 2026"


def test_only_at_events_that_one_may_see(cast: Cast) -> None:
    amal = somebody(cast)
    hidden = gathering(cast, cast.manchester, days=-5, visibility=Event.Visibility.INVITED)
    record_attendance(event=hidden, person=amal, by=cast.operator)
    assert found(cast, came=1) == []
    assert found(cast, "national_organiser", came=1) == ["Amal"]


def test_nobody_kept_safe_and_nobody_from_elsewhere(cast: Cast, amal: Person) -> None:
    assert found(cast, "leader_elsewhere", came=1) == []
    keep_safe(person=amal, by=cast.organiser, at=NOW)
    assert found(cast, came=1) == []


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ({"came": "often"}, "Came at least so many times: Enter a whole number."),
        ({"since": "31 June"}, "Since: Enter a valid date."),
        ({"since": "0001-01-01"}, "Since: Ensure this value is greater than or equal to 1900-01-01."),
        ({"until": "9999-12-31"}, "Until: Ensure this value is less than or equal to 2999-12-31."),
        (
            {"came": 1, "since": "2026-06-02", "until": "2026-06-01"},
            "Came at least so many times: The last day is before the first.",
        ),
    ],
)
def test_nonsense_is_told(cast: Cast, address: dict[str, Any], sentence: str) -> None:
    assert asked(cast, **address).problems == [sentence]
