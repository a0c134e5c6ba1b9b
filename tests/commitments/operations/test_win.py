"""A win says who says so, an expiring one its end, a change of rule all of the rule; looking again is an entry."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.commitments.models import Win, WinLook
from m4c.commitments.operations.win import (
    WinRefused,
    edit_win,
    look_at_win,
    publish_win,
    record_win,
    take_down_win,
)
from m4c.core.models.record import new_uid
from m4c.power.models import Institution
from tests.cast import Cast
from tests.commitments.winning import a_campaign, a_win, new_win
from tests.factories import NOW, TODAY, doers, seers

DAY = timedelta(days=1)
OWN = {"leader", "organiser", "national_organiser"}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"says_who": " "}, "empty"),
        ({"kind": "expiring"}, "no_end"),
        ({"kind": "partial"}, "nothing_missing"),
        ({"kind": "great"}, "no_kind"),
        ({"on": TODAY + DAY}, "to_come"),
        ({"expires_on": TODAY - 20 * DAY}, "ends_before"),
        ({"look_again_on": TODAY - 20 * DAY}, "look_before"),
        ({"rule": "Lamps are mended in a week"}, "half_a_rule"),
    ],
)
def test_what_would_not_hold_is_refused(cast: Cast, said: dict[str, Any], code: str) -> None:
    with pytest.raises(WinRefused) as refused:
        record_win(group=cast.cardiff, new=new_win(**said), at=NOW, by=cast.leader)
    assert refused.value.code == code


def test_a_change_of_rule_names_body_rule_scope_and_day(cast: Cast) -> None:
    council = Institution.objects.create(name="Cardiff Council", kind="council", made_by=cast.organiser)
    rule: dict[str, Any] = {"rule_body": council, "rule": "Mended in a week", "scope_words": "All stairs"}
    with pytest.raises(WinRefused) as refused:
        record_win(group=cast.cardiff, new=new_win(**rule), at=NOW, by=cast.leader)
    assert refused.value.field == "rule_from"
    won = record_win(group=cast.cardiff, new=new_win(**rule, rule_from=TODAY), at=NOW, by=cast.leader)
    assert (won.rule_body, won.rule_from) == (council, TODAY)


def test_who_may_and_who_sees(cast: Cast) -> None:
    assert doers(lambda by: record_win(group=cast.cardiff, new=new_win(), at=NOW, by=by), cast) == OWN
    won = a_win(cast)
    assert seers(cast, won) == OWN | {"editor", "data_protection"}
    assert doers(lambda by: publish_win(win=won, at=NOW, by=by), cast) == {"organiser", "national_organiser", "editor"}


def test_the_same_uid_twice_is_one_and_other_words_are_refused(cast: Cast) -> None:
    uid = new_uid()
    first = record_win(group=cast.cardiff, new=new_win(uid=uid), at=NOW, by=cast.leader)
    assert record_win(group=cast.cardiff, new=new_win(uid=uid), at=NOW, by=cast.leader) == first
    with pytest.raises(WinRefused):
        record_win(group=cast.cardiff, new=new_win(uid=uid, name="Other"), at=NOW, by=cast.leader)


def test_a_campaign_one_does_not_see_is_not_named(cast: Cast) -> None:
    theirs = a_campaign(cast, group=cast.manchester)
    with pytest.raises(WinRefused) as refused:
        record_win(group=cast.cardiff, new=new_win(campaign=theirs), at=NOW, by=cast.leader)
    assert refused.value.code == "unseen"


def test_looking_again_is_a_dated_entry_and_sets_the_next_day(cast: Cast) -> None:
    won = a_win(cast, look_again_on=TODAY)
    look_at_win(
        win=won, stands="partly", words="Two are dark", on=TODAY, next_look=TODAY + 30 * DAY, at=NOW, by=cast.leader
    )
    look_at_win(win=won, stands="yes", words="All burn", on=TODAY, at=NOW, by=cast.leader)
    won.refresh_from_db()
    assert won.look_again_on is None
    assert list(WinLook.objects.visible_to(cast.leader).values_list("stands", flat=True)) == ["yes", "partly"]
    for words, day, code in ((" ", TODAY, "no_words"), ("Dark", TODAY + DAY, "wrong_day")):
        with pytest.raises(WinRefused) as refused:
            look_at_win(win=won, stands="no", words=words, on=day, at=NOW, by=cast.leader)
        assert refused.value.code == code


def test_put_right_published_and_taken_down(cast: Cast) -> None:
    won = a_win(cast)
    edit_win(win=won, new=new_win(kind="partial", missing="The cellar"), at=NOW, by=cast.leader)
    publish_win(win=won, at=NOW, by=cast.organiser)
    assert list(Win.objects.public()) == [won]
    take_down_win(win=won, at=NOW, by=cast.organiser)
    assert list(Win.objects.public()) == []
    publish_win(win=won, at=NOW, by=cast.editor)
    assert (won.missing, list(Win.objects.public())) == ("The cellar", [won])
