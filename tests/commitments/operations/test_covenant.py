"""Covenants: texts by versions, looks, the end, and that two bodies signed before everybody reads it."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.commitments.models import Covenant, CovenantReview, CovenantText
from m4c.commitments.operations.covenant import (
    CovenantRefused,
    NewCovenant,
    change_covenant,
    end_covenant,
    make_covenant,
    publish_covenant,
    review_covenant,
    rewrite_covenant,
    take_down_covenant,
)
from m4c.core.models.record import new_uid
from tests.cast import Cast
from tests.commitments.covenanting import NAME, SINCE, WORDS, a_covenant, a_party, a_public_covenant, signed
from tests.commitments.winning import a_campaign
from tests.factories import NOW, TODAY, doers


def test_one_is_made_with_its_first_text_and_twice_is_once(cast: Cast) -> None:
    uid = new_uid()
    given: dict[str, Any] = {
        "group": cast.cardiff,
        "new": NewCovenant(name=f" {NAME} "),
        "words": WORDS,
        "on": SINCE,
        "uid": uid,
    }
    made = make_covenant(**given, at=NOW, by=cast.leader)
    assert make_covenant(**given, at=NOW, by=cast.leader) == made
    assert (made.name, made.slug, CovenantText.objects.get().number) == (NAME, "respect-on-the-parade", 1)
    with pytest.raises(CovenantRefused):
        make_covenant(**given | {"new": NewCovenant(name="Other")}, at=NOW, by=cast.leader)


@pytest.mark.parametrize(
    ("more", "field"),
    [({"new": NewCovenant(name=" ")}, "name"), ({"words": " "}, "words"), ({"on": TODAY + timedelta(days=1)}, "on")],
)
def test_one_that_would_not_hold_is_refused(cast: Cast, more: dict, field: str) -> None:
    given: dict[str, Any] = {"group": cast.cardiff, "new": NewCovenant(name=NAME), "words": WORDS, "on": SINCE}
    with pytest.raises(CovenantRefused) as refused:
        make_covenant(**given | more, at=NOW, by=cast.leader)
    assert refused.value.field == field


def test_changing_it_brings_in_no_campaign_that_one_does_not_see(cast: Cast) -> None:
    made, elsewhere = a_covenant(cast), a_campaign(cast, "Clean stairs", cast.manchester)
    with pytest.raises(CovenantRefused):
        change_covenant(covenant=made, new=NewCovenant(name="A", campaign=elsewhere), by=cast.leader)
    own = a_campaign(cast)
    change_covenant(covenant=made, new=NewCovenant(name="Respect", campaign=own), by=cast.leader)
    made.refresh_from_db()
    assert (made.name, made.slug, made.campaign) == ("Respect", "respect", own)


def test_a_name_that_is_withdrawn_goes_out_of_its_address(cast: Cast) -> None:
    made = a_covenant(cast)
    for name, slug in (
        ("Respect on the Parade!", "respect-on-the-parade"),
        ("A parade for Ada Probert", "a-parade-for-ada-probert"),
        ("A parade for everybody", "a-parade-for-everybody"),
    ):
        change_covenant(covenant=made, new=NewCovenant(name=name), by=cast.leader)
        assert (made.name, made.slug) == (name, slug)


def test_the_next_text_says_why_and_leaves_the_one_before(cast: Cast) -> None:
    made = a_covenant(cast)
    given: dict[str, Any] = {
        "covenant": made,
        "words": "We say hello.",
        "on": TODAY,
        "because": "Nobody buys drink here any more.",
    }
    for more in (
        {"words": WORDS},
        {"because": ""},
        {"on": SINCE - timedelta(days=1)},
        {"on": TODAY + timedelta(days=1)},
    ):
        with pytest.raises(CovenantRefused):
            rewrite_covenant(**given | more, at=NOW, by=cast.leader)
    second = rewrite_covenant(**given, at=NOW, by=cast.leader)
    assert (second.number, CovenantText.objects.get(number=1).words) == (2, WORDS)


def test_a_look_says_who_says_so_and_when_to_look_next(cast: Cast) -> None:
    made = a_covenant(cast)
    party, other = signed(cast, made), signed(cast, a_covenant(cast, name="Other"))
    next_look = TODAY + timedelta(days=90)
    given: dict[str, Any] = {
        "covenant": made,
        "party": party,
        "on": TODAY,
        "holds": "partly",
        "words": "Three Fridays in four",
    }
    given |= {"says_who": "Both sides", "next_look": next_look}
    for more in (
        {"holds": "perhaps"},
        {"words": ""},
        {"says_who": " "},
        {"on": TODAY + timedelta(days=1)},
        {"next_look": TODAY},
        {"party": other},
    ):
        with pytest.raises(CovenantRefused):
            review_covenant(**given | more, at=NOW, by=cast.leader)
    review_covenant(**given, at=NOW, by=cast.leader)
    made.refresh_from_db()
    assert (CovenantReview.objects.get().party, made.review_on) == (party, next_look)


def test_one_that_ended_changes_no_more(cast: Cast) -> None:
    made = a_covenant(cast, review_on=TODAY)
    with pytest.raises(CovenantRefused):
        end_covenant(covenant=made, on=TODAY + timedelta(days=1), at=NOW, by=cast.leader)
    end_covenant(covenant=made, on=TODAY, at=NOW, by=cast.leader)
    assert (made.ended_on, made.review_on) == (TODAY, None)
    with pytest.raises(CovenantRefused):
        rewrite_covenant(covenant=made, words="More", on=TODAY, because="So", at=NOW, by=cast.leader)
    with pytest.raises(CovenantRefused):
        a_party(cast, made)


def test_everybody_reads_it_once_two_signed(cast: Cast) -> None:
    made = a_covenant(cast)
    signed(cast, made)
    a_party(cast, made, "Shopkeepers")
    with pytest.raises(CovenantRefused):
        publish_covenant(covenant=made, at=NOW, by=cast.organiser)
    assert not Covenant.objects.public().exists()
    signed(cast, made, "School")
    publish_covenant(covenant=made, at=NOW, by=cast.organiser)
    assert publish_covenant(covenant=made, at=NOW, by=cast.organiser).is_public
    take_down_covenant(covenant=made, at=NOW, by=cast.organiser)
    take_down_covenant(covenant=made, at=NOW, by=cast.organiser)
    assert not Covenant.objects.public().exists()


def test_who_may(cast: Cast) -> None:
    made = a_public_covenant(cast)
    change: dict[str, Any] = {"covenant": made, "new": NewCovenant(name=NAME)}
    keep = doers(lambda by: change_covenant(**change, by=by), cast)
    show = doers(lambda by: publish_covenant(covenant=made, at=NOW, by=by), cast)
    assert keep == {"leader", "organiser", "national_organiser"}
    assert show == {"organiser", "national_organiser", "editor"}
