"""Memberships: begun once, ended by date, and counted."""

from datetime import date

import pytest

from m4c.core.errors import NotAllowed
from m4c.people.models import Group, Membership, Person
from m4c.people.operations.group import end_group
from m4c.people.operations.membership import MembershipRefused, join, leave
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast

DAY = date(2026, 9, 20)
SUPPORTER, MEMBER, CHAIR = Membership.Role.SUPPORTER, Membership.Role.MEMBER, Membership.Role.CHAIR


def standing(person: Person, group: Group) -> list[tuple[str, date | None, date | None]]:
    rows = Membership.objects.filter(person=person, group=group)
    return [(row.role, row.started_on, row.ended_on) for row in rows]


def test_join_again_is_the_same_membership(cast: Cast, amal: Person) -> None:
    first = join(person=amal, group=cast.swansea, by=cast.national_organiser)

    assert join(person=amal, group=cast.swansea, by=cast.national_organiser) == first


def test_join_as_supporter_adds_nothing_to_a_fuller_role(cast: Cast, amal: Person) -> None:
    fuller = join(person=amal, group=cast.swansea, role=CHAIR, by=cast.national_organiser)

    assert join(person=amal, group=cast.swansea, by=cast.national_organiser) == fuller


def test_join_in_a_fuller_role_ends_supporting_that_day(cast: Cast, amal: Person) -> None:
    join(person=amal, group=cast.cardiff, role=MEMBER, on=DAY, by=cast.organiser)

    assert standing(amal, cast.cardiff) == [(SUPPORTER, date(2026, 9, 1), DAY), (MEMBER, DAY, None)]


def test_join_refuses_a_group_that_has_ended(cast: Cast, amal: Person) -> None:
    end_group(group=cast.norwich, on=DAY, by=cast.national_organiser)

    with pytest.raises(MembershipRefused, match="has ended"):
        join(person=amal, group=cast.norwich, by=cast.national_organiser)


def test_join_counts_heads_up_the_tree(cast: Cast, amal: Person) -> None:
    groups = Group.objects.filter(pk__in=[cast.movement.pk, cast.wales.pk, cast.swansea.pk, cast.cardiff.pk])
    before = dict(groups.values_list("name", "head_count"))
    join(person=amal, group=cast.swansea, by=cast.national_organiser)
    after = dict(groups.values_list("name", "head_count"))

    assert {name: after[name] - before[name] for name in after} == {
        "Movement for Change": 1,
        "Wales": 1,
        "Swansea": 1,
        "Cardiff": 0,
    }


def test_leave_ends_on_a_day(cast: Cast, amal: Person) -> None:
    membership = Membership.objects.get(person=amal)
    leave(membership=membership, on=DAY, by=cast.organiser)

    assert standing(amal, cast.cardiff) == [(SUPPORTER, date(2026, 9, 1), DAY)]
    with pytest.raises(MembershipRefused, match="ended already"):
        leave(membership=membership, on=DAY, by=cast.organiser)


def test_leave_refuses_a_day_before_the_start(cast: Cast, amal: Person) -> None:
    with pytest.raises(MembershipRefused) as refused:
        leave(membership=Membership.objects.get(person=amal), on=date(2026, 8, 31), by=cast.organiser)

    assert refused.value.field == "on"


@pytest.mark.parametrize("persona", ["leader", "organiser_elsewhere", "member", "coalition_organiser"])
def test_leave_is_for_organisers_here(cast: Cast, amal: Person, persona: str) -> None:
    with pytest.raises(NotAllowed):
        leave(membership=Membership.objects.get(person=amal), on=DAY, by=getattr(cast, persona))


def test_join_refuses_somebody_whom_one_cannot_see(cast: Cast, amal: Person) -> None:
    """Else an organiser would see anybody by adding them to a group of theirs."""
    for person in (amal, cast.person("protected_member")):
        with pytest.raises(Unseen, match="whom you may see"):
            join(person=person, group=cast.manchester, by=cast.organiser_elsewhere)

    assert not Membership.objects.filter(group=cast.manchester, person=amal).exists()
