"""A code by which those at an event come into its group: what it is for is read by more than some events are."""

from datetime import timedelta

import pytest
from django.utils import timezone

from m4c.events.models import Event
from m4c.events.panels import code_to_come_in_by
from tests.cast import Cast
from tests.factories import gathering

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("visibility", "said"), [("public", "Street lights"), ("group", "Street lights"), ("invited", "")]
)
def test_of_an_event_for_those_invited_it_does_not_say_the_title(cast: Cast, visibility: str, said: str) -> None:
    event = gathering(cast, starts_at=timezone.now() + timedelta(days=3), visibility=Event.Visibility(visibility))
    panel = code_to_come_in_by(cast.leader, event)
    assert panel is not None
    assert panel["form"].initial["purpose"] == said


def test_it_is_for_those_alone_who_may_make_one(cast: Cast) -> None:
    event = gathering(cast, starts_at=timezone.now() + timedelta(days=3), visibility=Event.Visibility.PUBLIC)
    shown = {who for who in ("leader", "organiser", "member") if code_to_come_in_by(getattr(cast, who), event)}
    assert shown == {"leader", "organiser"}
