"""Write down powerholders, put them right, look them over, and say that one is one of our own people."""

import pytest

from m4c.people.operations.must_see import Unseen
from m4c.power.models import Powerholder
from m4c.power.operations.powerholder import (
    NewPowerholder,
    PowerRefused,
    add_powerholder,
    change_powerholder,
    look_over,
    say_own_person,
)
from tests.cast import Cast
from tests.factories import TODAY, doers, somebody
from tests.power.recording import owner_of

RECORDERS = {
    "leader",
    "leader_elsewhere",
    "organiser",
    "organiser_elsewhere",
    "national_organiser",
    "coalition_organiser",
}


def test_add_powerholder_is_for_who_may_record_power_in_any_group(cast: Cast) -> None:
    assert doers(lambda by: add_powerholder(new=NewPowerholder("Ada Pryce"), by=by), cast) == RECORDERS


def test_add_powerholder_keeps_two_of_one_name_and_refuses_none(cast: Cast) -> None:
    add_powerholder(new=NewPowerholder("  Ada   Pryce "), by=cast.leader)
    add_powerholder(new=NewPowerholder("Ada Pryce"), by=cast.leader)

    assert list(Powerholder.objects.values_list("name", flat=True)) == ["Ada Pryce", "Ada Pryce"]
    with pytest.raises(PowerRefused, match="Give their name"):
        add_powerholder(new=NewPowerholder(" "), by=cast.leader)


def test_change_powerholder_puts_them_right(cast: Cast) -> None:
    owner = owner_of(cast)

    change_powerholder(powerholder=owner, new=NewPowerholder("Anand Kapadia", about="Sold it"), by=cast.leader)

    owner.refresh_from_db()
    assert (owner.about, owner.is_private_owner) == ("Sold it", False)


def test_look_over_takes_it_off_the_list_to_review(cast: Cast) -> None:
    owner = owner_of(cast)
    Powerholder.objects.update(to_review="Made by an import")
    assert Powerholder.objects.to_review().count() == 1

    look_over(powerholder=Powerholder.objects.get(pk=owner.pk), by=cast.leader)

    assert Powerholder.objects.to_review().count() == 0


def test_say_own_person_names_only_whom_one_may_see_and_each_once(cast: Cast) -> None:
    owner, other, person = owner_of(cast), owner_of(cast, "Another"), somebody(cast)

    with pytest.raises(Unseen):
        say_own_person(powerholder=owner, person=person, by=cast.organiser_elsewhere)
    say_own_person(powerholder=owner, person=person, by=cast.organiser)
    with pytest.raises(PowerRefused, match="another powerholder"):
        say_own_person(powerholder=other, person=person, by=cast.organiser)
    with pytest.raises(PowerRefused, match="cannot be said"):
        say_own_person(powerholder=owner, person=None, by=cast.organiser_elsewhere)
    say_own_person(powerholder=owner, person=None, by=cast.organiser)

    owner.refresh_from_db()
    assert (owner.person_id, owner.source_on) == (None, TODAY)
