"""The coding board: concerns are gathered under themes, and several at once lose nothing."""

from typing import Any

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.listening.models import Issue, IssueTheme, Theme, ThemeStep
from m4c.listening.operations.theme import (
    ThemeRefused,
    end_theme,
    make_theme,
    merge_themes,
    move_concerns,
    rename_theme,
    take_out_concerns,
)
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers
from tests.listening.coding import as_seen, campaign_of, names, put_under, said, theme_of


def test_ticked_concerns_go_under_a_new_theme(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp, buses = said(cast, campaign, "Damp"), said(cast, campaign, "No bus")
    made = make_theme(
        group=cast.cardiff, campaign=campaign, name="  Housing ", seen=as_seen(damp), at=NOW, by=cast.organiser
    )
    assert (made.theme.name, made.concerns, made.left) == ("Housing", [damp], [])
    assert names(campaign) == {"Damp": "Housing", "No bus": "-"}
    step = ThemeStep.objects.get()
    assert (step.kind, step.concerns, step.before, step.by) == ("made", [damp.pk], [None], cast.organiser)
    assert buses.theme is None


def test_a_name_stands_once_on_a_board(cast: Cast) -> None:
    campaign = campaign_of(cast)
    theme_of(cast, campaign)
    theme_of(cast, None)  # another board
    with pytest.raises(ThemeRefused) as refused:
        theme_of(cast, campaign, "HOUSING")
    assert (refused.value.code, refused.value.field) == ("taken", "name")
    with pytest.raises(ThemeRefused) as refused:
        theme_of(cast, campaign, "  ")
    assert refused.value.code == "no_name"


def test_who_makes_themes(cast: Cast) -> None:
    act: dict[str, Any] = {"group": cast.cardiff, "name": "Housing", "at": NOW}
    found = doers(lambda account: make_theme(**act | {"name": f"Of {account.uid}"}, by=account), cast)
    assert found == {"organiser", "national_organiser"}
    with pytest.raises(NotAllowed):
        make_theme(**act, by=cast.leader)


def test_a_campaign_of_another_group_is_refused(cast: Cast) -> None:
    elsewhere = campaign_of(cast, group=cast.manchester)
    with pytest.raises(ThemeRefused) as refused:
        make_theme(group=cast.cardiff, campaign=elsewhere, name="Housing", at=NOW, by=cast.organiser)
    assert refused.value.code == "another_group"


def test_a_concern_moved_meanwhile_is_left_where_it_is(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp, buses = said(cast, campaign, "Damp"), said(cast, campaign, "No bus")
    housing, travel = theme_of(cast, campaign), theme_of(cast, campaign, "Travel")
    seen = as_seen(damp, buses)  # as somebody's page shows them
    put_under(cast, housing, damp)
    moved = move_concerns(theme=travel, seen=seen, at=NOW, by=cast.national_organiser)
    assert ([one.words for one in moved.concerns], [one.words for one in moved.left]) == (["No bus"], ["Damp"])
    assert names(campaign) == {"Damp": "Housing", "No bus": "Travel"}


def test_what_stands_there_already_is_no_move(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp = said(cast, campaign, "Damp")
    housing = theme_of(cast, campaign)
    seen = as_seen(damp)
    put_under(cast, housing, damp)
    moved = move_concerns(theme=housing, seen=seen, at=NOW, by=cast.organiser)
    assert (moved.concerns, moved.left, ThemeStep.objects.filter(kind="moved").count()) == ([], [], 1)


def test_a_concern_of_another_board_does_not_come(cast: Cast) -> None:
    campaign = campaign_of(cast)
    other = said(cast, campaign_of(cast, "Winter"), "Cold")
    housing = theme_of(cast, campaign)
    assert put_under(cast, housing, other).concerns == []
    other.refresh_from_db()
    assert other.theme is None


def test_a_concern_of_one_kept_safe_is_not_moved_unseen(cast: Cast) -> None:
    campaign = campaign_of(cast)
    hers = said(cast, campaign, "He follows me", person=cast.person("protected_member"))
    housing = theme_of(cast, campaign)
    assert put_under(cast, housing, hers).concerns == []


def test_taken_out_it_stands_under_none(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp, mould = said(cast, campaign, "Damp"), said(cast, campaign, "Mould")
    housing, health = theme_of(cast, campaign, concerns=[damp, mould]), theme_of(cast, campaign, "Health")
    seen = {damp.uid: housing.uid, mould.uid: housing.uid}
    mould.refresh_from_db()
    put_under(cast, health, mould)
    taken = take_out_concerns(theme=housing, seen=seen, at=NOW, by=cast.organiser)
    assert ([one.words for one in taken.concerns], [one.words for one in taken.left]) == (["Damp"], ["Mould"])
    assert names(campaign) == {"Damp": "-", "Mould": "Health"}


def test_split_is_told_as_such(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp, rent = said(cast, campaign, "Damp"), said(cast, campaign, "Rent")
    housing = theme_of(cast, campaign, concerns=[damp, rent])
    rent.refresh_from_db()
    made = make_theme(
        group=cast.cardiff, campaign=campaign, name="Rents", seen=as_seen(rent), out_of=housing, at=NOW,
        by=cast.organiser,
    )  # fmt: skip
    step = ThemeStep.objects.get(kind="split")
    assert (step.theme, step.other, step.before) == (made.theme, housing, [housing.pk])
    assert names(campaign) == {"Damp": "Housing", "Rent": "Rents"}


def test_renaming_over_somebody_elses_name_is_refused(cast: Cast) -> None:
    housing = theme_of(cast, campaign_of(cast))
    rename_theme(theme=housing, name="Damp homes", about="", seen="Housing", at=NOW, by=cast.organiser)
    with pytest.raises(ThemeRefused) as refused:
        rename_theme(theme=housing, name="Bad homes", about="", seen="Housing", at=NOW, by=cast.organiser)
    assert (refused.value.code, "Damp homes" in str(refused.value)) == ("meanwhile", True)
    assert ThemeStep.objects.get(kind="renamed").words == "Housing"


def test_merged_all_of_the_other_comes_along(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp = said(cast, campaign, "Damp")
    hers = said(cast, campaign, "He follows me")
    housing, homes = theme_of(cast, campaign), theme_of(cast, campaign, "Homes", [damp, hers])
    hers.refresh_from_db()
    hers.person = cast.person("protected_member")  # kept safe since it was coded
    hers.save()
    merge_themes(theme=housing, other=homes, at=NOW, by=cast.organiser)
    homes.refresh_from_db()
    assert (homes.merged_into, homes.ended_at) == (housing, NOW)
    assert names(campaign) == {"Damp": "Housing", "He follows me": "Housing"}
    with pytest.raises(ThemeRefused) as refused:
        put_under(cast, homes, damp)
    assert "merged into “Housing” meanwhile" in str(refused.value)


def test_merging_across_boards_is_refused(cast: Cast) -> None:
    housing, other = theme_of(cast, campaign_of(cast)), theme_of(cast, campaign_of(cast, "Winter"))
    for wrong in (housing, other):
        with pytest.raises(ThemeRefused) as refused:
            merge_themes(theme=housing, other=wrong, at=NOW, by=cast.organiser)
        assert refused.value.code == "another_board"


def test_taken_away_its_concerns_stand_under_none(cast: Cast) -> None:
    campaign = campaign_of(cast)
    housing = theme_of(cast, campaign, concerns=[said(cast, campaign, "Damp")])
    end_theme(theme=housing, at=NOW, by=cast.organiser)
    assert (Theme.objects.standing().count(), names(campaign)) == (0, {"Damp": "-"})


def test_a_theme_that_an_issue_comes_from_stays(cast: Cast) -> None:
    campaign = campaign_of(cast)
    housing, homes = theme_of(cast, campaign), theme_of(cast, campaign, "Homes")
    facts = {"group": cast.cardiff, "name": "Licences", "change": "Licence landlords", "who_can_grant": "Council"}
    issue = Issue.objects.create(**facts, chosen_on=TODAY, made_by=cast.operator)
    IssueTheme.objects.create(issue=issue, theme=housing)
    for act in (
        lambda: end_theme(theme=housing, at=NOW, by=cast.organiser),
        lambda: merge_themes(theme=homes, other=housing, at=NOW, by=cast.organiser),
    ):
        with pytest.raises(ThemeRefused) as refused:
            act()
        assert refused.value.code == "has_issue"
    merge_themes(theme=housing, other=homes, at=NOW, by=cast.organiser)


def test_a_move_is_in_the_audit(cast: Cast) -> None:
    campaign = campaign_of(cast)
    damp = said(cast, campaign, "Damp")
    put_under(cast, theme_of(cast, campaign), damp)
    entry = AuditEntry.objects.filter(operation="listening.move_concerns").latest("pk")
    assert str(damp.uid) in str(entry.touched)
