"""Conditions by SQL that is written once: they say what the ORM's own say, at any column, within any query."""

import pytest
from django.db.models import Q

from m4c.people.models import Account, Group, Membership, Person, Relationship
from m4c.people.sight import hidden_from, known_to, members_below, seen_by
from m4c.people.written import Sql, among, below, by_sql, either, found_in, found_in_none, one_of
from tests.cast import Cast


def ids(condition: Q) -> list[int]:
    return list(Person.objects.filter(condition).order_by("pk").values_list("pk", flat=True))


def members(cast: Cast) -> list[int]:
    return list(
        Person.objects.filter(memberships__group=cast.cardiff).order_by("pk").distinct().values_list("pk", flat=True)
    )


@pytest.mark.parametrize("write", [among, found_in])
def test_rows_say_who_is_meant(cast: Cast, write):
    rows = Membership.objects.filter(group=cast.cardiff)
    assert ids(by_sql("pk", write(rows))) == members(cast) != []


def test_none_of_the_rows_leaves_the_others(cast: Cast):
    rows = Membership.objects.filter(group=cast.cardiff)
    here, there = ids(by_sql("pk", found_in(rows))), ids(by_sql("pk", found_in_none(rows)))
    assert sorted(here + there) == ids(Q())
    assert ids(~by_sql("pk", found_in_none(rows))) == here


def test_a_column_that_holds_nothing_is_among_none(cast: Cast):
    everybody = Membership.objects.all()
    accounts = Account.objects.filter(person=None)
    assert accounts.filter(by_sql("person", found_in_none(everybody))).count() == accounts.count() > 0
    assert not accounts.filter(by_sql("person", found_in(everybody))).exists()


def test_ids_are_taken_as_they_are(cast: Cast):
    here = members(cast)
    assert ids(by_sql("pk", one_of(here))) == here
    assert ids(by_sql("pk", one_of([]))) == []


def test_rows_and_ids_are_one_list(cast: Cast):
    here = members(cast)
    others = [pk for pk in ids(Q()) if pk not in here]
    rows = Membership.objects.filter(group=cast.cardiff)
    condition = by_sql("pk", among(rows, ids=others[:1]))
    assert ids(condition) == sorted([*here, others[0]])
    assert " OR " not in str(Person.objects.filter(condition).query)


def test_either_takes_what_one_of_them_takes(cast: Cast):
    here = members(cast)
    assert ids(by_sql("pk", either(one_of(here[:1]), one_of(here[1:])))) == here


def test_below_is_a_range_and_nothing_lies_below_nothing(cast: Cast):
    inside = by_sql("parent__path", below([cast.cardiff.path], [cast.cardiff.path_end]))
    roots = Group.objects.filter(parent=None)
    assert list(Group.objects.filter(inside)) == list(Group.objects.filter(parent__path__startswith=cast.cardiff.path))
    assert roots.exclude(inside).count() == roots.count() > 0


def test_conditions_stand_in_queries_of_queries_over_the_same_table(cast: Cast):
    rows = Membership.objects.filter(group=cast.cardiff)
    same = Membership.objects.filter(by_sql("person", among(rows)))
    within = Person.objects.filter(pk__in=same.values("person")).order_by("pk")
    assert list(within.values_list("pk", flat=True)) == members(cast)


@pytest.mark.parametrize(
    "sql",
    [
        hidden_from(7),
        known_to(7),
        members_below(("a", "b"), True),
        members_below(("a",), False),
        seen_by(7, ("a", "b"), True, True),
        seen_by(7, ("a",), False, True),
        seen_by(7, (), False, False),
        seen_by(None, ("a",), False, True),
    ],
)
def test_what_is_kept_of_sight_depends_on_its_key_alone(sql: Sql):
    # A day or an id read from the database among the parameters would be stale the next time.
    assert set(sql[1]) <= {7, "a", "b", "azzzzzz", "bzzzzzz"}


def test_two_columns_of_one_row_are_asked_each(cast: Cast):
    condition = by_sql("person", one_of([1])) & by_sql("other", one_of([2]))
    sql = str(Relationship.objects.filter(condition).order_by().query)
    assert '"people_relationship"."person_id" IN (1)' in sql
    assert '"people_relationship"."other_id" IN (2)' in sql
