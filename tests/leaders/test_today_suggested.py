"""Whom Today suggests for a new 1-2-1: those one brought, and those not spoken to since long."""

from datetime import timedelta

import pytest
from django.utils import timezone

from m4c.events.operations.attendance import record_attendance
from m4c.leaders.today_lines import Moment
from m4c.leaders.today_suggested import brought, not_spoken_to
from m4c.leaders.today_their_steps import their_steps
from m4c.listening.models import OneToOne
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from tests.cast import Cast
from tests.factories import somebody
from tests.leaders.views.test_today import meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def now() -> Moment:
    return Moment(timezone.now())


def talk(cast: Cast, name: str, days: int, *, is_held: bool = True, **more: object) -> OneToOne:
    day = timezone.localdate() + timedelta(days=days)
    known = {"held_on": day if is_held else None} | more
    new = NewOneToOne(cast.person("leader"), somebody(cast, name), day, **known)  # type: ignore[arg-type]
    return record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def test_whom_one_brought_and_nobody_talked_with(cast: Cast, now: Moment) -> None:
    event, bethan = meeting(cast, -40), cast.person("leader")
    for name in ("Ada Brought", "Tom Talked"):
        record_attendance(event=event, person=somebody(cast, name), brought_by=bethan, by=cast.operator)
    record_attendance(event=event, person=somebody(cast, "Ann Alone"), by=cast.operator)
    record_attendance(event=event, person=cast.person("protected_member"), brought_by=bethan, by=cast.operator)
    tom = next(line for line in brought(cast.fresh("leader"), now) if line.title == "Tom Talked")
    assert tom.detail.startswith("You brought them to")
    new = NewOneToOne(bethan, somebody(cast, "Nobody"), timezone.localdate())
    one = record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    OneToOne.objects.filter(pk=one.pk).update(other=tom.person)

    names = {line.title for line in brought(cast.fresh("leader"), now)}
    assert names - {cast.person("protected_member").name} == {"Ada Brought"}
    assert list(brought(cast.fresh("leader_elsewhere"), now)) == []


def test_not_spoken_to_since_long_and_none_arranged(cast: Cast, now: Moment) -> None:
    talk(cast, "Lena Long-ago", -120)
    talk(cast, "Rhys Recent", -10)
    talk(cast, "Olga Arranged-only", -120, is_held=False)
    again = talk(cast, "Ifan Again", -200)
    new = NewOneToOne(again.asker, again.other, timezone.localdate() + timedelta(days=5))
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)
    found = [(line.title, line.detail.partition(" since")[0]) for line in not_spoken_to(cast.fresh("leader"), now)]
    assert found == [("Lena Long-ago", "Not spoken to")]
    assert list(not_spoken_to(cast.fresh("organiser"), now)) == []


def test_what_they_said_they_would_do_is_promised_to_us(cast: Cast, now: Moment) -> None:
    one = talk(cast, "Amal Yusuf", -10, next_step="Ask her sister", next_step_by=timezone.localdate())
    assert list(their_steps(cast.fresh("leader"), now)) == []
    OneToOne.objects.filter(pk=one.pk).update(next_step_of=OneToOne.Whose.OTHER)
    anew = Moment(now.now)  # another page
    found = [(line.title, line.detail) for line in their_steps(cast.fresh("leader"), anew)]
    assert found == [("Amal Yusuf", "Ask her sister")]
