"""Somebody else's meeting: whose, its chair and panel, and who speaks for us."""

from typing import Any

import pytest

from m4c.events.models import EventRole, OutsideHost
from m4c.events.operations.event_plan import EventRefused
from m4c.events.operations.outside_host import say_whose_meeting
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.factories import gathering, somebody


def test_it_is_written_down_whose_meeting_it_is(cast: Cast) -> None:
    event, speaker = gathering(cast, kind="others"), cast.person("leader")
    given: Any = {"body": " Demos ", "chair": "A columnist", "panel": "One MP\n\n A pollster ", "speaker": speaker}
    say_whose_meeting(event=event, by=cast.leader, **given)
    say_whose_meeting(event=event, by=cast.leader, **given)

    host = OutsideHost.objects.get()
    assert (host.body, host.chair, host.panel) == ("Demos", "A columnist", "One MP\nA pollster")
    assert list(EventRole.objects.values_list("part", "person")) == [("speaker", speaker.pk)]


def test_our_own_meeting_is_nobody_elses(cast: Cast) -> None:
    with pytest.raises(EventRefused, match="our own"):
        say_whose_meeting(event=gathering(cast), body="Demos", by=cast.leader)


def test_somebody_holds_it(cast: Cast) -> None:
    with pytest.raises(EventRefused, match="who holds it"):
        say_whose_meeting(event=gathering(cast, kind="others"), body=" ", by=cast.leader)


def test_who_speaks_is_somebody_whom_one_may_see(cast: Cast) -> None:
    stranger = somebody(cast, group=cast.manchester)
    with pytest.raises(Unseen):
        say_whose_meeting(event=gathering(cast, kind="others"), body="Demos", speaker=stranger, by=cast.leader)
