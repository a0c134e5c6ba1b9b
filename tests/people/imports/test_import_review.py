"""Saying whether the new person of a doubtful row is somebody we knew."""

from collections.abc import Callable

import pytest

from m4c.core.errors import NotAllowed, Refused
from m4c.core.models import AuditEntry
from m4c.events.models import Attendance
from m4c.leaders.models import ConversationPledge
from m4c.people import ledger
from m4c.people.imports import run
from m4c.people.models import Group, Household, ImportRow, Membership, Person, SheetImport
from m4c.people.models.person_merge import named_by
from m4c.people.operations.import_review import say_same_person, say_someone_else
from m4c.people.operations.note import write_note
from tests.cast import Cast
from tests.importing import Counts
from tests.people.imports.conftest import Give

AMAL = "Amal,Yusuf,amal.yusuf@example.org,,CF3 0LN,3,1,yes,"
DOUBLE = "Amal,Yusuf,amal.y@example.org,07700 900555,CF3 0LN,5,,no,"  # the same name and home, another e-mail


@pytest.fixture
def known(cast: Cast, add) -> Person:
    """Somebody of Cardiff who gave another e-mail before."""
    return add("Amal Yusuf", cast.cardiff, emails=["amal.yusuf@example.org"], postcode="CF3 0LN")


def doubtful(sheet_import: SheetImport) -> ImportRow:
    return ImportRow.objects.select_related("sheet_import", "person", "candidate").get(
        sheet_import=sheet_import, doubt="same_home"
    )


def test_same_person_moves_what_was_written(cast: Cast, known: Person, bring: Give):
    heads = Group.objects.get(pk=cast.cardiff.pk).head_count
    row = doubtful(bring(DOUBLE))
    assert row.person is not None
    old = row.person.uid
    say_same_person(row=row, by=cast.organiser)
    assert named_by(old, Person.objects.all()) == known
    assert list(Person.objects.filter(family_name="Yusuf")) == [known]
    assert Attendance.objects.get().person == known
    assert [(pledge.person, pledge.number) for pledge in ConversationPledge.objects.all()] == [(known, 5)]
    assert [email.address for email in known.emails.all()] == ["amal.yusuf@example.org", "amal.y@example.org"]
    assert [phone.number for phone in known.phones.all()] == ["+447700900555"]
    assert Membership.objects.filter(person=known).count() == 1
    assert Group.objects.get(pk=cast.cardiff.pk).head_count == heads
    assert ledger.rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}
    row.refresh_from_db()
    assert (row.person, row.answer, row.answered_by, row.fate) == (known, "same", cast.organiser, "matched")


def test_same_person_who_was_there_is_there_once(cast: Cast, known: Person, bring: Give):
    row = doubtful(bring(AMAL, DOUBLE))
    say_same_person(row=row, by=cast.organiser)
    assert Attendance.objects.get().person == known
    assert sorted(ConversationPledge.objects.values_list("kind", "number")) == [("house_meeting", 1), ("one_to_one", 3)]
    assert ledger.rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}


def test_same_person_can_be_undone_with_the_import(
    cast: Cast, known: Person, bring: Give, rows_of_all_tables: Callable[[], Counts]
):
    before = rows_of_all_tables()
    done = bring(AMAL, DOUBLE)
    say_same_person(row=doubtful(done), by=cast.organiser)
    run.undo(done, by=cast.organiser)
    assert rows_of_all_tables() == before


def test_same_person_ends_the_household_of_two_who_are_one(cast: Cast, known: Person, bring: Give):
    done = bring("Grace,Yusuf,amal.yusuf@example.org,,,,,,")
    assert Household.objects.count() == 1
    row = ImportRow.objects.select_related("sheet_import", "person").get(sheet_import=done)
    say_same_person(row=row, by=cast.organiser)
    known.refresh_from_db()
    assert (Household.objects.count(), known.household) == (0, None)
    run.undo(done, by=cast.organiser)
    assert Person.objects.filter(family_name="Yusuf").count() == 1


def test_same_person_is_refused_once_something_builds_on_the_double(cast: Cast, known: Person, bring: Give, now):
    row = doubtful(bring(DOUBLE))
    write_note(
        person=row.person,  # type: ignore[arg-type]
        group=cast.cardiff,
        tier="private",
        about_them="Knows the drummers.",
        at=now,
        by=cast.organiser,
    )
    with pytest.raises(Refused, match=r"They cannot be made one here\. Something builds on it by now \(notes: 1\)\."):
        say_same_person(row=row, by=cast.organiser)
    assert Person.objects.filter(family_name="Yusuf").count() == 2


def test_same_person_is_refused_where_the_candidate_is_not_seen(cast: Cast, known: Person, bring: Give):
    row = doubtful(bring(DOUBLE, by=cast.operator))
    Membership.objects.filter(person=known).update(group=cast.manchester)
    with pytest.raises(Refused, match="nothing to say"):
        say_same_person(row=row, by=cast.organiser)


def test_someone_else_closes_it(cast: Cast, known: Person, bring: Give):
    row = doubtful(bring(DOUBLE))
    say_someone_else(row=row, by=cast.organiser)
    assert Person.objects.filter(family_name="Yusuf").count() == 2
    assert ImportRow.objects.to_review().count() == 0
    with pytest.raises(Refused, match="nothing to say"):
        say_same_person(row=row, by=cast.organiser)
    assert AuditEntry.objects.filter(operation="people.say_someone_else").count() == 1


def test_answers_need_the_right_in_the_group(cast: Cast, known: Person, bring: Give):
    row = doubtful(bring(DOUBLE))
    with pytest.raises(NotAllowed):
        say_someone_else(row=row, by=cast.organiser_elsewhere)
