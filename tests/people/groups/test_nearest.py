"""Which group is near, and who answers for it."""

from unittest.mock import patch

import pytest

from m4c.core.permissions import Role
from m4c.people.groups.nearest import NoMovement, group_for, groups_near, kilometres, movements_own, who_holds
from m4c.people.models import Group
from m4c.places.lookup import Point
from tests.cast import Cast

CARDIFF, SWANSEA = Point(51.48, -3.18), Point(51.62, -3.94)


def test_cardiff_and_swansea_are_fifty_five_kilometres_apart() -> None:
    assert round(kilometres(CARDIFF, SWANSEA)) == 55


def test_groups_are_near_within_the_setting(cast: Cast) -> None:
    assert [near.group for near in groups_near(CARDIFF)] == [cast.cardiff, cast.st_mellons]


def test_a_postcode_belongs_to_the_nearest_local_group_else_to_the_movement(cast: Cast) -> None:
    found = [group_for(postcode) for postcode in ("CF3 0EF", "SA1 3SN", "ZE1 0AA", "")]

    assert found == [cast.cardiff, cast.swansea, cast.movement, cast.movement]


@pytest.mark.django_db
def test_without_a_movement_there_is_none_to_join() -> None:
    with patch.object(Group.objects, "filter", lambda **_given: Group.objects.none()), pytest.raises(NoMovement):
        movements_own()


def test_who_answers_stands_in_the_group_or_nearest_above_and_is_not_kept_safe(cast: Cast) -> None:
    assert list(who_holds([Role.ORGANISER], cast.st_mellons)) == [cast.organiser]
    assert list(who_holds([Role.ORGANISER], cast.norwich)) == [cast.national_organiser]
    assert list(who_holds([Role.MEMBER], cast.cardiff)) == [cast.member]
