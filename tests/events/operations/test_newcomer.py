"""Somebody who turned up: the one on record where there is no doubt, else a new one; and nothing is told of either."""

from datetime import UTC, date, datetime

import pytest

from m4c.core.errors import NotAllowed
from m4c.events.operations.newcomer import meet
from m4c.people.models import Account, Membership, Person, Protection
from m4c.people.operations.person import NewPerson, record_death
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody

PHONE = "+447700900321"


def met(cast: Cast, new: NewPerson, by: Account | None = None) -> Person:
    return meet(group=cast.cardiff, new=new, on=TODAY, source="Stall", by=by or cast.leader)


def test_somebody_new_is_kept_a_record_of(cast: Cast) -> None:
    kit = met(cast, NewPerson("Kit", "Okafor", phones=[PHONE]))
    assert (kit.met_on, kit.met_by, kit.source) == (date(2026, 10, 5), cast.person("leader"), "Stall")
    assert Membership.objects.get(person=kit).group == cast.cardiff


@pytest.mark.parametrize("given", ["Kit", "kit", "Kìt"])
def test_the_same_phone_and_first_name_is_the_same_person(cast: Cast, given: str) -> None:
    kit = somebody(cast, "Kit Okafor", cast.manchester, phones=[PHONE])
    assert met(cast, NewPerson(given, "Okafor", phones=[PHONE])) == kit
    assert Membership.objects.filter(person=kit, group=cast.cardiff).count() == 1


def test_the_same_email_is_the_same_person_whatever_its_case(cast: Cast) -> None:
    kit = somebody(cast, "Kit Okafor", cast.manchester, emails=["kit@example.org"])
    assert met(cast, NewPerson("Kit", "Okafor", emails=["KIT@example.org"])) == kit


def test_the_same_phone_with_another_first_name_is_another_of_the_household(cast: Cast) -> None:
    kit = somebody(cast, "Kit Okafor", phones=[PHONE])
    assert met(cast, NewPerson("Maryam", "Okafor", phones=[PHONE])) != kit


def test_a_name_alone_is_nobody_known(cast: Cast) -> None:
    kit = somebody(cast, "Kit Okafor")
    assert met(cast, NewPerson("Kit", "Okafor")) != kit


def test_sent_twice_a_name_alone_is_one_person_for_the_day(cast: Cast) -> None:
    first = met(cast, NewPerson("Kit", "Okafor"))
    assert met(cast, NewPerson("Kit", "Okafor")) == first
    assert met(cast, NewPerson("Kit", "Okafor"), cast.organiser) != first
    assert met(cast, NewPerson("Kit", "Okafor", phones=[PHONE])) != first
    later = meet(group=cast.cardiff, new=NewPerson("Kit", "Okafor"), on=date(2026, 10, 6), source="", by=cast.leader)
    assert later != first


def test_who_died_does_not_turn_up(cast: Cast) -> None:
    kit = somebody(cast, "Kit Okafor", phones=[PHONE])
    record_death(person=kit, on=TODAY, by=cast.organiser)
    assert met(cast, NewPerson("Kit", "Okafor", phones=[PHONE])) != kit


def test_somebody_kept_safe_is_found_and_stays_hidden(cast: Cast) -> None:
    hana = cast.person("protected_member")
    hana.emails.update(address="hana@example.org", folded="hana@example.org")
    before = Person.objects.count()

    assert met(cast, NewPerson("Hana", "Čermáková", emails=["hana@example.org"]), cast.organiser) == hana
    assert Person.objects.count() == before
    assert not Person.objects.visible_to(cast.fresh("organiser")).filter(pk=hana.pk).exists()


@pytest.mark.parametrize("known", [True, False])
def test_keep_safe_hides_at_once_whether_known_or_new(cast: Cast, known: bool) -> None:
    if known:
        somebody(cast, "Kit Okafor", phones=[PHONE])
    kit = met(cast, NewPerson("Kit", "Okafor", phones=[PHONE], keep_safe_at=datetime(2026, 10, 5, 19, tzinfo=UTC)))

    assert Protection.objects.active().get(person=kit).placed_at > NOW
    assert not Person.objects.visible_to(cast.fresh("organiser")).filter(pk=kit.pk).exists()


def test_only_who_may_add_people_meets_them(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        met(cast, NewPerson("Kit", "Okafor"), cast.leader_elsewhere)
