"""Outlines of groups and accounts: alike where their statements are, and drawn with nothing of their own."""

import pytest

from m4c.core.blanks import Blank
from m4c.core.permissions import Role
from m4c.people.models import Account, Group
from m4c.people.permissions import SEE_PEOPLE
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def with_roles(cast: Cast, name: str, *roles: tuple[Role, Group]) -> Account:
    """The account of a persona, as if it held these roles as well."""
    account = cast.fresh(name)
    account.held = [*account.held, *roles]
    return account


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("organiser", "organiser_elsewhere", True),
        ("organiser", "leader", False),
        ("organiser", "national_organiser", False),
        ("organiser", "coalition_organiser", False),
    ],
)
def test_accounts_are_alike_by_their_roles(cast: Cast, one: str, other: str, alike: bool) -> None:
    shapes = [cast.fresh(name).outline("account").shape for name in (one, other)]
    assert (shapes[0] == shapes[1]) is alike


def test_accounts_are_not_alike_where_one_of_their_groups_lies_below_another(cast: Cast) -> None:
    inside = with_roles(cast, "organiser", (Role.ORGANISER, cast.wales))
    beside = with_roles(cast, "organiser", (Role.ORGANISER, cast.manchester))
    assert cast.wales.kind != cast.manchester.kind
    cast.wales.kind = cast.manchester.kind
    assert inside.outline("account").shape != beside.outline("account").shape


def test_an_account_is_drawn_with_its_rights_and_nothing_of_its_own(cast: Cast) -> None:
    account = with_roles(cast, "organiser", (Role.ORGANISER, cast.wales), (Role.LEADER, cast.manchester))
    drawn = account.outline("given").drawn()
    assert [role for role, _group in drawn.held] == [role for role, _group in account.held]
    assert len(drawn.groups_for(SEE_PEOPLE)) == len(account.groups_for(SEE_PEOPLE))
    assert drawn.may_somewhere(SEE_PEOPLE)
    assert [drawn.email, drawn.person_id, drawn.pk] == [None, Blank("given.person"), Blank("given")]
    assert {group.name for _role, group in drawn.held} == {""}


def test_its_blanks_are_filled_in_with_what_is_its_own(cast: Cast) -> None:
    account = cast.fresh("organiser")
    assert account.outline("given").values == {
        "given": account.pk,
        "given.person": account.person_id,
        "given.0": cast.cardiff.pk,
        "given.0.path": cast.cardiff.path,
    }


@pytest.mark.parametrize(
    ("number", "about"), [(0, 512), (50, 512), (521, 768), (5_000, 6_144), (7_000, 8_192), (90_000, 16_384)]
)
def test_groups_of_about_the_same_size_are_alike(number: int, about: int) -> None:
    assert Group(head_count=number).rough_count == about
