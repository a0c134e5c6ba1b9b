"""What a list of people is filtered by: each part by itself and together, by what the account may see alone."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from m4c.people.filters import Filter
from m4c.people.models import Engagement, Group, Person
from tests.cast import Cast


@pytest.fixture
def amal(cast: Cast, add: Callable[..., Person]) -> Person:
    return add("Amal Yusuf", cast.cardiff, postcode="CF3 0LN")


def engage(person: Person, group: Group, at: datetime, kind: str = "came") -> None:
    number = Engagement.objects.count()
    Engagement.objects.create(
        kind=kind, person=person, at=at, group=group, source_type="events.attendance", source_id=9_000 + number
    )


def lets_through(cast: Cast, now: datetime, wanted: Filter, persona: str = "organiser") -> list[str]:
    account = cast.fresh(persona)
    people = Person.objects.visible_to(account).filter(wanted.condition(account, now), family_name="Yusuf")
    return [person.given_name for person in people]


FORMS = [("cf3", True), ("CF3 0", True), ("cf30", True), ("cf30ln", True), ("CF3 0LN", True), ("c", True)]
OTHERS = [("cf31", False), ("CF 30", True), ("f3", False), ("cf4", False), ("%", False)]


@pytest.mark.parametrize(("typed", "is_through"), FORMS + OTHERS)
def test_by_the_beginning_of_a_postcode(cast: Cast, amal: Person, now: datetime, typed: str, is_through: bool) -> None:
    assert lets_through(cast, now, Filter(postcode=typed)) == (["Amal"] if is_through else [])


def test_by_how_often_they_came_in_a_year(cast: Cast, amal: Person, now: datetime) -> None:
    for days in (10, 20, 400):
        engage(amal, cast.cardiff, now - timedelta(days=days))
    engage(amal, cast.cardiff, now, kind="signed")
    found = [lets_through(cast, now, Filter(came=times)) for times in (1, 2, 3)]
    assert found == [["Amal"], ["Amal"], []]


def test_by_how_long_nobody_was_in_touch(cast: Cast, amal: Person, now: datetime) -> None:
    assert lets_through(cast, now, Filter(quiet=90)) == ["Amal"]
    engage(amal, cast.cardiff, now - timedelta(days=89), kind="held_one_to_one")
    assert (lets_through(cast, now, Filter(quiet=90)), lets_through(cast, now, Filter(quiet=80))) == ([], ["Amal"])


def test_all_together(cast: Cast, amal: Person, now: datetime, add: Callable[..., Person]) -> None:
    for days in (100, 120):
        engage(amal, cast.cardiff, now - timedelta(days=days))
        engage(add("Bet Yusuf", cast.cardiff), cast.cardiff, now - timedelta(days=days))
    wanted = Filter(postcode="CF3", came=2, quiet=90)
    assert (lets_through(cast, now, wanted), wanted.words) == (
        ["Amal"],
        {"postcode": "CF3", "came": "2", "quiet": "90"},
    )


def test_only_by_engagements_that_one_sees(cast: Cast, amal: Person, now: datetime) -> None:
    engage(amal, cast.manchester, now - timedelta(days=10))
    wanted = Filter(came=1)
    assert (lets_through(cast, now, wanted), lets_through(cast, now, wanted, "national_organiser")) == ([], ["Amal"])


def test_nothing_set_lets_everybody_through(cast: Cast, amal: Person, now: datetime) -> None:
    assert (lets_through(cast, now, Filter()), Filter().is_set) == (["Amal"], False)
