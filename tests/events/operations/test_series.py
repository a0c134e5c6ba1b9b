"""Series: made ahead once for each day, with days left out, moved and confirmed; changed, and ended."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from m4c.events.models import CoHost, Event, EventRole, Series, SeriesDay
from m4c.events.operations.event import edit_event
from m4c.events.operations.event_plan import EventRefused
from m4c.events.operations.part import give_part
from m4c.events.operations.series import (
    NewSeries,
    SeriesRefused,
    change_series,
    confirm_day,
    end_series,
    leave_out,
    make_ahead,
    start_series,
    take_in_again,
)
from m4c.events.planning.clock import at
from m4c.events.planning.tasks import make_events_of_series
from m4c.people.operations.group import end_group
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers

FORTNIGHT = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"
DAYS = [TODAY + timedelta(weeks=2 * number) for number in range(7)]  # of the next 92


def new_series(**more: object) -> NewSeries:
    facts = {"kind": "social", "title": "Coffee", "rule": FORTNIGHT, "first_on": TODAY, "starts": time(19)}
    return NewSeries(**(facts | more))  # type: ignore[arg-type]


def started(cast: Cast, **more: object) -> Series:
    return start_series(group=cast.cardiff, new=new_series(**more), today=TODAY, by=cast.leader)


def days(series: Series) -> list[date]:
    """The days on which its events take place."""
    events = Event.objects.filter(series=series, cancelled_at=None).order_by("starts_at")
    return [timezone.localdate(event.starts_at) for event in events]


def test_three_months_of_it_stand_in_the_calendar_at_one_hour(cast: Cast) -> None:
    series = started(cast, place=" The Forum ", postcode="cf10 1ep", visibility="public")
    events = list(Event.objects.filter(series=series).order_by("starts_at"))
    assert [event.series_day for event in events] == DAYS
    assert {timezone.localtime(event.starts_at).time() for event in events} == {time(19)}  # over the change of clocks
    shared = {(event.title, event.place, event.postcode, event.visibility, event.group_id) for event in events}
    assert shared == {("Coffee", "The Forum", "CF10 1EP", "public", cast.cardiff.pk)}


def test_only_those_who_plan_there_let_something_come_back(cast: Cast) -> None:
    done = doers(lambda by: start_series(group=cast.cardiff, new=new_series(), today=TODAY, by=by), cast)
    assert done == {"leader", "organiser", "national_organiser"}


def test_made_ahead_twice_is_made_once(cast: Cast) -> None:
    series = started(cast)
    assert make_ahead(series=series, today=TODAY, by=cast.operator) == []
    later = make_ahead(series=series, today=TODAY + timedelta(days=14), by=cast.operator)
    assert [event.series_day for event in later] == [DAYS[-1] + timedelta(days=14)]


def test_the_schedule_makes_all_that_run_ahead(cast: Cast) -> None:
    running, ended = started(cast, rule="FREQ=WEEKLY;BYDAY=MO"), started(cast)
    end_series(series=ended, on=TODAY, at=NOW, by=cast.leader)
    Event.objects.filter(series__in=[running, ended]).delete()
    make_events_of_series.call()
    first = timezone.localdate()
    expected = [first + timedelta(days=n) for n in range(93) if (first + timedelta(days=n)).weekday() == 0]
    assert days(running) == [day for day in expected if day >= TODAY]
    assert days(ended) == []


def test_it_goes_no_further_than_its_last_day(cast: Cast) -> None:
    assert days(started(cast, until=DAYS[2])) == DAYS[:3]


def test_a_day_left_out_is_called_off_with_the_reason_and_not_made_again(cast: Cast) -> None:
    series = started(cast)
    leave_out(series=series, day=DAYS[1], at=NOW, why="Half-term", by=cast.leader)
    make_ahead(series=series, today=TODAY, by=cast.operator)
    assert days(series) == [DAYS[0], *DAYS[2:]]
    event = Event.objects.get(series=series, series_day=DAYS[1])
    assert (event.called_off_why, event.sequence, event.is_untold) == ("Half-term", 1, True)
    take_in_again(series=series, day=DAYS[1], today=TODAY, by=cast.leader)
    assert days(series) == DAYS


def test_a_day_left_out_before_it_was_made_is_never_made(cast: Cast) -> None:
    series = started(cast)
    ahead = DAYS[-1] + timedelta(days=14)
    leave_out(series=series, day=ahead, at=NOW, by=cast.leader)
    make_ahead(series=series, today=TODAY + timedelta(days=14), by=cast.operator)
    assert ahead not in days(series)


def test_one_of_them_moved_stays_the_one_of_its_day(cast: Cast) -> None:
    series = started(cast)
    event = Event.objects.get(series=series, series_day=DAYS[1])
    edit_event(event=event, values={"starts_at": at(DAYS[1] + timedelta(days=1), time(20))}, by=cast.leader)
    make_ahead(series=series, today=TODAY, by=cast.operator)
    assert days(series) == [DAYS[0], DAYS[1] + timedelta(days=1), *DAYS[2:]]


def test_a_change_reaches_those_to_come_but_not_what_was_changed_alone(cast: Cast) -> None:
    series = started(cast, place="The Forum")
    alone = Event.objects.get(series=series, series_day=DAYS[1])
    edit_event(event=alone, values={"place": "The park"}, by=cast.leader)
    change_series(series=series, values={"place": "The library", "starts": time(18)}, today=DAYS[1], by=cast.leader)
    events = Event.objects.filter(series=series, series_day__in=DAYS).order_by("starts_at")
    told = [(event.place, timezone.localtime(event.starts_at).hour) for event in events]
    assert told == [("The Forum", 19), ("The park", 18), *[("The library", 18)] * 5]


def test_it_ends_and_what_is_after_is_called_off(cast: Cast) -> None:
    series = started(cast)
    end_series(series=series, on=DAYS[2], at=NOW, by=cast.leader)
    assert days(series) == DAYS[:3]
    assert make_ahead(series=series, today=DAYS[2], by=cast.operator) == []
    with pytest.raises(SeriesRefused, match="ended already"):
        end_series(series=series, on=DAYS[2], at=NOW, by=cast.leader)


def test_a_faiths_days_are_proposed_and_made_when_somebody_confirmed_them(cast: Cast) -> None:
    series = started(cast, calendar="islamic", rule="eid_al_fitr")
    proposed = SeriesDay.objects.get(series=series)
    assert (proposed.day, proposed.state, days(series)) == (date(2027, 3, 9), "proposed", [])

    sighted = proposed.day + timedelta(days=1)
    event = confirm_day(series=series, day=proposed.day, on=sighted, at=NOW, by=cast.leader)
    make_ahead(series=series, today=TODAY, by=cast.operator)

    assert (days(series), event.series_day) == ([sighted], proposed.day)
    proposed.refresh_from_db()
    assert (proposed.state, proposed.decided_by) == ("confirmed", cast.leader)


def test_a_day_that_waits_for_nobody_is_not_confirmed(cast: Cast) -> None:
    series = started(cast, calendar="islamic", rule="eid_al_fitr")
    with pytest.raises(SeriesRefused, match="not waiting"):
        confirm_day(series=series, day=TODAY, on=TODAY, at=NOW, by=cast.leader)
    with pytest.raises(SeriesRefused, match="more than a week"):
        confirm_day(series=series, day=date(2027, 3, 9), on=date(2027, 4, 9), at=NOW, by=cast.leader)


def test_a_proposed_day_left_out_can_be_taken_in_again(cast: Cast) -> None:
    series = started(cast, calendar="jewish", rule="purim")
    day = SeriesDay.objects.get(series=series).day
    leave_out(series=series, day=day, at=NOW, why="Shabbat", by=cast.leader)
    assert SeriesDay.objects.get(series=series).state == "left_out"
    take_in_again(series=series, day=day, today=TODAY, by=cast.leader)
    assert SeriesDay.objects.get(series=series).state == "proposed"


@pytest.mark.parametrize(
    ("facts", "kind", "field"),
    [
        ({"until": TODAY - timedelta(days=1)}, SeriesRefused, "until"),
        ({"calendar": "islamic", "rule": "FREQ=DAILY"}, SeriesRefused, "rule"),
        ({"title": " "}, EventRefused, "title"),
        ({"ends": time(18)}, EventRefused, "ends_at"),
        ({"postcode": "nowhere"}, EventRefused, "postcode"),
        ({"capacity": 0}, EventRefused, "capacity"),
        ({"parts": ("speaker",)}, SeriesRefused, "parts"),
    ],
)
def test_nonsense_is_refused(cast: Cast, facts: dict[str, object], kind: type[Exception], field: str) -> None:
    with pytest.raises(kind) as refused:
        started(cast, **facts)
    assert refused.value.field == field  # type: ignore[attr-defined]


def vigil(cast: Cast, **more: object) -> Series:
    """What comes back each Sunday night, over the night of 28 March 2027, when the clocks go forward at one."""
    facts = {"rule": "FREQ=WEEKLY;BYDAY=SU", "first_on": date(2027, 3, 14), "until": date(2027, 4, 4)}
    new = new_series(**({"starts": time(1, 30)} | facts | more))
    return start_series(group=cast.cardiff, new=new, today=date(2027, 3, 10), by=cast.leader)


def hours(series: Series, day: date) -> list[str]:
    """From when until when its event of a day is held, by the clock."""
    event = Event.objects.get(series=series, series_day=day)
    return [f"{timezone.localtime(moment):%d %H:%M}" for moment in (event.starts_at, event.ends_at) if moment]


NIGHT = date(2027, 3, 28)


def test_a_night_without_its_hour_begins_an_hour_later_on_the_clock(cast: Cast) -> None:
    series = vigil(cast)
    assert (days(series)[2], hours(series, NIGHT)) == (NIGHT, ["28 02:30"])
    assert hours(series, NIGHT + timedelta(weeks=1)) == ["04 01:30"]
    change_series(series=series, values={"starts": time(1, 15)}, today=date(2027, 3, 10), by=cast.leader)
    assert hours(series, NIGHT) == ["28 02:15"]  # it was on its day, and follows
    change_series(series=series, values={"starts": time(3)}, today=date(2027, 3, 10), by=cast.leader)
    assert hours(series, NIGHT) == ["28 03:00"]


@pytest.mark.parametrize(("ends", "told"), [(time(1, 45), "02:45"), (time(2, 15), "03:15"), (time(4), "04:00")])
def test_it_ends_after_it_began_when_the_clocks_go_forward(cast: Cast, ends: time, told: str) -> None:
    assert hours(vigil(cast, ends=ends), NIGHT) == ["28 02:30", f"28 {told}"]


def test_a_day_confirmed_onto_that_night_begins_an_hour_later(cast: Cast) -> None:
    new = new_series(calendar="christian", rule="easter", first_on=date(2027, 3, 1), starts=time(1, 30))
    series = start_series(group=cast.cardiff, new=new, today=date(2027, 3, 10), by=cast.leader)
    assert SeriesDay.objects.earliest("day").day == NIGHT  # Easter 2027
    confirm_day(series=series, day=NIGHT, on=NIGHT, at=NOW, by=cast.leader)
    assert hours(series, NIGHT) == ["28 02:30"]


def test_each_event_takes_over_the_whole_plan(cast: Cast) -> None:
    whole = {
        "details": " Bring a cup. ",
        "link": "https://meet.example.org/tea",
        "capacity": 12,
        "target": 8,
        "access": ("food", "step_free"),
        "language": "cy",
        "contact": cast.person("leader"),
        "at_home": True,
        "co_hosts": (cast.manchester,),
        "parts": ("notes", "chair"),
    }
    series = started(cast, **whole)
    event = Event.objects.filter(series=series).earliest("starts_at")
    plan = (event.details, event.link, event.capacity, event.target, event.access, event.language, event.at_home)
    assert plan == ("Bring a cup.", whole["link"], 12, 8, ["step_free", "food"], "cy", True)
    assert (event.contact, hosts(event)) == (cast.person("leader"), [cast.manchester.pk])
    assert parts(event) == [("chair", None), ("notes", None)]


def hosts(event: Event) -> list[int]:
    """The groups that hold an event with its own."""
    return list(CoHost.objects.filter(event=event).values_list("group", flat=True))


def parts(event: Event) -> list[tuple[str, int | None]]:
    """Its parts, with who does each."""
    return list(EventRole.objects.filter(event=event).order_by("part").values_list("part", "person"))


def test_a_changed_plan_reaches_events_to_come_where_they_still_have_it(cast: Cast) -> None:
    series = started(cast, capacity=12, co_hosts=(cast.manchester,), parts=("notes", "chair"))
    first, second = Event.objects.filter(series=series).order_by("starts_at")[:2]
    edit_event(event=second, values={"capacity": 50, "co_hosts": (cast.norwich,)}, by=cast.leader)
    give_part(role=EventRole.objects.get(event=second, part="notes"), person=cast.person("leader"), by=cast.leader)
    values = {"capacity": 20, "co_hosts": (cast.lambeth,), "parts": ("chair", "food")}
    change_series(series=series, values=values, today=TODAY, by=cast.leader)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.capacity, hosts(first)) == (20, [cast.lambeth.pk])
    assert (second.capacity, hosts(second)) == (50, [cast.norwich.pk])
    assert parts(first) == [("chair", None), ("food", None)]
    assert parts(second) == [("chair", None), ("food", None), ("notes", cast.person("leader").pk)]


def test_a_group_that_ended_holds_no_event_that_is_made_later(cast: Cast) -> None:
    series = started(cast, co_hosts=(cast.norwich, cast.lambeth))
    end_group(group=cast.lambeth, on=TODAY, by=cast.operator)
    later = make_ahead(series=series, today=TODAY + timedelta(days=14), by=cast.operator)
    assert [hosts(event) for event in later] == [[cast.norwich.pk]]


def test_whom_to_ask_is_somebody_one_sees(cast: Cast) -> None:
    with pytest.raises(Unseen):
        started(cast, contact=cast.person("organiser_elsewhere"))
