"""Wanting a kit in one's own place: confirmed by a letter; three near each other meet once each of them agreed."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.campaigns.models import Kit, KitIntroduction, KitWish
from m4c.campaigns.operations.kit_wish import (
    ANSWER_DAYS,
    KEPT_DAYS,
    Wished,
    WishRefused,
    answer_introduction,
    bring_three_together,
    confirm_wish,
    forget_wishes,
    introduce,
    introduction_secret,
    take_wish_back,
    wish_for_kit,
    wish_secret,
)
from m4c.core.errors import NotAllowed
from m4c.core.worker import run_waiting
from m4c.people.models import Person
from m4c.people.models.account import website
from tests.campaigns.kits.making import kit_of, public_kit_of
from tests.cast import THEN, Cast

CARDIFF, PENARTH_WAY, MANCHESTER = "CF10 1EP", "CF11 8AZ", "M1 1AE"


def wished(kit: Kit, name: str, postcode: str = CARDIFF, at: datetime = THEN) -> KitWish:
    """Somebody typed that they want it."""
    typed = Wished(name, f"{name.casefold()}@example.org", postcode, "en-gb")
    return wish_for_kit(kit=kit, wished=typed, at=at, by=website())


def confirmed(cast: Cast, kit: Kit, name: str, postcode: str = CARDIFF) -> KitWish:
    """Somebody who opened the letter, too."""
    token = wish_secret(wish=wished(kit, name, postcode), by=cast.operator).token
    return confirm_wish(token=token, at=THEN, by=website())


def three(cast: Cast, kit: Kit) -> list[str]:
    """Three who want it in Cardiff, asked: the secrets of their letters."""
    for name in ("Ada", "Ben", "Cai"):
        confirmed(cast, kit, name)
    asked = bring_three_together(kit=kit, at=THEN, by=cast.operator)
    return [introduction_secret(introduction=each, by=cast.operator).token for each in asked]


def say(token: str, *, agrees: bool, at: datetime = THEN) -> KitIntroduction:
    """Answer one of those letters."""
    return answer_introduction(token=token, agrees=agrees, at=at, by=website())


def test_a_wish_makes_no_record_and_its_letter_names_nobody(cast: Cast):
    before = Person.objects.count()
    wished(public_kit_of(cast), "Ada")
    run_waiting()
    assert (Person.objects.count(), mail.outbox[0].to) == (before, ["ada@example.org"])
    assert "/kits/wish/" in mail.outbox[0].body
    assert "Ada" not in mail.outbox[0].body


def test_asked_twice_it_is_one_wish_and_the_last_link_works(cast: Cast):
    kit = public_kit_of(cast)
    first = wish_secret(wish=wished(kit, "Ada"), by=cast.operator).token
    last = wish_secret(wish=wished(kit, "Ada"), by=cast.operator).token
    assert KitWish.objects.count() == 1
    with pytest.raises(WishRefused, match="used, or is too old"):
        confirm_wish(token=first, at=THEN, by=website())
    assert confirm_wish(token=last, at=THEN, by=website()).confirmed_at == THEN


def test_a_kit_that_is_not_out_and_a_place_nobody_knows_are_refused(cast: Cast):
    with pytest.raises(WishRefused, match="not out"):
        wished(kit_of(cast), "Ada")
    with pytest.raises(WishRefused, match="postcode"):
        wished(public_kit_of(cast, name="Another"), "Ada", "ZZ99 9ZZ")


def test_two_are_not_enough_and_who_lives_far_is_not_asked(cast: Cast):
    kit = public_kit_of(cast)
    for name, postcode in (("Ada", CARDIFF), ("Ben", PENARTH_WAY), ("Mal", MANCHESTER)):
        confirmed(cast, kit, name, postcode)
    assert bring_three_together(kit=kit, at=THEN, by=cast.operator) == []
    confirmed(cast, kit, "Cai", PENARTH_WAY)
    asked = bring_three_together(kit=kit, at=THEN, by=cast.operator)
    assert {each.wish.name for each in asked} == {"Ada", "Ben", "Cai"}


def test_whoever_did_not_open_the_letter_is_not_asked(cast: Cast):
    kit = public_kit_of(cast)
    for name in ("Ada", "Ben"):
        confirmed(cast, kit, name)
    wished(kit, "Cai")
    assert bring_three_together(kit=kit, at=THEN, by=cast.operator) == []


def test_they_are_asked_once(cast: Cast):
    kit = public_kit_of(cast)
    three(cast, kit)
    assert bring_three_together(kit=kit, at=THEN, by=cast.operator) == []


def test_once_all_three_agreed_each_learns_of_the_two_others(cast: Cast):
    first, *others = three(cast, public_kit_of(cast))
    say(first, agrees=True)
    run_waiting()
    assert not any("Ada" in letter.body or "Ben" in letter.body for letter in mail.outbox)
    for token in others:
        say(token, agrees=True)
    run_waiting()
    to_ada = next(letter for letter in mail.outbox[-3:] if letter.to == ["ada@example.org"])
    assert "Ben, ben@example.org\nCai, cai@example.org" in to_ada.body
    assert KitWish.objects.waiting().count() == 0


def test_an_answer_counts_once(cast: Cast):
    first, *_others = three(cast, public_kit_of(cast))
    say(first, agrees=True)
    with pytest.raises(WishRefused, match="used"):
        say(first, agrees=False)


def test_one_no_ends_the_circle_and_frees_the_two_others(cast: Cast):
    kit = public_kit_of(cast)
    first, second, third = three(cast, kit)
    say(first, agrees=True)
    say(second, agrees=False)
    with pytest.raises(WishRefused):
        say(third, agrees=True)
    assert {wish.name for wish in KitWish.objects.waiting()} == {"Ada", "Cai"}
    confirmed(cast, kit, "Dai")
    again = bring_three_together(kit=kit, at=THEN, by=cast.operator)
    assert {each.wish.name for each in again} == {"Ada", "Cai", "Dai"}


def test_the_three_are_introduced_once(cast: Cast):
    tokens = three(cast, public_kit_of(cast))
    for token in tokens:
        circle = say(token, agrees=True).circle
    assert len(introduce(circle=circle, at=THEN, by=cast.operator)) == 3
    assert introduce(circle=circle, at=THEN, by=cast.operator) == []


def test_taking_a_wish_back_frees_the_others(cast: Cast):
    kit = public_kit_of(cast)
    three(cast, kit)
    token = wish_secret(wish=KitWish.objects.get(name="Ada"), by=cast.operator).token
    take_wish_back(token=token, at=THEN, by=website())
    assert {wish.name for wish in KitWish.objects.waiting()} == {"Ben", "Cai"}
    assert not KitIntroduction.objects.filter(ended_at=None).exists()


def test_what_nobody_answered_ends_and_old_wishes_go(cast: Cast):
    kit = public_kit_of(cast)
    tokens = three(cast, kit)
    wished(kit, "Dai")
    later = THEN + timedelta(days=ANSWER_DAYS)
    forget_wishes(at=later, by=cast.operator)
    with pytest.raises(WishRefused):
        say(tokens[0], agrees=True, at=later)
    assert {wish.name for wish in KitWish.objects.all()} == {"Ada", "Ben", "Cai"}
    forget_wishes(at=THEN + timedelta(days=KEPT_DAYS), by=cast.operator)
    assert KitWish.objects.count() == 0


@pytest.mark.parametrize("persona", ["member", "organiser", "admin"])
def test_nobody_else_makes_links_or_brings_people_together(cast: Cast, persona: str):
    kit = public_kit_of(cast)
    by: Any = getattr(cast, persona)
    wish = wished(kit, "Ada")
    with pytest.raises(NotAllowed):
        wish_secret(wish=wish, by=by)
    with pytest.raises(NotAllowed):
        bring_three_together(kit=kit, at=THEN, by=by)


def test_nothing_of_a_postcode_is_kept_but_about_where_it_is(cast: Cast):
    wish = wished(public_kit_of(cast), "Ada")
    assert (round(wish.latitude, 2), round(wish.longitude, 2)) == (wish.latitude, wish.longitude)
    assert "postcode" not in {field.name for field in KitWish._meta.get_fields()}


def test_looking_for_three_asks_no_more_for_many_than_for_few(cast: Cast):
    numbers = []
    kit = public_kit_of(cast)
    for names, postcode in ((("Ada", "Ben"), CARDIFF), (("Cyd", "Dai"), MANCHESTER)):
        for name in names:
            confirmed(cast, kit, name, postcode)
        with CaptureQueriesContext(connection) as asked:
            assert bring_three_together(kit=kit, at=THEN, by=cast.operator) == []
        numbers.append(len(asked))
    assert numbers[0] == numbers[1]
