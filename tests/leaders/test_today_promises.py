"""What have we promised, and who has promised us: days, what is overdue, and a register that later apps fill."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from m4c.core.permissions import SIGNED_IN
from m4c.core.register import Register
from m4c.leaders import today_lines
from m4c.leaders.permissions import SEE_PLEDGES
from m4c.leaders.today_lines import Line, Moment, PromiseSource, promised_to_us
from m4c.leaders.today_promises import agreed_steps, next_steps, overdue_in_groups
from m4c.listening.operations.house_meeting import NewHouseMeeting, record_house_meeting
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from tests.cast import Cast
from tests.factories import signed_in, somebody, words_of
from tests.people.handing_over.leaving import begin, hand, met, next_leader


@pytest.fixture
def now() -> Moment:
    return Moment(timezone.now())


def day(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def agreed(cast: Cast, step: str, by: int | None, asker: str = "leader") -> None:
    other = somebody(cast, f"With {step}")
    facts = {"asker": cast.person(asker), "other": other, "day": day(-80), "held_on": day(-80), "next_step": step}
    new = NewOneToOne(**facts, next_step_by=None if by is None else day(by))  # type: ignore[arg-type]
    record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def test_next_steps_of_the_week_and_those_without_a_day(cast: Cast, now: Moment) -> None:
    for step, by in (("Soon", 3), ("Some day", None), ("Far", 20), ("Due, so a follow-up", -2)):
        agreed(cast, step, by)
    assert [(line.title, line.day) for line in next_steps(cast.leader, now)] == [("Soon", day(3)), ("Some day", None)]


def test_the_next_step_of_a_house_meeting_says_since_when_it_is_overdue(cast: Cast, now: Moment) -> None:
    facts = {"day": day(-9), "held_on": day(-9), "next_step": "Find a hall", "next_step_by": day(-1)}
    new = NewHouseMeeting(host=cast.person("leader"), **facts)  # type: ignore[arg-type]
    record_house_meeting(group=cast.cardiff, new=new, by=cast.operator)
    [line] = next_steps(cast.leader, now)
    assert (line.title, line.late[:13]) == ("Find a hall", "Overdue since")


def test_introductions_owed_stand_by_themselves_whenever_they_are_due(cast: Cast, now: Moment) -> None:
    begun, to = begin(cast), next_leader(cast)
    for name, days in (("Amal Yusuf", 60), ("Rhys Owen", -2)):
        hand(begun, met(cast, name), to, cast.organiser, introduce_by=day(days))
    owed, steps = agreed_steps(cast.fresh("leader"), now).introductions, agreed_steps(cast.fresh("leader"), now).steps
    told = [(line.title, line.late != "") for line in owed]
    assert told == [("Introduce Rhys Owen to Ifan Pugh", True), ("Introduce Amal Yusuf to Ifan Pugh", False)]
    assert (steps, agreed_steps(cast.fresh("organiser"), now)) == ([], ([], []))
    assert "Introductions owed" in words_of(signed_in(cast, "leader").get("/organise/"))


def test_an_organiser_sees_what_is_overdue_in_the_group(cast: Cast, now: Moment) -> None:
    for step, by in (("Overdue", -3), ("Due today", 0), ("Long forgotten", -70)):
        agreed(cast, step, by)
    agreed(cast, "My own", -3, asker="organiser")
    found = [(line.title, line.detail) for line in overdue_in_groups(cast.organiser, now)]
    assert found == [("Bethan Griffiths", "Agreed with With Overdue: Overdue")]
    for persona in ("leader", "member", "organiser_elsewhere"):
        assert list(overdue_in_groups(getattr(cast, persona), now)) == []


def test_who_has_promised_us_shows_once_an_app_can_say(
    cast: Cast, now: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources: Register[PromiseSource] = Register("Promises of a test.")
    monkeypatch.setattr(today_lines, "PROMISED_TO_US", sources)
    assert promised_to_us(cast.leader, now) is None
    assert "Who has promised us?" not in words_of(signed_in(cast, "leader").get("/organise/"))

    sources.add(
        "test", PromiseSource("Lamps", SIGNED_IN, lambda account, at: [Line("New lamps by May", "The council")])
    )
    sources.add("theirs", PromiseSource("Trees", SEE_PLEDGES, lambda account, at: [Line("Trees")]))
    text = words_of(signed_in(cast, "leader").get("/organise/"))
    assert ("Who has promised us?" in text, "New lamps by May" in text, "Trees" in text) == (True, True, False)
