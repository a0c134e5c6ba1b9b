"""Who came because of whom, as a tree of any depth, of what the account sees."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.core.visibility import keep_scopes
from m4c.events.afterwards import chains
from m4c.events.afterwards.chains import ChainLine, chains_of
from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import Came, attend_many
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import gathering, somebody

State = Attendance.State


def came(cast: Cast, event: Event, name: str, by: Person | None = None, state: str = State.CAME) -> Person:
    """Somebody who was there, brought by somebody."""
    person = somebody(cast, name)
    attend_many(event=event, rows=[Came(person, state, by)])
    return person


def drawn(lines: list[ChainLine]) -> str:
    """The tree in brackets: `Ana(Bo(Cy)Di)`."""
    text = ""
    for line in lines:
        text += line.name.partition(" ")[0] + ("(" if line.opens else "") + ")" * len(line.closes)
    return text


def test_a_tree_of_any_depth_in_the_order_of_names(cast: Cast):
    event = gathering(cast)
    ana = came(cast, event, "Ana A")
    bo = came(cast, event, "Bo B", ana)
    came(cast, event, "Cy C", bo, State.WALK_IN)
    came(cast, event, "Di D", ana)
    came(cast, event, "Flo F")
    eve = came(cast, event, "Eve E")
    came(cast, event, "Gus G", eve)
    told = chains_of(cast.organiser, event)
    assert drawn(told.lines) == "Ana(Bo(Cy)Di)Eve(Gus)"
    assert (told.others, told.has_more) == (1, False)
    assert [line.name for line in told.lines if line.is_walk_in] == ["Cy C"]


def test_a_long_chain_closes_all_that_it_opens_and_says_who_brought_those_far_in(cast: Cast):
    event = gathering(cast)
    person = came(cast, event, "P0 P")
    for number in range(1, 12):
        person = came(cast, event, f"P{number} P", person)
    lines = chains_of(cast.organiser, event).lines
    assert len(lines) == 12
    assert sum(line.opens for line in lines) == sum(len(line.closes) for line in lines) == 11
    assert [line.through for line in lines[5:8]] == ["", "P5 P", "P6 P"]


def test_whoever_brought_others_and_did_not_come_stands_at_the_beginning(cast: Cast):
    event, absent = gathering(cast), somebody(cast, "Zed Z")
    came(cast, event, "Bo B", absent)
    lines = chains_of(cast.organiser, event).lines
    assert (drawn(lines), [line.was_there for line in lines]) == ("Zed(Bo)", [False, True])


def test_who_does_not_see_all_is_not_told_that_somebody_was_missing(cast: Cast):
    event, member = gathering(cast), cast.person("member")
    attend_many(event=event, rows=[Came(cast.person("leader")), Came(member, brought_by=cast.person("leader"))])
    lines = chains_of(cast.member, event).lines
    assert (drawn(lines), [line.was_there for line in lines]) == ("Bethan(Kofi)", [True, True])


def test_a_ring_is_cut_and_drawn_once(cast: Cast):
    event = gathering(cast)
    ana = came(cast, event, "Ana A")
    bo = came(cast, event, "Bo B", ana)
    cy = came(cast, event, "Cy C", bo)
    Attendance.objects.filter(event=event, person=ana).update(brought_by=cy)
    assert drawn(chains_of(cast.organiser, event).lines) == "Ana(Bo(Cy))"


def test_nobody_kept_safe_is_named(cast: Cast):
    event, safe = gathering(cast), cast.person("protected_member")
    attend_many(event=event, rows=[Came(safe)])
    bo = came(cast, event, "Bo B", safe)
    came(cast, event, "Cy C", bo)
    assert drawn(chains_of(cast.organiser, event).lines) == "Bo(Cy)"
    assert drawn(chains_of(cast.operator, event).lines) == "Bo(Cy)"


def test_a_leader_sees_whom_they_brought_and_nobody_further(cast: Cast):
    event, leader = gathering(cast), cast.person("leader")
    attend_many(event=event, rows=[Came(leader)])
    bo = came(cast, event, "Bo B", leader)
    came(cast, event, "Cy C", bo)
    assert drawn(chains_of(cast.leader, event).lines) == "Bethan(Bo)"
    assert drawn(chains_of(cast.member, event).lines) == ""


def test_pages_by_beginning_at_a_constant_cost(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(chains, "ON_A_PAGE", 2)
    event = gathering(cast)
    for number in range(3):
        came(cast, event, f"B{number} B", came(cast, event, f"A{number} A"))
    keep_scopes(event)
    chains_of(cast.organiser, event)  # reads what the account may see
    with CaptureQueriesContext(connection) as queries:
        first, second = chains_of(cast.organiser, event), chains_of(cast.organiser, event, 2)
    assert [(drawn(page.lines), page.has_more) for page in (first, second)] == [
        ("A0(B0)A1(B1)", True),
        ("A2(B2)", False),
    ]
    assert len(queries) == 2
