"""Placements: dated, with evidence, of powerholders, bodies and groups alone; and undone."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from m4c.campaigns.models import Placement
from m4c.campaigns.operations.placement import NewPlacement, PlacementRefused, place, undo_placement
from tests.campaigns.strategy.making import body_of, campaign_of, owner_of, placed
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers

pytestmark = pytest.mark.django_db
OWN = {"leader", "organiser", "national_organiser"}
SHOWN = "Voted against it in March"


def test_a_powerholder_a_body_and_a_group_are_placed(cast: Cast) -> None:
    campaign = campaign_of(cast)
    rows = [placed(cast, campaign, who) for who in (owner_of(cast), body_of(cast), cast.st_mellons)]
    assert [(bool(row.powerholder), bool(row.institution), bool(row.group)) for row in rows] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


def test_a_private_person_cannot_be_placed(cast: Cast) -> None:
    new = NewPlacement(5, 0, SHOWN, TODAY)
    with pytest.raises(TypeError):
        place(campaign=campaign_of(cast), who=cast.person("member"), new=new, at=NOW, by=cast.organiser)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewPlacement(11, 0, SHOWN, TODAY), "power"),
        (NewPlacement(-1, 0, SHOWN, TODAY), "power"),
        (NewPlacement(5, 4, SHOWN, TODAY), "position"),
        (NewPlacement(5, 0, "  ", TODAY), "evidence"),
        (NewPlacement(5, 0, SHOWN, TODAY + timedelta(days=1)), "on"),
    ],
)
def test_a_placement_is_on_the_map_dated_and_shown_by_something(cast: Cast, new: NewPlacement, field: str) -> None:
    with pytest.raises(PlacementRefused) as refused:
        place(campaign=campaign_of(cast), who=owner_of(cast), new=new, at=NOW, by=cast.organiser)
    assert refused.value.field == field


def test_the_database_holds_one_who_and_the_grid(cast: Cast) -> None:
    row = placed(cast)
    with pytest.raises(IntegrityError):
        Placement.objects.filter(pk=row.pk).update(group=cast.cardiff)


def test_the_newest_by_day_stands_and_undone_the_one_before(cast: Cast) -> None:
    campaign = campaign_of(cast)
    first = placed(cast, campaign, on=TODAY - timedelta(days=30))
    second = placed(cast, campaign, position=1)
    assert list(Placement.objects.newest_of_each()) == [second]
    undo_placement(placement=second, at=NOW, by=cast.organiser)
    assert list(Placement.objects.newest_of_each()) == [first]
    with pytest.raises(PlacementRefused):
        undo_placement(placement=second, at=NOW, by=cast.organiser)


def test_leaders_and_organisers_of_the_group_see_and_place(cast: Cast) -> None:
    row = placed(cast)
    assert seers(cast, row) == {*OWN, "data_protection", "editor"}
    new = NewPlacement(5, 0, SHOWN, TODAY)
    campaign, who = row.campaign, owner_of(cast)
    assert doers(lambda by: place(campaign=campaign, who=who, new=new, at=NOW, by=by), cast) == OWN
    assert doers(lambda by: undo_placement(placement=placed(cast), at=NOW, by=by), cast) == OWN
