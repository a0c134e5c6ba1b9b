"""Asking, leaving and seats come along when two people, or two groups, are made one."""

from datetime import date, datetime
from typing import Any

import pytest

from m4c.people.models import Delegate, Group, JoinRequest, Leaving, MemberBody, Membership, Person
from m4c.people.operations.coalition import add_body, name_delegate
from m4c.people.operations.group_merge import merge_group
from m4c.people.operations.leaving import record_leaving
from m4c.people.operations.office import record_office
from m4c.people.operations.person_merge import merge, undo_merge
from m4c.people.operations.privacy_notice import notice_shown
from tests.cast import Cast

MARCH, TODAY = date(2026, 3, 1), date(2026, 10, 5)


def ask(group: Group, person: Person, now: datetime) -> JoinRequest:
    """Somebody asks a group."""
    facts: dict[str, Any] = {"notice": notice_shown(1), "made_at": now, "answer_by": TODAY, "language": "en-gb"}
    return JoinRequest.objects.create(group=group, person=person, folded=str(person.pk), **facts)


def one(cast: Cast, keep: Person, other: Person, now: datetime) -> None:
    """Two records of one person are made one."""
    merge(keep=keep, other=other, choices={}, at=now, by=cast.operator)


def test_a_wish_to_be_out_comes_along(cast: Cast, amal: Person, add: Any, now: datetime) -> None:
    other = add("Amal Yusuf", cast.manchester)
    record_leaving(membership=other.memberships.get(), on=TODAY, at=now, by=cast.operator)
    one(cast, amal, other, now)

    assert [(row.person, row.group) for row in Leaving.objects.standing()] == [(amal, cast.manchester)]


@pytest.mark.parametrize("stays", [0, 1])
def test_who_left_by_either_record_is_out_until_it_is_undone(
    cast: Cast, amal: Person, add: Any, now: datetime, stays: int
) -> None:
    other = add("Amal Yusuf", cast.cardiff)
    record_leaving(membership=other.memberships.get(), on=TODAY, at=now, by=cast.operator)
    two = [amal, other][:: 1 if stays else -1]
    merged = merge(keep=two[0], other=two[1], choices={}, at=now, by=cast.operator).merge
    ended = list(Membership.objects.filter(person=two[0], group=cast.cardiff).values_list("ended_on", flat=True))
    undo_merge(merged=merged, at=now, by=cast.operator)

    assert ended == [TODAY, TODAY]
    assert Membership.objects.open().get(group=cast.cardiff, person__given_name="Amal").person_id == amal.pk


def test_one_asks_once_and_sits_once_named_only_where_both_agreed(
    cast: Cast, amal: Person, add: Any, now: datetime
) -> None:
    other = add("Amal Yusuf", cast.cardiff)
    for person in (amal, other):
        ask(cast.norwich, person, now)
    body = add_body(coalition=cast.coalition, body=cast.cardiff, seats=2, by=cast.operator)
    name_delegate(member_body=body, person=amal, since=TODAY, agreed_on=TODAY, by=cast.operator)
    name_delegate(member_body=body, person=other, since=MARCH, by=cast.operator)
    one(cast, amal, other, now)

    assert [row.person for row in JoinRequest.objects.all()] == [amal]
    assert [(row.person, row.started_on, row.agreed_on) for row in Delegate.objects.all()] == [(amal, MARCH, None)]


def test_offices_of_their_own_name_stay_two(cast: Cast, amal: Person, add: Any, now: datetime) -> None:
    other = add("Amal Yusuf", cast.cardiff)
    facts: dict[str, Any] = {
        "group": cast.cardiff,
        "role": "other",
        "since": MARCH,
        "today": TODAY,
        "by": cast.operator,
    }
    record_office(person=amal, words="Singer", **facts)
    record_office(person=other, words="Keeper of the keys", **facts)
    one(cast, amal, other, now)

    assert {row.role_in_words for row in amal.memberships.open()} >= {"Singer", "Keeper of the keys"}


def test_of_two_groups_the_one_that_stays_is_asked_once_and_sits_once(
    cast: Cast, amal: Person, add: Any, now: datetime
) -> None:
    ask(cast.norwich, amal, now)
    ask(cast.lambeth, amal, now)
    bodies = [
        add_body(coalition=cast.coalition, body=group, seats=1, by=cast.operator)
        for group in (cast.norwich, cast.lambeth)
    ]
    seat = name_delegate(member_body=bodies[1], person=amal, since=MARCH, by=cast.operator)
    merge_group(groups=[cast.lambeth, cast.norwich], on=TODAY, at=now, by=cast.operator)
    seat.refresh_from_db()

    assert [row.group for row in JoinRequest.objects.all()] == [cast.norwich]
    assert [(row.body, row.left_on) for row in MemberBody.objects.all()] == [
        (cast.norwich, None),
        (cast.norwich, TODAY),
    ]
    assert seat.ended_on == TODAY
