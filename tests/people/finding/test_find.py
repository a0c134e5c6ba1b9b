"""The one search for people: what finds whom, in which order, and never anybody whom the account may not see."""

from collections.abc import Callable
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from m4c.core.labels import Label
from m4c.people.acting.whom import people_meant
from m4c.people.finding import find as module
from m4c.people.finding.find import find
from m4c.people.models import Findable, Person
from m4c.people.operations.membership import leave
from m4c.people.operations.person import edit_person
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast

Add = Callable[..., Person]


def names(cast: Cast, typed: str, persona: str = "organiser", **more: object) -> list[str]:
    return [person.name for person in find(cast.fresh(persona), typed, **more)]  # type: ignore[arg-type]


FINDS = [
    "sian",
    "SIÂN",
    "ian",  # inside a word
    "szymanski",
    "Szymański",
    "zym",
    "s",  # the beginning of a word
    "sz",
    "szymanski sian",
    "sia zyman",
    "minnie",  # known as
    "min",
    "sian.sz@example.org",
    "Sian.SZ@example",
    "sz@ex",
    "+44 7700 900 123",
    "07700 900123",
    "07700-900-123",
    "900 123",
    "00447700900123",
    "CF3 0LN",
    "cf30ln",
    "cf3",
    "sian cf3",
    "szymanski 07700",
]
SLIPS = ["szymansk", "szymannski", "szymaski", "sxymanski", "zsymanski", "szyamnski", "minie", "saan", "sain", "siian"]
FINDS_NOBODY = [
    "ymansk shaun",
    "an",
    "i",
    "kit",
    "07700 900 124",
    "sian cf4",
    "b@example.org",
    "sxymanxki",
    "%",
    "_",
    "*",
]


@pytest.fixture
def sian(cast: Cast, add: Add) -> Person:
    given = {"emails": ["sian.sz@example.org"], "phones": ["+447700900123"], "postcode": "CF3 0LN"}
    person = add("Siân Szymański", cast.cardiff, **given)
    return edit_person(person=person, values={"known_as": "Minnie"}, by=cast.organiser)


@pytest.mark.parametrize("typed", [*FINDS, *SLIPS])
def test_finds_by_any_part_in_any_order_and_with_one_slip(cast: Cast, sian: Person, typed: str) -> None:
    assert sian.name in names(cast, typed)


@pytest.mark.parametrize("typed", FINDS_NOBODY)
def test_finds_nobody_by_what_is_not_theirs(cast: Cast, sian: Person, typed: str) -> None:
    assert sian.name not in names(cast, typed)


def test_words_come_before_beginnings_before_parts_before_slips_and_each_by_name(cast: Cast, add: Add) -> None:
    for name in ("Joanna Lund", "Hanna Bevan", "Anna Woods", "Annabel Cook", "Anne Doe", "Anna Adams", "Enna Zola"):
        add(name, cast.cardiff)
    found = names(cast, "anna")
    in_order = ["Anna Adams", "Anna Woods", "Annabel Cook", "Hanna Bevan", "Joanna Lund", "Anne Doe", "Enna Zola"]
    assert [name for name in found if name in in_order] == in_order
    assert names(cast, "anna", first=2) == ["Anna Adams", "Anna Woods"]


def test_slips_fill_up_the_first_page_and_no_more_is_meant_by_its_address(cast: Cast, add: Add) -> None:
    for name in ("Anna Woods", "Anna Adams", "Anne Doe", "Enna Zola"):
        add(name, cast.cardiff)
    for first, shown in ((2, ["Anna Adams", "Anna Woods"]), (3, ["Anna Adams", "Anna Woods", "Anne Doe"])):
        with patch.object(module, "FIRST", first):
            assert names(cast, "anna", first=first) == shown
            assert names(cast, "anna", first=2_000) == shown
            assert {person.name for person in people_meant(cast.fresh("organiser"), "q=anna")} == set(shown)


def test_nobody_comes_who_is_not_seen(cast: Cast, sian: Person, add: Add) -> None:
    for persona in ("organiser", "national_organiser"):
        assert names(cast, "szymanski", persona) == [sian.name]
    for persona in ("organiser_elsewhere", "coalition_organiser", "member", "leader"):
        assert names(cast, "szymanski", persona) == []
    met = add("Zuzanna Szymański", cast.cardiff, met_by=cast.person("leader"))
    assert names(cast, "szymanski", "leader") == [met.name]


def test_whoever_is_kept_safe_is_found_by_her_contact_alone(cast: Cast, sian: Person, now) -> None:
    keep_safe(person=sian, at=now, contact=cast.person("leader"), by=cast.organiser)
    personas = ("leader", "organiser", "national_organiser", "safeguarding", "organiser_elsewhere", "admin")
    assert [names(cast, "szymanski", persona) for persona in personas] == [[sian.name], [], [], [], [], []]


def test_former_members_are_found_in_the_group_they_left(cast: Cast, sian: Person, now) -> None:
    for membership in sian.memberships.all():
        leave(membership=membership, on=now.date(), by=cast.organiser)
    assert names(cast, "szymanski") == [sian.name]


@pytest.mark.parametrize(("many", "in_up_to"), [(2, 7_000), (2, 0), (2_000, 7_000)])
def test_it_finds_the_same_whichever_is_fewer(cast: Cast, add: Add, many: int, in_up_to: int) -> None:
    for number in range(6):
        add(f"Quentin Quigley{'abcdef'[number]}", cast.st_mellons)
        add(f"Quentin Quigley{'ghijkl'[number]}", cast.manchester)
    with patch.object(module, "MANY", many if in_up_to else 50), patch.object(module, "IN_UP_TO", in_up_to):
        assert names(cast, "quigley") == [f"Quentin Quigley{letter}" for letter in "abcdef"]
        assert names(cast, "quigley", group=cast.st_mellons) == names(cast, "quigley")
        assert len(names(cast, "quentin", "national_organiser", first=2)) == 2


def test_of_words_too_common_the_first_on_record_are_looked_at(cast: Cast, add: Add) -> None:
    for letter in "edcba":
        add(f"Quentin Quigley{letter}", cast.cardiff)
    with patch.object(module, "MANY", 2), patch.object(module, "IN_UP_TO", 0):
        assert names(cast, "quentin") == ["Quentin Quigleyd", "Quentin Quigleye"]
        assert names(cast, "quentin quigleya", first=1) == ["Quentin Quigleya"]


AWKWARD = [
    "'",
    '"',
    "a:b",
    "NEAR(",
    "a AND",
    "* ^ -",
    "\x00",
    "😀",
    "%",
    "_",
    "\\",
    "a" * 10_000,
    "x " * 5_000,
    "@",
    "٣",
]


@pytest.mark.parametrize("typed", AWKWARD)
def test_no_sign_breaks_it(cast: Cast, typed: str) -> None:
    assert isinstance(names(cast, typed), list)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=40))
def test_no_text_breaks_it(cast: Cast, sian: Person, typed: str) -> None:
    account = cast.organiser
    assert len(find(account, typed)) <= 50
    assert len(find(account, f"sian {typed}@{typed}")) <= 50


def test_whoever_has_a_name_in_another_script_is_found(cast: Cast, add: Add) -> None:
    for name in ("Мария Петрова", "محمد علي", "दीपिका सिंह"):
        person = add(name, cast.cardiff)
        for word in name.split():
            assert names(cast, word) == [person.name]


def test_it_takes_few_statements_however_many_are_found(cast: Cast, add: Add, django_assert_max_num_queries) -> None:
    for letter in "abcdefgh":
        add(f"Quentin Quigley{letter}", cast.cardiff)
    account = cast.fresh("organiser")
    assert account.held
    with django_assert_max_num_queries(5):
        assert len(find(account, "quigley")) == 8


def test_what_is_found_by_is_labelled_as_identity() -> None:
    assert Findable.labels["text"].label is Label.IDENTITY
