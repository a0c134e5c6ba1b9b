"""Names on one's own list: seen by nobody else, and gone after 60 days."""

from datetime import timedelta

import pytest

from m4c.people import name_tasks
from m4c.people.models import NameOnList
from m4c.people.operations.name_on_list import MOST, NameRefused, NewName, drop_name, forget_names, write_name
from tests.cast import Cast
from tests.factories import TODAY, seers


def write(cast: Cast, name: str = "The man at the bakery", **more: str) -> NameOnList:
    return write_name(group=cast.cardiff, new=NewName(name, **more), on=TODAY, by=cast.leader)


def test_a_name_is_seen_by_its_owner_alone(cast: Cast):
    name = write(cast, reach="07700 900111", words="He asked about the lights")
    assert (name.owner, name.made_on) == (cast.person("leader"), TODAY)
    assert seers(cast, name) == {"leader"}
    with pytest.raises(NameRefused):
        drop_name(group=cast.cardiff, name=name, by=cast.organiser)
    drop_name(group=cast.cardiff, name=name, by=cast.leader)
    assert not NameOnList.objects.exists()


def test_the_same_name_again_is_the_same_line(cast: Cast):
    assert write(cast) == write(cast, "the  man at the bakery ")


def test_a_blank_name_and_too_many_are_refused(cast: Cast):
    with pytest.raises(NameRefused, match="Write down a name"):
        write(cast, "  ")
    leader = cast.person("leader")
    NameOnList.objects.bulk_create(NameOnList(owner=leader, name=f"N {each}", made_on=TODAY) for each in range(MOST))
    with pytest.raises(NameRefused, match="200 names are on your list"):
        write(cast)


def test_names_are_forgotten_after_sixty_days(cast: Cast):
    name = write(cast)
    forget_names(on=TODAY + timedelta(days=60), by=cast.operator)
    assert NameOnList.objects.get() == name
    forget_names(on=TODAY + timedelta(days=61), by=cast.operator)
    assert not NameOnList.objects.exists()


def test_the_schedule_forgets_them(cast: Cast):
    NameOnList.objects.filter(pk=write(cast).pk).update(made_on=TODAY - timedelta(days=400))
    name_tasks.forget_names.call()
    assert not NameOnList.objects.exists()
