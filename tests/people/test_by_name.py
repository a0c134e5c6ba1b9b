"""People whom a filter finds, a page at a time, and how many they are."""

from typing import Any

import pytest
from django.http import QueryDict

from m4c.core.pages import page_read
from m4c.people import by_name
from m4c.people.by_name import Filtered, listed
from m4c.people.operations.person import NewPerson, add_people
from tests.cast import Cast

NAMES = ["Ann", "Bet", "Cai", "Dai", "Eds"]


@pytest.fixture
def filtered(cast: Cast) -> Any:
    """Makes, anew each time, the people called Bevan whom an organiser sees."""
    add_people(group=cast.st_mellons, rows=[NewPerson(name, "Bevan") for name in NAMES], by=cast.operator)
    return lambda: Filtered(listed(cast.organiser, None).filter(family_name="Bevan"))


@pytest.mark.parametrize("many", [5_000, 4])
def test_pages_go_on_both_ways_and_each_knows_how_many_there_are(
    filtered: Any, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_name, "MANY", many)
    seen, address = [], ""
    for _page in range(3):
        found = filtered()
        page = page_read(found, QueryDict(address.lstrip("?")), kept=None, size=2)
        seen.append(([person.given_name for person in page.rows], found.count()))
        address, back = page.older, page.newer
    assert seen == [(["Ann", "Bet"], 5), (["Cai", "Dai"], 5), (["Eds"], 5)]
    assert address == ""
    before = page_read(filtered(), QueryDict(back.lstrip("?")), kept=None, size=2)
    assert [person.given_name for person in before.rows] == ["Cai", "Dai"]


def test_a_first_page_is_looked_for_and_counted_in_two_statements(
    filtered: Any, django_assert_num_queries: Any
) -> None:
    found = filtered()
    with django_assert_num_queries(2):
        page = page_read(found, QueryDict(""), kept=None, size=50)
        assert (len(page.rows), found.count()) == (5, 5)


def test_of_nobody_there_are_none(filtered: Any) -> None:
    nobody = Filtered(filtered().found.filter(given_name="Zac"))
    assert (page_read(nobody, QueryDict(""), kept=None, size=50).rows, nobody.count()) == ([], 0)
