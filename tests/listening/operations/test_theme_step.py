"""A step of the coding board is undone as far as nobody went on from it."""

from typing import Any

import pytest

from m4c.core.errors import NotAllowed
from m4c.listening.models import Theme, ThemeStep
from m4c.listening.operations.theme import (
    Moved,
    ThemeRefused,
    end_theme,
    merge_themes,
    rename_theme,
    take_out_concerns,
)
from m4c.listening.operations.theme_step import undo_step
from tests.cast import Cast
from tests.factories import NOW
from tests.listening.coding import campaign_of, names, put_under, said, theme_of


def undo(cast: Cast, kind: str, **more: Any) -> Moved:
    step = ThemeStep.objects.filter(kind=kind).latest("pk")
    return undo_step(step=step, at=NOW, by=more.get("by", cast.organiser))


def test_a_move_goes_back(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp, mould = said(cast, campaign, "Damp"), said(cast, campaign, "Mould")
    homes = theme_of(cast, campaign, "Homes", [damp])
    housing = theme_of(cast, campaign)
    damp.refresh_from_db()
    put_under(cast, housing, damp, mould)
    undo(cast, "moved")
    assert names(campaign) == {"Damp": "Homes", "Mould": "-"}
    with pytest.raises(ThemeRefused) as refused:
        undo(cast, "moved")
    assert refused.value.code == "undone"
    assert homes.ended_at is None


def test_what_somebody_moved_on_stays_and_is_named(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp, mould = said(cast, campaign, "Damp"), said(cast, campaign, "Mould")
    housing, health = theme_of(cast, campaign), theme_of(cast, campaign, "Health")
    put_under(cast, housing, damp, mould)
    first = ThemeStep.objects.get(kind="moved")
    mould.refresh_from_db()
    put_under(cast, health, mould)
    undone = undo_step(step=first, at=NOW, by=cast.organiser)
    assert [one.words for one in undone.left] == ["Mould"]
    assert names(campaign) == {"Damp": "-", "Mould": "Health"}


def test_taken_out_it_comes_back(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp = said(cast, campaign, "Damp")
    housing = theme_of(cast, campaign, concerns=[damp])
    take_out_concerns(theme=housing, seen={damp.uid: housing.uid}, at=NOW, by=cast.organiser)
    undo(cast, "taken")
    assert names(campaign) == {"Damp": "Housing"}


def test_a_theme_just_made_goes_again(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp, mould = said(cast, campaign, "Damp"), said(cast, campaign, "Mould")
    housing = theme_of(cast, campaign, concerns=[damp])
    put_under(cast, housing, mould)
    with pytest.raises(ThemeRefused) as refused:
        undo(cast, "made")
    assert (refused.value.code, names(campaign)["Damp"]) == ("not_empty", "Housing")
    undo(cast, "moved")
    undo(cast, "made")
    assert (Theme.objects.standing().count(), names(campaign)) == (0, {"Damp": "-", "Mould": "-"})


def test_merged_themes_part_again(cast: Cast) -> None:
    campaign = campaign_of(cast)
    housing = theme_of(cast, campaign, concerns=[said(cast, campaign, "Rent")])
    homes = theme_of(cast, campaign, "Homes", [said(cast, campaign, "Damp")])
    merge_themes(theme=housing, other=homes, at=NOW, by=cast.organiser)
    undo(cast, "merged")
    homes.refresh_from_db()
    assert (homes.ended_at, homes.merged_into) == (None, None)
    assert names(campaign) == {"Rent": "Housing", "Damp": "Homes"}


def test_a_theme_taken_away_stands_again_unless_its_name_is_taken(cast: Cast) -> None:
    campaign = campaign_of(cast)
    housing = theme_of(cast, campaign, concerns=[said(cast, campaign, "Damp")])
    end_theme(theme=housing, at=NOW, by=cast.organiser)
    other = theme_of(cast, campaign)
    with pytest.raises(ThemeRefused) as refused:
        undo(cast, "ended")
    assert refused.value.code == "taken"
    rename_theme(theme=other, name="Homes", about="", seen="Housing", at=NOW, by=cast.organiser)
    undo(cast, "ended")
    assert names(campaign) == {"Damp": "Housing"}


def test_a_name_goes_back_unless_it_was_changed_again(cast: Cast) -> None:
    housing = theme_of(cast, campaign_of(cast))
    rename_theme(theme=housing, name="Homes", about="", seen="Housing", at=NOW, by=cast.organiser)
    first = ThemeStep.objects.get(kind="renamed")
    rename_theme(theme=housing, name="Damp homes", about="", seen="Homes", at=NOW, by=cast.organiser)
    with pytest.raises(ThemeRefused) as refused:
        undo_step(step=first, at=NOW, by=cast.organiser)
    assert refused.value.code == "renamed_since"
    undo(cast, "renamed")
    undo_step(step=first, at=NOW, by=cast.organiser)
    housing.refresh_from_db()
    assert housing.name == "Housing"


def test_who_may_undo(cast: Cast) -> None:
    theme_of(cast, campaign_of(cast))
    with pytest.raises(NotAllowed):
        undo(cast, "made", by=cast.organiser_elsewhere)
