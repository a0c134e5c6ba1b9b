"""Pages follow from one row to the next, forward and back, and lose nobody on the way."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import QueryDict

from m4c.core.pages import Page, page_of, row_at
from m4c.events.models import Event
from m4c.events.models.event import EventQuerySet
from tests.cast import Cast
from tests.factories import NOW, gathering

LATER, EARLIER = EventQuerySet.later_than, EventQuerySet.earlier_than


def page(found: Any, address: str = "") -> Page[Event]:
    return page_of(
        found, QueryDict(address.lstrip("?")), after=LATER, before=EARLIER, kept={"kind": "", "of": "x"}, size=2
    )


def titles(shown: Page[Event]) -> list[str]:
    return [event.title for event in shown.rows]


@pytest.fixture
def found(cast: Cast) -> Any:
    """Five events in the order of time, two of them at one moment."""
    for number, days in enumerate((1, 2, 2, 3, 4)):
        gathering(cast, days=days, title=f"Event {number}")
    return Event.objects.coming(NOW - timedelta(days=1))


def test_each_page_leads_to_the_next_and_back(found: Any) -> None:
    first = page(found)
    second = page(found, first.older)
    third = page(found, second.older)
    assert [titles(each) for each in (first, second, third)] == [
        ["Event 0", "Event 1"],
        ["Event 2", "Event 3"],
        ["Event 4"],
    ]
    assert (first.newer, third.older) == ("", "")

    back = page(found, third.newer)
    assert titles(back) == titles(second)
    assert titles(page(found, back.newer)) == titles(first)
    assert page(found, back.newer).newer == ""


def test_addresses_carry_along_what_was_asked(found: Any) -> None:
    assert page(found).older.startswith("?kind=&of=x&after=")


@pytest.mark.parametrize("address", ["after=nonsense", "before=01a2000f-0000-7000-8000-000000000000", "after="])
def test_an_unknown_row_is_the_first_page(found: Any, address: str) -> None:
    assert titles(page(found, address)) == ["Event 0", "Event 1"]


def test_a_list_of_nothing_has_no_pages(cast: Cast) -> None:
    empty = page(Event.objects.coming(NOW))
    assert (empty.rows, empty.newer, empty.older) == ([], "", "")


def test_a_page_takes_one_query_and_one_for_the_row(found: Any, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        first = page(found)
    with django_assert_num_queries(2):
        page(found, first.older)


def test_a_row_out_of_the_list_is_none(cast: Cast, found: Any) -> None:
    called_off = gathering(cast, days=-30)
    assert row_at(found, str(called_off.uid)) is None
