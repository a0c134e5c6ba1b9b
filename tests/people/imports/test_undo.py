"""Undoing an import: it leaves nothing behind, and pulls nothing down that others built on it."""

from collections.abc import Callable
from datetime import date

import pytest

from m4c.core.errors import Refused
from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import Came, record_attendances
from m4c.events.operations.event import NewEvent, plan_event
from m4c.leaders.models import TrainingSession
from m4c.leaders.operations.training import NewSession, record_session, start_of
from m4c.listening.models import OneToOne
from m4c.people import ledger
from m4c.people.imports import files, run
from m4c.people.models import Group, ImportRow, Person, SheetImport
from m4c.people.operations.import_undo import KEPT, begin_undo, forget_imports, undo_rows
from m4c.people.operations.sheet_import import confirm_sheet
from tests.cast import Cast
from tests.importing import Counts
from tests.people.imports.conftest import Give

EBO = "Ebo,Iwu,ebo.iwu@example.org,07700 900001,CF3 0LN,10,2,no,Anna Ngata"
GRACE = "Grace,Iwu,ebo.iwu@example.org,,CF3 0LN,1,,yes,"
ANNA = "Anna,Ngata,anna@example.org,,CF11 9AB,2,,,Ebo Iwu"
SHEET = [EBO, GRACE, ANNA, EBO]


def test_undo_leaves_nothing_behind(cast: Cast, add, bring: Give, rows_of_all_tables: Callable[[], Counts]):
    anna = add("Anna Ngata", cast.swansea, emails=["anna@example.org"])
    before, heads = rows_of_all_tables(), dict(Group.objects.values_list("name", "head_count"))
    done = bring(*SHEET)
    undone = run.undo(done, by=cast.organiser)
    assert rows_of_all_tables() == before
    assert dict(Group.objects.values_list("name", "head_count")) == heads
    assert undone.phase == SheetImport.Phase.UNDONE
    assert ledger.rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}
    anna.refresh_from_db()
    assert anna.address is None


def test_undo_goes_in_chunks_and_goes_on(
    bring: Give, monkeypatch, rows_of_all_tables: Callable[[], Counts], cast: Cast
):
    before = rows_of_all_tables()
    done = bring(*SHEET)
    monkeypatch.setattr("m4c.people.operations.import_undo.CHUNK", 2)
    begun = begin_undo(sheet_import=done, by=cast.organiser, queued=False)
    undo_rows(sheet_import=begun, by=cast.organiser)
    assert SheetImport.objects.get(pk=done.pk).phase == SheetImport.Phase.UNDOING
    run.undo(begun, by=cast.organiser)
    assert rows_of_all_tables() == before


def test_undone_sheet_may_be_given_again(bring: Give, cast: Cast):
    run.undo(bring(*SHEET), by=cast.organiser)
    bring(*SHEET)
    assert Person.objects.filter(family_name="Iwu").count() == 2


def test_half_written_import_can_be_undone(
    give: Give, monkeypatch, cast: Cast, rows_of_all_tables: Callable[[], Counts]
):
    monkeypatch.setattr(files, "CHUNK", 2)
    before = rows_of_all_tables()
    given = give(*SHEET)
    confirmed = confirm_sheet(sheet_import=given, by=given.by, queued=False)

    def kill(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.bring_in(confirmed, by=given.by, tell=kill)
    run.undo(given, by=given.by)
    assert rows_of_all_tables() == before


def test_later_import_is_named_and_goes_first(bring: Give, cast: Cast, rows_of_all_tables: Callable[[], Counts]):
    before = rows_of_all_tables()
    first = bring(EBO, file_name="first.csv")
    second = bring(EBO, file_name="second.csv", details={"day": "2010-07-01", "session": "taster"})
    with pytest.raises(Refused, match=r"It cannot be undone\. “second\.csv” builds on it: undo that one first\."):
        run.undo(first, by=cast.organiser)
    run.undo(second, by=cast.organiser)
    run.undo(first, by=cast.organiser)
    assert rows_of_all_tables() == before


def test_later_import_that_wrote_nothing_is_in_nobodys_way(bring: Give, cast: Cast):
    first = bring(EBO)
    bring(EBO)
    assert run.undo(first, by=cast.organiser).undone_at is not None


def test_what_others_wrote_stands_in_the_way(bring: Give, cast: Cast):
    done = bring(EBO)
    event = plan_event(
        group=cast.cardiff,
        new=NewEvent("social", "Supper", start_of(date(2010, 7, 1))),
        by=cast.organiser,
    )
    record_attendances(event=event, rows=[Came(Person.objects.get(family_name="Iwu"))], by=cast.organiser)
    with pytest.raises(Refused, match=r"Something builds on it by now \(attendances: 1\)"):
        run.undo(done, by=cast.organiser)
    assert SheetImport.objects.get(pk=done.pk).phase == SheetImport.Phase.DONE


def test_conversation_held_on_a_pledge_stands_in_the_way(cast: Cast, bring: Give):
    leader = cast.person("leader")
    done = bring(f"{leader.given_name},{leader.family_name},{leader.emails.get().address},,,5,,,")
    OneToOne.objects.create(
        asker=leader, other=cast.person("member"), group=cast.cardiff, day="2010-07-01", held_on="2010-07-01"
    )
    with pytest.raises(Refused, match="Conversations that were pledged here are recorded as held since: 1"):
        run.undo(done, by=cast.organiser)


def test_session_that_others_use_by_now_stays(bring: Give, cast: Cast):
    first = bring(EBO)
    bring("Una,Ngata,una@example.org,,,,,,")
    run.undo(first, by=cast.organiser)
    assert TrainingSession.objects.count() == 1
    assert [each.person.family_name for each in Attendance.objects.all()] == ["Ngata"]


def test_what_an_import_changed_holds_again_what_it_held(cast: Cast, add, bring: Give):
    ebo = add("Ebo Iwu", cast.cardiff, emails=["ebo.iwu@example.org"])
    event = plan_session(cast)
    record_attendances(event=event, rows=[Came(ebo, Attendance.State.YES)], by=cast.organiser)
    done = bring(EBO)
    assert Attendance.objects.get(person=ebo).state == "came"
    run.undo(done, by=cast.organiser)
    assert Attendance.objects.get(person=ebo).state == "yes"


def plan_session(cast: Cast) -> Event:
    return record_session(
        group=cast.cardiff, new=NewSession("full", start_of(date(2010, 6, 5))), by=cast.organiser
    ).event


def test_long_ago_is_forgotten_and_stays(cast: Cast, bring: Give):
    done = bring(EBO)
    assert done.done_at is not None
    forgotten = forget_imports(before=done.done_at + KEPT, at=done.done_at + KEPT, by=cast.operator)
    assert forgotten == [done]
    row = ImportRow.objects.get(sheet_import=done)
    assert (row.cells, row.written, row.fate) == ([], [], "created")
    with pytest.raises(Refused, match="too long ago"):
        run.undo(SheetImport.objects.get(pk=done.pk), by=cast.organiser)
    assert Person.objects.filter(family_name="Iwu").count() == 1
