"""What a group's chart may ask of events: the latest that were, and the next to come, each up to a number."""

from datetime import timedelta

import pytest
from django.utils import timezone

from m4c.events import chart
from m4c.events.chart import came_options, signed_up_options
from tests.cast import Cast
from tests.factories import gathering


def test_those_to_come_leave_room_for_those_that_were(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chart, "MOST", 2)
    for days in (-3, -2, -1, 1, 2, 3):
        gathering(cast, title=f"Meeting {days}", starts_at=timezone.now() + timedelta(days=days))
    gathering(cast, cast.manchester, title="Elsewhere", starts_at=timezone.now() - timedelta(hours=1))
    account = cast.fresh("organiser")
    came, signed_up = (
        [told.partition(",")[0] for _key, told in options(account, cast.cardiff)]
        for options in (came_options, signed_up_options)
    )
    assert came == ["Came to an event", "Came to Meeting -1", "Came to Meeting -2"]
    assert signed_up == ["Signed up for Meeting 2", "Signed up for Meeting 1"]
