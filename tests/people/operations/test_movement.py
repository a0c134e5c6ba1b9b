"""A movement starts once, in an empty database, with what it says about itself."""

import pytest

from m4c.core.permissions import Role
from m4c.people.models import Account, Group, Movement
from m4c.people.operations.movement import Answers, MovementRefused, start_movement

ANSWERS = Answers("Ynys Môn Together", "Llangefni", "megan@example.org", "data@example.org", Movement.Language.WELSH)


def test_an_empty_database_takes_a_movement(db):
    movement = start_movement(answers=ANSWERS, by=Account.objects.of_system(Role.OPERATOR))
    group = Group.objects.get()
    assert (group.name, group.kind, group.place, group.parent) == (ANSWERS.name, "movement", ANSWERS.place, None)
    assert (movement.group, movement.run_by, movement.language) == (group, "megan@example.org", "cy")
    assert movement.data_protection_contact == "data@example.org"


def test_a_second_movement_is_refused(cast):
    with pytest.raises(MovementRefused):
        start_movement(answers=ANSWERS, by=cast.operator)
    assert not Movement.objects.exists()
