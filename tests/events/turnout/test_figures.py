"""Figures of turnout: each by its definition, chains of any depth, and a constant number of queries."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.events.models import Attendance, Event, NameAtEvent, TurnoutCall, TurnoutPledge
from m4c.events.operations.attendance import Came, attend_many
from m4c.events.turnout.chains import longest_chain
from m4c.events.turnout.figures import CameByKind, report_of, turnout_of
from m4c.people.models import Membership, NameOnList, Person
from tests.cast import Cast
from tests.factories import NOW, gathering, somebody

State = Attendance.State


@pytest.fixture
def event(cast: Cast) -> Event:
    """An event of Cardiff's that is over."""
    return gathering(cast, days=-7)


def stand(cast: Cast, event: Event, name: str, state: str, by: Person | None = None) -> Person:
    """Somebody of that name, where they stand, and who brought them."""
    person = somebody(cast, name)
    attend_many(event=event, rows=[Came(person, state, by)])
    return person


def said(cast: Cast, event: Event, person: Person, *answers: str) -> None:
    """What somebody answered, one answer after the other."""
    attendance = Attendance.objects.get(event=event, person=person)
    for minutes, answer in enumerate(answers):
        TurnoutCall.objects.create(
            attendance=attendance,
            round=TurnoutCall.Round.CALL_1,
            answer=answer,
            by=cast.leader,
            at=NOW + timedelta(minutes=minutes),
        )


def test_each_figure_by_its_definition(cast: Cast, event: Event):
    Event.objects.filter(pk=event.pk).update(target=40)
    event.refresh_from_db()
    TurnoutPledge.objects.create(event=event, person=cast.person("leader"), number=12, made_at=NOW)
    TurnoutPledge.objects.create(event=event, person=cast.person("member"), number=5, made_at=NOW, withdrawn_at=NOW)
    lead = stand(cast, event, "Ana Lead", State.CAME)
    first = stand(cast, event, "Bo One", State.CAME, lead)
    stand(cast, event, "Cy Two", State.CAME, first)
    stand(cast, event, "Di Walk", State.WALK_IN, first)
    stand(cast, event, "Ed Walk", State.WALK_IN)
    stand(cast, event, "Flo Self", State.CAME)
    stand(cast, event, "Gus Gone", State.DID_NOT_COME, lead)
    stand(cast, event, "Hal Yes", State.YES)
    stand(cast, event, "Ivy Sure", State.CONFIRMED)
    for state in (State.LISTED, State.ASKED, State.MAYBE, State.NO):
        stand(cast, event, f"Jo {state.label}", state)
    report = report_of(event, cast.organiser)
    assert {**report.as_json(), "by_leader": None, "forecast": None} == {
        "target": 40,
        "pledged": 12,
        "listed": 11,
        "yes": 7,
        "confirmed": 1,
        "came": 6,
        "no_show": 3,
        "came_unasked": 1,
        "came_by_kind": {"leaders": 1, "brought": 2, "walk_in": 2},
        "longest_chain": 2,
        "show_rate": round(4 / 7, 4),
        "forecast": None,
        "by_leader": None,
    }
    assert report.figures.came_of_themselves == 1


def test_nobody_is_missing_before_it_is_over(cast: Cast):
    event = gathering(cast, days=7)
    stand(cast, event, "Hal Yes", State.YES)
    figures = turnout_of(event, cast.organiser, now=NOW)
    assert (figures.yes, figures.no_show, figures.show_rate) == (1, 0, None)


def test_until_it_is_over_the_chain_counts_those_who_mean_to_come(cast: Cast):
    event = gathering(cast, days=3)
    ann = stand(cast, event, "Ann Lee", "yes", cast.person("leader"))
    max_ = stand(cast, event, "Max Hay", "confirmed", ann)
    stand(cast, event, "Eve Roe", "asked", max_)
    assert turnout_of(event, cast.organiser, NOW).longest_chain == 2
    assert turnout_of(event, cast.organiser, NOW + timedelta(days=4)).longest_chain == 0


def test_the_last_word_counts(cast: Cast, event: Event):
    took_back = stand(cast, event, "Ann Lee", State.CAME)
    said(cast, event, took_back, "yes", "no")
    kept = stand(cast, event, "Max Hay", State.CAME)
    said(cast, event, kept, "no", "yes", "no_answer")
    figures = turnout_of(event, cast.organiser)
    assert (figures.came, figures.yes, figures.confirmed, figures.show_rate) == (2, 1, 1, 1.0)


def test_names_on_own_lists_count_as_numbers(cast: Cast, event: Event):
    for name, state in (("Nan", State.LISTED), ("Pop", State.YES)):
        line = NameOnList.objects.create(owner=cast.person("leader"), name=name, made_on=NOW.date())
        NameAtEvent.objects.create(event=event, name=line, state=state)
    report = report_of(event, cast.organiser)
    assert (report.figures.listed, report.figures.yes) == (2, 1)
    assert [(leader.person, leader.listed, leader.yes) for leader in report.by_leader] == [
        (cast.person("leader"), 2, 1)
    ]


def test_leaders_are_those_who_pledged_or_whose_group_says_so(cast: Cast, event: Event):
    pledged = stand(cast, event, "Ann Lee", State.CAME, cast.person("leader"))
    TurnoutPledge.objects.create(event=event, person=pledged, number=3, made_at=NOW)
    chosen = stand(cast, event, "Max Hay", State.CAME, cast.person("leader"))
    Membership.objects.filter(person=chosen).update(role=Membership.Role.LEADER)
    assert turnout_of(event, cast.organiser).came_by_kind == CameByKind(leaders=2, brought=0, walk_in=0)


def test_chain_of_any_depth_from_a_leader_who_is_not_listed(cast: Cast, event: Event):
    person = cast.person("leader")
    for number in range(6):
        person = stand(cast, event, f"Link {number}", State.CAME, person)
    assert longest_chain(event, cast.organiser, State.present()) == 6


def test_chain_holds_where_people_came_and_a_ring_has_no_length(cast: Cast, event: Event):
    away = stand(cast, event, "Ann Lee", State.NO, cast.person("leader"))
    stand(cast, event, "Max Hay", State.CAME, away)
    one, two = (stand(cast, event, name, State.CAME) for name in ("Eve Roe", "Ida Day"))
    Attendance.objects.filter(person=one).update(brought_by=two)
    Attendance.objects.filter(person=two).update(brought_by=one)
    assert longest_chain(event, cast.organiser, State.present()) == 1


def test_an_event_without_a_list_has_no_figures(cast: Cast, event: Event):
    assert report_of(event, cast.organiser).as_json() == {
        "target": None,
        "pledged": 0,
        "listed": 0,
        "yes": 0,
        "confirmed": 0,
        "came": 0,
        "no_show": 0,
        "came_unasked": 0,
        "came_by_kind": {"leaders": 0, "brought": 0, "walk_in": 0},
        "longest_chain": 0,
        "show_rate": None,
        "forecast": {"low": 0, "likely": 0, "high": 0},
        "by_leader": [],
    }


def test_whoever_is_kept_safe_is_in_no_figure(cast: Cast, event: Event):
    attend_many(event=event, rows=[Came(cast.person("protected_member"), State.CAME, cast.person("member"))])
    assert turnout_of(event, cast.organiser).came == 0
    assert report_of(event, cast.organiser).by_leader == []


def test_no_figure_shifts_by_somebody_kept_safe(cast: Cast, event: Event):
    """Not the chain that she is a link of, not who leads because she came, not the names on her own list."""
    safe = cast.person("protected_member")
    lead = stand(cast, event, "Ana Lead", State.CAME)
    first = stand(cast, event, "Bo One", State.CAME, lead)
    alone = stand(cast, event, "Cy Self", State.CAME)
    stand(cast, event, "Di Two", State.CAME, alone)
    Attendance.objects.filter(event=event, brought_by=alone).delete()
    before = turnout_of(event, cast.organiser)
    assert before.came_unasked == 0
    rows = [Came(safe, State.CAME, first), Came(somebody(cast, "Ed Three"), State.LISTED, safe)]
    stand(cast, event, "Gil Four", State.WALK_IN, safe)
    attend_many(event=event, rows=rows)
    Attendance.objects.create(event=gathering(cast, days=-8), person=safe, state=State.CAME, brought_by=alone)
    line = NameOnList.objects.create(owner=safe, name="Flo", made_on=NOW.date())
    NameAtEvent.objects.create(event=event, name=line, state=State.YES)
    after = turnout_of(event, cast.fresh("organiser"))
    assert (after.longest_chain, after.yes, after.came_unasked) == (1, before.yes, 1)
    assert after.came_by_kind == replace(before.came_by_kind, walk_in=1)
    assert (before.longest_chain, after.listed) == (1, before.listed + 1)
    Attendance.objects.filter(event=event, person=safe).update(brought_by=alone)
    assert turnout_of(event, cast.fresh("organiser")).came_by_kind == after.came_by_kind


def test_the_same_number_of_queries_for_few_and_many(cast: Cast, event: Event):
    numbers = []
    for start in (0, 4):
        for number in range(start, start + 4):
            leader = stand(cast, event, f"Lead {number}", State.CAME)
            stand(cast, event, f"Comes {number}", State.CAME, leader)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            report_of(event, cast.fresh("organiser"))
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
