"""A movement starts once: in an empty database, which tests/cli tries. Here one stands already."""

import pytest

from m4c.people.models import Movement
from m4c.people.operations.movement import Answers, MovementRefused, start_movement

ANSWERS = Answers("Ynys Môn Together", "Llangefni", "megan@example.org", "data@example.org", Movement.Language.WELSH)


def test_a_second_movement_is_refused(cast):
    with pytest.raises(MovementRefused):
        start_movement(answers=ANSWERS, by=cast.operator)
    assert not Movement.objects.exists()
