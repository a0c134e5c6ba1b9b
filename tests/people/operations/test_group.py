"""Groups: made, moved and ended, with their paths and head counts."""

from collections.abc import Callable
from datetime import date

import pytest

from m4c.core.errors import NotAllowed
from m4c.people.models import Group, Person
from m4c.people.operations.group import (
    GroupRefused,
    end_group,
    make_body,
    make_group,
    make_movement,
    move_group,
    recount_heads,
)
from tests.cast import Cast


def test_make_group_stands_below_its_parent(cast: Cast) -> None:
    group = make_group(parent=cast.cardiff, name=" Ely ", place="Ely", postcode="CF5 4LE", by=cast.organiser)

    assert (group.name, group.slug, group.path[:-6]) == ("Ely", "ely", cast.cardiff.path)
    assert (group.latitude is not None, group.longitude is not None) == (True, True)
    assert list(Group.objects.below(cast.cardiff)) == [cast.cardiff, group, cast.st_mellons]


def test_make_group_of_a_name_taken_elsewhere_gets_a_slug_of_its_own(cast: Cast) -> None:
    assert make_group(parent=cast.england, name="Cardiff", by=cast.national_organiser).slug == "cardiff-2"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": "cardiff"}, "name_taken"),
        ({"kind": Group.Kind.COALITION}, "refused"),
        ({"kind": Group.Kind.MOVEMENT}, "refused"),
    ],
)
def test_make_group_refuses(cast: Cast, changes: dict[str, str], code: str) -> None:
    with pytest.raises(GroupRefused) as refused:
        make_group(**{"parent": cast.wales, "name": "Barry", "by": cast.national_organiser} | changes)  # type: ignore[arg-type]

    assert refused.value.code == code


def test_make_group_stands_below_no_body_outside(cast: Cast) -> None:
    with pytest.raises(GroupRefused):
        make_group(parent=cast.coalition, name="Barry", by=cast.national_organiser)


@pytest.mark.parametrize("persona", ["leader", "organiser_elsewhere", "member", "coalition_organiser"])
def test_make_group_is_for_organisers_above(cast: Cast, persona: str) -> None:
    with pytest.raises(NotAllowed):
        make_group(parent=cast.cardiff, name="Ely", by=getattr(cast, persona))


def test_the_movement_is_made_once(cast: Cast) -> None:
    with pytest.raises(GroupRefused, match="there already"):
        make_movement(name="Another", by=cast.operator)


def test_make_body_refuses_a_kind_of_the_tree(cast: Cast) -> None:
    with pytest.raises(GroupRefused):
        make_body(name="Barry", kind=Group.Kind.LOCAL, by=cast.national_organiser)


def test_move_group_takes_all_below_along(cast: Cast, add: Callable[..., Person]) -> None:
    add("Amal Yusuf", cast.st_mellons)
    move_group(groups=[fresh(cast.cardiff), cast.england], by=cast.national_organiser)
    moved = fresh(cast.st_mellons)
    counts = heads()
    recount_heads()

    assert moved.path.startswith(fresh(cast.cardiff).path)
    assert fresh(cast.cardiff).path.startswith(cast.england.path)
    assert heads() == counts
    assert list(Person.objects.in_group(fresh(cast.england)).filter(given_name="Amal")) != []


@pytest.mark.parametrize(("what", "where"), [("wales", "cardiff"), ("movement", "wales"), ("cardiff", "coalition")])
def test_move_group_refuses(cast: Cast, what: str, where: str) -> None:
    with pytest.raises(GroupRefused):
        move_group(groups=[getattr(cast, what), getattr(cast, where)], by=cast.national_organiser)


def test_move_group_needs_the_right_at_both_ends(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        move_group(groups=[cast.st_mellons, cast.manchester], by=cast.organiser)


def test_end_group_keeps_its_people(cast: Cast, amal: Person) -> None:
    end_group(group=cast.cardiff, on=date(2026, 10, 1), by=cast.organiser)

    assert fresh(cast.cardiff).ended_on == date(2026, 10, 1)
    assert amal in Person.objects.visible_to(cast.fresh("organiser"))


def test_the_movement_itself_does_not_end(cast: Cast) -> None:
    with pytest.raises(GroupRefused):
        end_group(group=cast.movement, on=date(2026, 10, 1), by=cast.national_organiser)


def fresh(group: Group) -> Group:
    return Group.objects.get(pk=group.pk)


def heads() -> dict[str, int]:
    return dict(Group.objects.values_list("name", "head_count"))
