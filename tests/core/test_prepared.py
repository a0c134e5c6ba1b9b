"""Prepared statements: built once for what arguments have in common, and filled in for what they have not."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Q, QuerySet

from m4c.core import prepared as module
from m4c.core.prepared import kept_by, padded, prepared
from m4c.people.models import Account, Group, Membership, Person
from m4c.people.sight import any_of
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def anew() -> None:
    kept_by(connections[DEFAULT_DB_ALIAS]).clear()


@prepared
def named(name: str, others: list[int], is_living: bool) -> QuerySet[Person]:
    """People of this name but these."""
    people = Person.objects.filter(given_name=name).exclude(pk__in=others).order_by("pk")
    return people.filter(died_on=None) if is_living else people


@prepared
def of_any_name(names: list[list[str]], places: range) -> QuerySet[Person]:
    """The first people of one of these names, as many as there are places."""
    wanted = any_of(Q(given_name__in=each) for each in names)
    return Person.objects.filter(wanted).order_by("given_name", "pk")[: len(places)]


@prepared
def groups_of(person: int) -> QuerySet[Membership]:
    """Their memberships, with the groups."""
    return Membership.objects.filter(person=person).select_related("group").order_by("pk")


@prepared
def met_since(since: datetime) -> QuerySet[Person, str]:
    """Names of people met since then."""
    return Person.objects.filter(made_at__gte=since).order_by("pk").values_list("given_name", flat=True)


@prepared
def with_groups(name: str) -> QuerySet[Person]:
    """People of this name, with their memberships."""
    return Person.objects.filter(given_name=name).prefetch_related("memberships__group")


@prepared
def none_of(name: str) -> QuerySet[Person]:
    """Nobody."""
    return Person.objects.filter(given_name=name, pk__in=[])


@prepared
def seen_in(account: Account, group: Group) -> QuerySet[Person]:
    """Whom an account sees of a group."""
    return Person.objects.visible_to(account).in_group(group)


@prepared
def decided(name: str) -> QuerySet[Person]:
    """What may not be written: something is decided by the value."""
    return Person.objects.filter(given_name=name) if name == "Siân" else Person.objects.none()


def test_rows_are_those_that_the_queryset_holds(cast: Cast) -> None:
    bethan = cast.person("leader")
    assert named("Bethan", [], True) == [bethan]
    assert named("Bethan", [bethan.pk], True) == []
    assert named("Bethan'; --", [], True) == []


def test_a_statement_is_built_once_for_each_shape_of_arguments(cast: Cast) -> None:
    for name, others, is_living in (("Bethan", [1], True), ("Owen", [2], True), ("Owen", [2, 3], True)):
        named(name, others, is_living)
    assert len(kept_by(connections[DEFAULT_DB_ALIAS])) == 2


def test_a_statement_holds_nothing_of_the_values_it_was_built_for(cast: Cast) -> None:
    named("Siân", [], False)
    assert [each.given_name for each in named("Bethan", [], False)] == ["Bethan"]


def test_a_list_of_lists_is_taken_apart_and_its_lengths_are_of_the_shape(cast: Cast) -> None:
    assert [each.given_name for each in of_any_name([["Bethan", "Rees"], ["Owen"]], range(1))] == ["Bethan"]
    assert [each.given_name for each in of_any_name([["Bethan'", '"--'], ["Bethan"]], range(1))] == ["Bethan"]
    assert len(of_any_name([["Bethan", "Rees"], ["Bethan"]], range(9))) == 1
    assert of_any_name([["Bethan"]], range(0)) == []
    assert len(kept_by(connections[DEFAULT_DB_ALIAS])) == 3


def test_rows_have_what_is_read_along_with_them(cast: Cast, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        assert [each.group.name for each in groups_of(cast.person("leader").pk)] == [cast.cardiff.name]


def test_rows_may_be_read_with_others_of_theirs(cast: Cast, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(3):
        found = [each.group for person in with_groups("Bethan") for each in person.memberships.all()]
    assert found == [cast.cardiff]


def test_times_and_single_values_are_read_as_the_orm_reads_them(cast: Cast) -> None:
    newest = Person.objects.order_by("-made_at").values_list("made_at", "given_name")[0]
    assert newest[1] in met_since(newest[0])
    assert met_since(newest[0] + timedelta(days=1)) == []


def test_what_nothing_fulfils_asks_the_database_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert none_of("Siân") == []


def test_nothing_is_decided_by_a_value() -> None:
    with pytest.raises(TypeError, match="'name' is filled in later"):
        decided("Siân")


def test_each_account_sees_its_own_by_the_statement_that_others_share(cast: Cast) -> None:
    for name in ("organiser", "organiser_elsewhere", "leader", "admin", "member", "safeguarding"):
        account = cast.fresh(name)
        for group in (cast.cardiff, cast.manchester, cast.movement):
            assert seen_in(account, group) == list(Person.objects.visible_to(account).in_group(group))
    organisers = [cast.fresh(name).outline("account").shape for name in ("organiser", "organiser_elsewhere")]
    assert organisers[0] == organisers[1]


def test_a_list_of_a_length_that_hardly_comes_again_is_asked_as_the_orm_writes_it(cast: Cast) -> None:
    assert named("Bethan", [*range(-module.LONGEST, 1)], True) == [cast.person("leader")]
    assert not kept_by(connections[DEFAULT_DB_ALIAS])


def test_what_was_not_asked_for_longest_goes_when_there_are_too_many(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    connection = connections[DEFAULT_DB_ALIAS]
    for others in ([1], [1, 2], [1], [1, 2, 3]):
        named("Bethan", others, True)
    others_kept = [len(statement.params) - 1 for statement in kept_by(connection).values()]
    assert others_kept == [1, 3]


@pytest.mark.parametrize(
    ("ids", "as_asked"),
    [([], []), ([7], [7]), ([7, 8], [7, 8]), ([7, 8, 9], [7, 8, 9, 9]), ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 5, 5, 5])],
)
def test_lists_of_about_one_length_are_asked_alike(ids: list[int], as_asked: list[int]) -> None:
    assert padded(ids) == as_asked
