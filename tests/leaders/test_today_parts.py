"""Today's parts of events to come: one's own, and those of one's groups that wait."""

from datetime import timedelta

from django.utils import timezone

from m4c.events.models import Event
from m4c.events.operations.part import add_part
from m4c.leaders.today_lines import Moment
from m4c.leaders.today_parts import parts
from tests.cast import Cast
from tests.factories import NOW, gathering, signed_in, words_of


def told(cast: Cast, persona: str) -> list[str]:
    return [line.title for line in parts(cast.fresh(persona), Moment(NOW))]


def test_ones_own_parts_and_those_that_wait_stand_there(cast: Cast) -> None:
    event = gathering(cast, days=3)
    add_part(event=event, part="chair", person=cast.person("member"), by=cast.operator)
    add_part(event=event, part="food", words="cake", person=cast.person("member"), by=cast.operator)
    for part in ("notes", "time"):
        add_part(event=event, part=part, by=cast.leader)
    assert told(cast, "member") == ["Chair", "cake", "2 parts wait for somebody"]
    assert told(cast, "leader_elsewhere") == []
    assert told(cast, "national_organiser") == []  # sees them, and belongs to another group


def test_events_gone_by_called_off_and_far_ahead_are_left_out(cast: Cast) -> None:
    for days in (-1, 40, 5):
        event = gathering(cast, days=days)
        add_part(event=event, part="chair", person=cast.person("member"), by=cast.operator)
        add_part(event=event, part="notes", by=cast.leader)
    Event.objects.filter(pk=event.pk).update(cancelled_at=NOW)
    assert told(cast, "member") == []


def test_it_stands_on_the_page(cast: Cast) -> None:
    event = gathering(cast)
    add_part(event=event, part="chair", person=cast.person("leader"), by=cast.leader)
    add_part(event=event, part="notes", by=cast.leader)
    Event.objects.filter(pk=event.pk).update(starts_at=timezone.now() + timedelta(days=2))
    page = words_of(signed_in(cast, "leader").get("/organise/"))
    assert "Chair" in page
    assert "1 part waits for somebody" in page
