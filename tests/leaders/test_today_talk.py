"""Whom to talk to: follow-ups due, people gone quiet, pledges behind; each person once, nobody kept safe."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from m4c.events.operations.attendance import record_attendance
from m4c.leaders.operations.pledge import NewPledge, record_pledge
from m4c.leaders.today_lines import Line, Moment, with_phones
from m4c.leaders.today_talk import gone_quiet, whom_to_talk_to
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Channel, Consent, Group, Person, Purpose
from m4c.people.operations.consent import record_consent
from m4c.people.operations.person import record_move_away
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import gathering, somebody


@pytest.fixture
def now() -> Moment:
    return Moment(timezone.now())


def ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def day(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def came(cast: Cast, person: Person, days: int, brought_by: Person | None = None) -> None:
    event = gathering(cast, starts_at=ago(days))
    record_attendance(event=event, person=person, brought_by=brought_by, by=cast.operator)


def talked(cast: Cast, other: Person, days: int, **more: object) -> None:
    facts = {"asker": cast.person("leader"), "other": other, "day": day(-days), "held_on": day(-days)} | more
    record_one_to_one(group=cast.cardiff, new=NewOneToOne(**facts), by=cast.operator)  # type: ignore[arg-type]


def quiet(cast: Cast, persona: str, now: Moment) -> list[str]:
    return [line.title for line in gone_quiet(cast.fresh(persona), now)]


def test_gone_quiet_came_in_the_last_year_and_not_for_ninety_days(cast: Cast, now: Moment) -> None:
    for name, days in (("Rhys Recent", 80), ("Quinn Quiet", 100), ("Quentin Quieter", 300), ("Olga Old", 370)):
        came(cast, somebody(cast, name), days)
    back = somebody(cast, "Bea Back")
    came(cast, back, 200)
    came(cast, back, 20)
    assert quiet(cast, "organiser", now) == ["Quinn Quiet", "Quentin Quieter"]
    assert quiet(cast, "organiser_elsewhere", now) == []


def test_a_leader_hears_of_those_they_brought_or_met(cast: Cast, now: Moment) -> None:
    came(cast, somebody(cast, "Nobody Ofmine"), 100)
    came(cast, somebody(cast, "Brought Byme"), 110, brought_by=cast.person("leader"))
    talked(cast, somebody(cast, "Met Byme"), 120)
    assert quiet(cast, "leader", now) == ["Brought Byme", "Met Byme"]


def test_not_quiet_are_those_gone_kept_safe_or_to_be_met(cast: Cast, now: Moment) -> None:
    people = [somebody(cast, name) for name in ("Moved Away", "Safe Kept", "Soon Met")]
    for person in people:
        came(cast, person, 100)
    record_move_away(person=people[0], on=day(-5), by=cast.organiser)
    keep_safe(person=people[1], at=now.now, by=cast.organiser)
    talked(cast, people[2], -3, held_on=None)
    assert quiet(cast, "organiser", now) == []


def test_whoever_answers_for_thousands_hears_of_those_they_know(cast: Cast, now: Moment) -> None:
    came(cast, somebody(cast, "Nobody Ofmine"), 100)
    came(cast, somebody(cast, "Brought Byme"), 110, brought_by=cast.person("national_organiser"))
    assert quiet(cast, "national_organiser", now) == ["Nobody Ofmine", "Brought Byme"]
    Group.objects.filter(pk=cast.movement.pk).update(head_count=800_000)
    assert quiet(cast, "national_organiser", now) == ["Brought Byme"]


def test_a_follow_up_says_since_when_it_is_overdue(cast: Cast, now: Moment) -> None:
    for name, by in (("Dai Due", 0), ("Ola Overdue", -3), ("Fay Future", 3)):
        talked(cast, somebody(cast, name), 10, next_step="Ring", next_step_by=day(by))
    lines = {line.title: line for line in whom_to_talk_to(cast.leader, now)}
    assert sorted(lines) == ["Dai Due", "Ola Overdue"]
    assert (lines["Dai Due"].late, lines["Ola Overdue"].late[:13]) == ("", "Overdue since")
    assert [line.action and line.action.is_press for line in lines.values()] == [True, True]


def test_each_person_stands_there_once(cast: Cast, now: Moment) -> None:
    ann = somebody(cast, "Ann Again")
    talked(cast, ann, 100, next_step="Ring", next_step_by=day(-50))
    late = NewPledge(ann, "one_to_one", 5, day(-3))
    record_pledge(group=cast.cardiff, pledge=late, made_on=day(-40), by=cast.operator)
    for persona in ("leader", "organiser"):
        assert [line.title for line in whom_to_talk_to(getattr(cast, persona), now)].count("Ann Again") == 1


def test_the_phone_stands_there_only_where_one_may_ring(cast: Cast, now: Moment) -> None:
    free = somebody(cast, "Free Toring", phones=["+447700900111"])
    objects = somebody(cast, "Notto Bering", phones=["+447700900112"])
    elsewhere = somebody(cast, "Else Where", group=cast.manchester, phones=["+447700900113"])
    record_consent(
        person=objects,
        channel=Channel.PHONE,
        purpose=Purpose.ALL,
        state=Consent.State.OBJECTED,
        at=ago(1),
        source="On the doorstep",
        by=cast.organiser,
    )
    lines = [Line(person.name, person=person.pk) for person in (free, objects, elsewhere)]
    [shown] = with_phones(cast.organiser, now, lines)
    assert [line.phone and line.phone.written for line in shown] == ["07700 900111", None, None]
