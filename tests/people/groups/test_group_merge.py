"""One group made part of another: all comes along, the history stays, and what cannot be is refused with a sentence."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.events.models import Event
from m4c.people import ledger
from m4c.people.groups.merging import what_moves
from m4c.people.models import (
    AccountRole,
    Engagement,
    Group,
    GroupMerge,
    Membership,
    Note,
    Person,
    Relationship,
    Tag,
    Tagging,
)
from m4c.people.operations.account import give_role
from m4c.people.operations.group import GroupRefused, end_group, make_group, recount_heads
from m4c.people.operations.group_merge import MergedGroups, merge_group
from m4c.people.operations.group_passing import begin_passing
from m4c.people.operations.membership import join, leave
from m4c.people.operations.note import write_note
from m4c.people.operations.relationship import record_relationship
from m4c.people.operations.tag import tag_people
from tests.cast import Cast

DAY = date(2026, 10, 5)
Add = Callable[..., Person]


@pytest.fixture
def roath(cast: Cast) -> Group:
    """A group in Wales, beside Cardiff, that is to become part of it."""
    return make_group(parent=cast.wales, name="Roath", by=cast.operator)


@pytest.fixture
def merge(cast: Cast, roath: Group, now: datetime) -> Callable[..., MergedGroups]:
    """Makes Roath part of Cardiff."""
    facts = {"on": DAY, "at": now, "by": cast.national_organiser}
    return lambda **more: merge_group(groups=[fresh(roath), fresh(cast.cardiff)], **(facts | more))  # type: ignore[arg-type]


def fresh(group: Group) -> Group:
    return Group.objects.get(pk=group.pk)


def heads() -> dict[str, int]:
    return dict(Group.objects.values_list("name", "head_count"))


def told(person: Person) -> list[tuple[str, str, date | None, date | None]]:
    rows = Membership.objects.filter(person=person).select_related("group").order_by("pk")
    return [(row.group.name, row.role, row.started_on, row.ended_on) for row in rows]


def test_merge_ends_the_group_and_keeps_what_became_of_it(
    cast: Cast, roath: Group, add: Add, now: datetime, merge: Callable[..., MergedGroups]
) -> None:
    add("Amal Yusuf", roath)
    merged = merge()
    row = GroupMerge.objects.get()

    assert (fresh(roath).ended_on, fresh(cast.cardiff).ended_on) == (DAY, None)
    assert (row.gone, row.kept, row.on, row.by, row.at) == (roath, cast.cardiff, DAY, cast.national_organiser, now)
    assert row.moved["people.membership.group"] == 1
    assert (merged.kept, merged.gone) == (cast.cardiff, roath)


def test_merge_takes_groups_below_and_counts_heads(
    cast: Cast, roath: Group, add: Add, merge: Callable[..., MergedGroups]
) -> None:
    below = make_group(parent=roath, name="Albany Road", kind=Group.Kind.TEAM, by=cast.operator)
    add("Amal Yusuf", below)
    add("Rhys Owen", roath)
    merge()
    counts = heads()
    recount_heads()

    assert fresh(below).parent == cast.cardiff
    assert fresh(below).path.startswith(cast.cardiff.path)
    assert (heads(), counts["Roath"]) == (counts, 0)


@pytest.mark.parametrize(
    ("here", "there", "told_then"),
    [
        # Both the same: one, since the earlier day.
        (
            ("member", date(2024, 1, 1)),
            ("member", date(2020, 1, 1)),
            [("Cardiff", "member", date(2020, 1, 1), None), ("Cardiff", "member", date(2020, 1, 1), DAY)],
        ),
        # A supporter's row says nothing beside a fuller one, whichever side it comes from.
        (
            ("member", date(2024, 1, 1)),
            ("supporter", date(2020, 1, 1)),
            [("Cardiff", "member", date(2024, 1, 1), None), ("Cardiff", "supporter", date(2020, 1, 1), DAY)],
        ),
        (
            ("supporter", date(2024, 1, 1)),
            ("leader", date(2020, 1, 1)),
            [("Cardiff", "supporter", date(2024, 1, 1), DAY), ("Cardiff", "leader", date(2020, 1, 1), None)],
        ),
        # An office ends with its group, and its holder goes on as a member.
        (
            ("member", date(2024, 1, 1)),
            ("chair", date(2020, 1, 1)),
            [
                ("Cardiff", "member", date(2024, 1, 1), None),
                ("Cardiff", "chair", date(2020, 1, 1), DAY),
                ("Cardiff", "member", DAY, DAY),
            ],
        ),
    ],
)
def test_merge_unites_who_belongs_to_both(
    cast: Cast,
    roath: Group,
    add: Add,
    merge: Callable[..., MergedGroups],
    here: tuple[str, date],
    there: tuple[str, date],
    told_then: list[tuple[str, str, date | None, date | None]],
) -> None:
    amal = add("Amal Yusuf", cast.cardiff, role=here[0])
    Membership.objects.filter(person=amal).update(started_on=here[1])
    join(person=amal, group=roath, role=there[0], on=there[1], by=cast.operator)
    merge()

    assert told(amal) == told_then


def test_merge_keeps_former_memberships_and_ends_offices(
    cast: Cast, roath: Group, add: Add, merge: Callable[..., MergedGroups]
) -> None:
    amal, rhys = add("Amal Yusuf", roath), add("Rhys Owen", roath)
    left = Membership.objects.get(person=amal)
    leave(membership=left, on=date(2026, 9, 2), by=cast.operator)
    join(person=rhys, group=roath, role="chair", on=date(2026, 9, 3), by=cast.operator)
    merge()

    assert told(amal) == [("Cardiff", "supporter", None, date(2026, 9, 2))]
    assert told(rhys) == [
        ("Cardiff", "supporter", None, date(2026, 9, 3)),
        ("Cardiff", "chair", date(2026, 9, 3), DAY),
        ("Cardiff", "member", DAY, None),
    ]


def test_merge_moves_what_people_did_and_the_ledger_agrees(
    cast: Cast, roath: Group, add: Add, now: datetime, merge: Callable[..., MergedGroups]
) -> None:
    add("Amal Yusuf", roath, met_by=cast.person("leader"), met_on=date(2026, 9, 1))
    Event.objects.create(kind="stall", title="Stall in City Road", group=roath, starts_at=now)
    merge()

    assert list(Event.objects.values_list("group__name", flat=True)) == ["Cardiff"]
    assert list(Engagement.objects.values_list("group__name", flat=True)) == ["Cardiff"]
    assert ledger.rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}


def test_merge_moves_notes_by_their_tier(
    cast: Cast, roath: Group, add: Add, now: datetime, merge: Callable[..., MergedGroups]
) -> None:
    amal = add("Amal Yusuf", roath)
    note = write_note(
        person=amal, group=roath, about_them="Speaks at the mosque", tier=Note.Tier.TEAM, at=now, by=cast.operator
    )
    merge()

    assert Note.objects.filter(pk=note.pk).values_list("group__name", "tier").get() == ("Cardiff", Note.Tier.TEAM)


def test_merge_makes_one_of_two_tags_and_two_relationships(
    cast: Cast, roath: Group, add: Add, now: datetime, merge: Callable[..., MergedGroups]
) -> None:
    amal, rhys = add("Amal Yusuf", roath), add("Rhys Owen", cast.cardiff)
    for people, group in (([amal, rhys], roath), ([rhys], cast.cardiff)):
        tag_people(people=people, name="Has a van", group=group, at=now, by=cast.operator)
        record_relationship(
            person=amal,
            other=rhys,
            kind="neighbour",
            evidence="They said so",
            since=None,
            group=group,
            by=cast.operator,
        )
    merge()

    assert list(Tag.objects.values_list("name", "group__name")) == [("Has a van", "Cardiff")]
    assert sorted(Tagging.objects.values_list("person", flat=True)) == sorted([amal.pk, rhys.pk])
    assert sorted(Relationship.objects.values_list("group__name", "ended_on"), key=str) == [
        ("Cardiff", None),
        ("Cardiff", DAY),
    ]


def test_merge_takes_local_roles_along_and_no_others(
    cast: Cast, roath: Group, merge: Callable[..., MergedGroups], now: datetime
) -> None:
    for persona, role in (("leader", Role.ORGANISER), ("member", Role.MEMBER), ("treasurer", Role.EDITOR)):
        give_role(account=cast.accounts[persona], role=role, group=roath, by=cast.operator)
    merge()
    open_ones = AccountRole.objects.open().filter(account__in=[cast.leader, cast.member, cast.treasurer])

    assert sorted(open_ones.values_list("account__person__given_name", "role", "group__name")) == [
        ("Bethan", "leader", "Cardiff"),
        ("Bethan", "organiser", "Cardiff"),
        ("Idris", "treasurer", "Cardiff"),
        ("Kofi", "member", "Cardiff"),
    ]
    assert AccountRole.objects.filter(group=roath, ended_at=now).count() == 3


def test_what_moves_counts_in_one_query(cast: Cast, roath: Group, add: Add, now: datetime, django_assert_num_queries):
    add("Amal Yusuf", roath)
    Event.objects.create(kind="stall", title="Stall in City Road", group=roath, starts_at=now)
    with django_assert_num_queries(1):
        counted = {str(title): number for title, number in what_moves(roath)}

    assert counted == {"memberships": 1, "events": 1}


@pytest.mark.parametrize(
    ("gone", "kept", "code"),
    [
        ("cardiff", "cardiff", "same_group"),
        ("movement", "cardiff", "movement"),
        ("cardiff", "st_mellons", "below_itself"),
        ("cardiff", "coalition", "other_kind"),
        ("partner", "coalition", "other_kind"),
    ],
)
def test_merge_refuses(cast: Cast, now: datetime, gone: str, kept: str, code: str) -> None:
    with pytest.raises(GroupRefused) as refused:
        merge_group(groups=[getattr(cast, gone), getattr(cast, kept)], on=DAY, at=now, by=cast.operator)

    assert refused.value.code == code


def test_merge_refuses_a_day_to_come_an_ended_group_and_one_being_asked(
    cast: Cast, roath: Group, now: datetime, merge: Callable[..., MergedGroups]
) -> None:
    codes = []
    for prepare, more in (
        (lambda: None, {"on": DAY + timedelta(days=1)}),
        (lambda: begin_passing(group=roath, into=None, closes_on=DAY, why="Few of us", at=now, by=cast.operator), {}),
        (lambda: end_group(group=roath, on=DAY, by=cast.operator), {}),
    ):
        prepare()
        with pytest.raises(GroupRefused) as refused:
            merge(**more)
        codes.append(refused.value.code)

    assert codes == ["to_come", "being_asked", "group_ended"]


def test_merge_into_the_group_above(cast: Cast, now: datetime) -> None:
    merge_group(groups=[cast.st_mellons, cast.cardiff], on=DAY, at=now, by=cast.organiser)
    counts = heads()
    recount_heads()

    assert (fresh(cast.st_mellons).ended_on, heads()) == (DAY, counts)


@pytest.mark.parametrize("persona", ["organiser", "leader", "admin_elsewhere", "coalition_organiser", "member"])
def test_merge_needs_the_right_in_both(cast: Cast, roath: Group, now: datetime, persona: str) -> None:
    by = cast.organiser_elsewhere if persona == "admin_elsewhere" else getattr(cast, persona)
    with pytest.raises(NotAllowed):
        merge_group(groups=[roath, cast.cardiff], on=DAY, at=now, by=by)

    assert GroupMerge.objects.count() == 0
