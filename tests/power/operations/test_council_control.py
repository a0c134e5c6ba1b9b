"""Who controls a council, as a source says: one after the other, and only of a council."""

from datetime import date
from functools import partial
from typing import Any

import pytest

from m4c.core.errors import Refused
from m4c.power.models import CouncilControl, Institution
from m4c.power.operations.council_control import ControlRefused, NewControl, say_control
from tests.cast import Cast
from tests.factories import doers


def council(cast: Cast, kind: str = "council") -> Institution:
    """A council of no place."""
    return Institution.objects.create(name="Made-up Council", kind=kind, made_by=cast.operator)


def control(words: str, day: str, **more: Any) -> NewControl:
    """Who controls it since a day."""
    return NewControl(words, date.fromisoformat(day), "https://example.org/control", date(2026, 9, 1), **more)


def test_a_new_control_ends_the_one_before(cast: Cast) -> None:
    body = council(cast)
    say_control(institution=body, new=control("Labour", "2022-05-05"), by=cast.leader)
    say_control(institution=body, new=control("Greens", "2026-05-07"), by=cast.leader)
    say_control(institution=body, new=control("Greens and Plaid Cymru", "2026-05-07"), by=cast.leader)
    told = CouncilControl.objects.order_by("started_on").values_list("words", "ended_on")
    assert list(told) == [("Labour", date(2026, 5, 7)), ("Greens and Plaid Cymru", None)]


def test_only_a_council_is_controlled_and_only_forwards(cast: Cast) -> None:
    with pytest.raises(ControlRefused):
        say_control(institution=council(cast, "company"), new=control("Labour", "2022-05-05"), by=cast.leader)
    backwards = control("Labour", "2022-05-05", ended_on=date(2022, 5, 1))
    with pytest.raises(Refused):
        say_control(institution=council(cast), new=backwards, by=cast.leader)


def test_who_may_say_it(cast: Cast) -> None:
    act = partial(say_control, institution=council(cast), new=control("Labour", "2022-05-05"))
    may = doers(lambda account: act(by=account), cast)
    assert {"leader", "organiser"} <= may
    assert not may & {"member", "treasurer", "editor"}
