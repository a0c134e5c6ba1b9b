"""The figures of the report, on stories whose numbers are known."""

from datetime import UTC, date, datetime, time

import pytest

from m4c.core.errors import NotAllowed
from m4c.events.operations.event import NewEvent, call_off_event, count_heads, plan_event
from m4c.insight.so_far import Period, Reading, so_far
from m4c.insight.so_far.figures import Conversations, Events, HouseMeetings, PledgedThere, SessionFigures, Trained
from m4c.leaders.operations.pledge import withdraw_pledge
from m4c.listening.operations.house_meeting import call_off_house_meeting
from m4c.listening.operations.one_to_one import call_off_one_to_one
from m4c.people.operations.group import move_group
from tests.insight.story import NOW, SUMMER


def read(cast, group=None, persona="organiser", period=SUMMER, **wishes):
    return Reading(period=period, group=group, account=cast.fresh(persona), now=NOW, **wishes)


def test_the_figures_of_a_group_hold_those_of_the_groups_below(cast, summer_in_cardiff):
    report = read(cast, cast.cardiff).report
    assert report.trained == Trained(total=13, full=9, taster=4)
    assert report.one_to_ones == Conversations(pledged=8, arranged=5, held=3, followed_up=1)
    assert report.house_meetings == HouseMeetings(pledged=1, arranged=2, held=1, followed_up=1, people_attending=11)
    assert report.events == Events(held=3, attendances=26, largest=11)
    assert report.group == "Cardiff"


def test_by_group_shows_each_groups_own_rows(cast, summer_in_cardiff):
    rows = {row.group: row for row in read(cast, cast.cardiff).report.by_group}
    assert list(rows) == ["Cardiff", "St Mellons"]
    assert rows["Cardiff"].trained == Trained(9, 9, 0)
    assert rows["St Mellons"].trained == Trained(6, 0, 6)
    assert rows["St Mellons"].one_to_ones == Conversations(pledged=0, arranged=1, held=1, followed_up=0)
    assert rows["Cardiff"].events == Events(held=2, attendances=20, largest=11)


def test_by_session_shows_who_came_and_what_was_pledged_there(cast, summer_in_cardiff):
    rows = read(cast, cast.cardiff).report.by_session
    assert [(row.date, row.title, row.group, row.kind, row.trained) for row in rows] == [
        (date(2010, 7, 7), "Taster evening", "St Mellons", "taster", 6),
        (date(2010, 6, 5), "Full day", "Cardiff", "full", 9),
    ]
    assert rows[1] == SessionFigures(
        date(2010, 6, 5), "Full day", "Cardiff", "Cardiff", "full", 9, PledgedThere(one_to_ones=8, house_meetings=1)
    )


def test_somebody_at_a_taster_and_a_full_session_counts_once_as_full(cast, story):
    both, taster_only = story.people(cast.cardiff, 2)
    story.session(cast.cardiff, "taster", date(2010, 6, 5), [both, taster_only])
    story.session(cast.manchester, "full", date(2010, 7, 5), [both])
    assert read(cast, persona="national_organiser").report.trained == Trained(total=2, full=1, taster=1)
    assert read(cast, cast.cardiff).report.trained == Trained(total=2, full=0, taster=2)


def test_who_did_not_come_was_not_trained(cast, story):
    came, listed = story.people(cast.cardiff, 2)
    session = story.session(cast.cardiff, "full", date(2010, 6, 5), [came])
    session.event.attendances.create(person=listed, state="yes")
    assert read(cast, cast.cardiff).report.trained == Trained(1, 1, 0)


def test_both_ends_of_the_period_are_in_it_by_london_time(cast, story):
    people = story.people(cast.cardiff, 4)
    # In summer London is an hour ahead of UTC: 23:30 UTC on 31 May is already 1 June there.
    story.session(cast.cardiff, "full", date(2010, 5, 31), people[:1], hour=time(23, 30))
    story.session(cast.cardiff, "full", date(2010, 9, 30), people[1:2], hour=time(22, 30))
    story.session(cast.manchester, "full", date(2010, 9, 30), people[2:3], hour=time(23, 30))
    story.session(cast.manchester, "full", date(2010, 5, 31), people[3:], hour=time(22, 30))
    reading = read(cast, persona="national_organiser")
    assert reading.report.trained == Trained(2, 2, 0)
    assert [row.date for row in reading.report.by_session] == [date(2010, 9, 30), date(2010, 6, 1)]


def test_pledges_and_conversations_count_by_their_day(cast, story):
    leader, other = cast.person("leader"), story.people(cast.cardiff, 1)[0]
    for day in (date(2010, 5, 31), date(2010, 6, 1), date(2010, 9, 30), date(2010, 10, 1)):
        story.pledge(cast.cardiff, leader, 1, day)
        story.one_to_one(cast.cardiff, leader, other, day, "held")
        story.house_meeting(cast.cardiff, leader, day, "held", people=6)
    report = read(cast, cast.cardiff).report
    assert report.one_to_ones == Conversations(pledged=2, arranged=2, held=2, followed_up=0)
    assert report.house_meetings == HouseMeetings(pledged=0, arranged=2, held=2, followed_up=0, people_attending=12)


def test_what_was_called_off_or_withdrawn_counts_nowhere(cast, story):
    leader, other = cast.person("leader"), story.people(cast.cardiff, 1)[0]
    session = story.session(cast.cardiff, "full", date(2010, 6, 5), [leader, other])
    pledge = story.pledge(cast.cardiff, leader, 5, date(2010, 6, 5), session=session)
    one_to_one = story.one_to_one(cast.cardiff, leader, other, date(2010, 7, 1))
    meeting = story.house_meeting(cast.cardiff, leader, date(2010, 7, 2))
    assert read(cast, cast.cardiff).report.trained.total == 2
    call_off_event(event=session.event, at=NOW, by=cast.operator)
    withdraw_pledge(pledge=pledge, on=date(2010, 7, 1), by=cast.operator)
    call_off_one_to_one(one_to_one=one_to_one, on=date(2010, 7, 1), by=cast.operator)
    call_off_house_meeting(meeting=meeting, at=NOW, by=cast.operator)
    report = read(cast, cast.cardiff).report
    assert (report.trained, report.one_to_ones, report.house_meetings, report.events) == (
        Trained(),
        Conversations(),
        HouseMeetings(),
        Events(),
    )
    assert (report.by_group, report.by_session, report.by_leader) == ([], [], [])


def test_what_is_still_to_come_is_arranged_but_not_held(cast, story):
    leader, other = cast.person("leader"), story.people(cast.cardiff, 1)[0]
    ahead = date(2010, 12, 20)
    story.one_to_one(cast.cardiff, leader, other, ahead)
    story.house_meeting(cast.cardiff, leader, ahead)
    story.event(cast.cardiff, ahead, [])
    report = read(cast, cast.cardiff, period=Period(date(2010, 12, 1), date(2010, 12, 31))).report
    assert report.one_to_ones == Conversations(pledged=0, arranged=1, held=0, followed_up=0)
    assert report.house_meetings == HouseMeetings(pledged=0, arranged=1)
    assert report.events == Events()


def test_a_house_meeting_is_an_event_once_it_was_held(cast, story):
    leader = cast.person("leader")
    story.house_meeting(cast.cardiff, leader, date(2010, 8, 1))
    story.house_meeting(cast.cardiff, leader, NOW.date(), "held", people=7)  # held, though the clock says noon
    reading = read(cast, cast.cardiff, period=Period(date(2010, 8, 1), NOW.date()))
    assert reading.report.events == Events(held=1, attendances=7, largest=7)


def test_an_event_counts_the_larger_of_names_and_heads_counted(cast, story):
    people = story.people(cast.cardiff, 6)
    fewer = story.event(cast.cardiff, date(2010, 7, 1), people)
    more = story.event(cast.cardiff, date(2010, 7, 2), people[:2])
    guessed = story.event(cast.cardiff, date(2010, 7, 3), people[:1])
    count_heads(event=fewer, number=4, by=cast.operator)
    count_heads(event=more, number=40, by=cast.operator)
    count_heads(event=guessed, number=900, how="reported", said_by="the Echo", by=cast.operator)
    reading = read(cast, cast.cardiff)
    assert reading.report.events == Events(held=3, attendances=47, largest=40)
    assert reading.largest_event == more


def test_the_title_of_the_largest_event_is_for_those_who_may_see_it(cast, story):
    story.event(cast.coalition, date(2010, 7, 1), story.people(cast.cardiff, 3))
    assert read(cast, persona="editor").report.events == Events()
    assert read(cast, persona="national_organiser").largest_event.title == "Gathering of 2010-07-01"
    plan_event(
        group=cast.cardiff,
        new=NewEvent("social", "Nobody came", datetime(2010, 7, 2, tzinfo=UTC)),
        by=cast.operator,
    )
    assert read(cast, cast.cardiff).largest_event is None


def test_a_group_that_moved_takes_its_figures_with_it(cast, summer_in_cardiff):
    assert read(cast, cast.swansea, persona="national_organiser").report.trained.total == 0
    move_group(groups=[cast.st_mellons, cast.swansea], by=cast.operator)
    assert read(cast, cast.swansea, persona="national_organiser").report.trained == Trained(6, 0, 6)
    assert read(cast, cast.cardiff, persona="national_organiser").report.trained == Trained(9, 9, 0)


def test_without_a_group_it_is_all_that_the_account_may_report_on(cast, summer_in_cardiff):
    assert read(cast).report.trained == Trained(13, 9, 4)
    assert read(cast, persona="national_organiser").report.trained == Trained(20, 16, 4)
    assert read(cast, persona="organiser_elsewhere").report.trained == Trained(7, 7, 0)
    assert read(cast, persona="coalition_organiser").report.trained == Trained()


def test_the_movements_own_group_stands_for_everything(cast, summer_in_cardiff):
    whole = read(cast, persona="national_organiser").report
    assert read(cast, cast.movement, persona="national_organiser").report.by_group == whole.by_group


@pytest.mark.parametrize("persona", ["member", "treasurer", "organiser_elsewhere", "coalition_organiser"])
def test_a_group_out_of_reach_is_refused(cast, summer_in_cardiff, persona):
    with pytest.raises(NotAllowed):
        so_far(period=SUMMER, group=cast.cardiff, account=cast.fresh(persona))


def test_the_list_of_sessions_may_be_bounded_and_the_totals_are_whole(cast, summer_in_cardiff):
    reading = read(cast, cast.cardiff, at_most=1)
    assert [row.title for row in reading.report.by_session] == ["Taster evening"]
    assert reading.report.trained == Trained(13, 9, 4)
    assert (reading.are_more_sessions, reading.leaders.are_more) == (True, True)


def test_the_number_of_queries_stays_the_same_as_records_grow(cast, story, django_assert_num_queries):
    def tell(month):
        people = story.people(cast.cardiff, 6)
        session = story.session(cast.cardiff, "full", date(2010, month, 5), people)
        story.pledge(cast.cardiff, people[0], 3, date(2010, month, 5), session=session)
        story.one_to_one(cast.cardiff, people[0], people[1], date(2010, month, 6), "held")
        story.house_meeting(cast.cardiff, people[0], date(2010, month, 7), "held", people=8)

    tell(6)
    for _round in range(2):
        with django_assert_num_queries(17):
            assert read(cast, cast.cardiff, persona="organiser").report.as_json()
        tell(7)
        tell(8)


def test_the_json_has_the_keys_of_the_report_and_no_others(cast, summer_in_cardiff):
    report = read(cast, cast.cardiff).report.as_json()
    four = {"pledged", "arranged", "held", "followed_up"}
    assert {key: set(value) for key, value in report.items() if isinstance(value, dict)} == {
        "period": {"from", "to"},
        "trained": {"total", "full", "taster"},
        "one_to_ones": four,
        "house_meetings": four | {"people_attending"},
        "events": {"held", "attendances", "largest"},
    }
    assert set(report) - {"period", "trained", "one_to_ones", "house_meetings", "events"} == {
        "group",
        "by_group",
        "by_session",
        "by_leader",
    }
    assert report["period"] == {"from": "2010-06-01", "to": "2010-09-30"}
    assert report["by_session"][0]["date"] == "2010-07-07"
