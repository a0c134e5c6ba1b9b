"""An import from file to records: once, in chunks, from wherever it was killed, and back."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.core.errors import Refused
from m4c.events.models import Attendance
from m4c.leaders.models import ConversationPledge, TrainingSession
from m4c.people import ledger
from m4c.people.imports import files, run
from m4c.people.imports.answer import answer_of
from m4c.people.models import Group, Household, ImportRow, Membership, Person, PersonEmail, PersonPhone, SheetImport
from m4c.people.operations.sheet_import import confirm_sheet
from tests.cast import Cast
from tests.importing import Counts
from tests.people.imports.conftest import Give

EBO = "Ebo,Iwu,ebo.iwu@example.org,07700 900001,CF3 0LN,10,2,no,"
OWEN = "Owen,Szymański,OWEN@EXAMPLE.ORG,+44 7700 900002,cf30ln,five,-,yes,Ebo Iwu"
ANNA = "Anna,Ngata,anna@example.org,,CF11 9AB,none,,,"
SHEET = [EBO, ",,,,,,,,", OWEN, EBO, ANNA, ",,not an email,,CF3 0LN,10,2,,"]


def figures(sheet_import: SheetImport) -> tuple[int, int, int, int]:
    answer = answer_of(sheet_import)
    return answer.rows, answer.people_created, answer.people_matched, answer.needs_review


def test_sheet_becomes_people_attendances_and_pledges(cast: Cast, bring: Give):
    done = bring(*SHEET)
    assert answer_of(done).as_json() == {
        "id": str(done.uid),
        "rows": 5,
        "people_created": 3,
        "people_matched": 0,
        "needs_review": 0,
        "refused": [
            {
                "row": 7,
                "reason": "“not an email” is not an e-mail address. "
                "No name, e-mail or phone: nobody can be known by this row.",
            }
        ],
        "pledges": {"one_to_ones": 15, "house_meetings": 2},
    }
    owen = Person.objects.get(family_name="Szymański")
    assert [email.address for email in owen.emails.all()] == ["owen@example.org"]
    assert [phone.number for phone in owen.phones.all()] == ["+447700900002"]
    assert str(owen.address) == "CF3 0LN"
    assert [(each.group, each.role, str(each.started_on)) for each in owen.memberships.all()] == [
        (cast.cardiff, Membership.Role.SUPPORTER, "2010-06-05")
    ]
    attendance = Attendance.objects.get(person=owen)
    assert (attendance.state, str(attendance.brought_by)) == ("came", "Ebo Iwu")
    assert TrainingSession.objects.get(event=attendance.event).kind == "full"


def test_rows_keep_the_numbers_that_a_person_sees(bring: Give):
    rows = ImportRow.objects.filter(sheet_import=bring(*SHEET)).values_list("number", "fate")
    assert list(rows) == [(2, "created"), (4, "created"), (5, "repeat"), (6, "created"), (7, "refused")]


def test_same_file_twice_changes_nothing(bring: Give, rows_of_all_tables: Callable[[], Counts]):
    bring(*SHEET)
    before = rows_of_all_tables()
    again = bring(*SHEET)
    assert rows_of_all_tables() == before
    assert figures(again) == (5, 0, 3, 0)
    assert answer_of(again).as_json()["pledges"] == {"one_to_ones": 0, "house_meetings": 0}


def test_ledger_is_as_if_rebuilt(bring: Give):
    bring(*SHEET)
    assert ledger.rebuild() == {"added": 0, "changed": 0, "withdrawn": 0}


def test_head_counts_follow(cast: Cast, bring: Give):
    before = Group.objects.get(pk=cast.wales.pk).head_count
    bring(*SHEET)
    assert Group.objects.get(pk=cast.wales.pk).head_count == before + 3


def test_look_foretells_what_is_brought_in(bring: Give, look: Give, rows_of_all_tables: Callable[[], Counts]):
    before = rows_of_all_tables()
    looked = look(*SHEET)
    assert rows_of_all_tables() == before
    foretold = answer_of(looked)
    done = run.bring_in(confirm_sheet(sheet_import=looked, by=looked.by, queued=False), by=looked.by)
    told = answer_of(done)
    assert (told.rows, told.people_created, told.refused, told.counts) == (
        foretold.rows,
        foretold.people_created,
        foretold.refused,
        foretold.counts,
    )


def test_dry_run_keeps_nothing_and_needs_no_group(cast: Cast, give: Give, rows_of_all_tables: Callable[[], Counts]):
    given = give(*SHEET)
    unsaved = SheetImport(kind="signin", layout=given.layout, details=given.details, by=cast.organiser)
    before = rows_of_all_tables()
    answer = run.foretell(unsaved, files.open_given(given), by=cast.organiser)
    assert (answer.rows, answer.people_created) == (5, 3)
    assert answer.counts == {"pledged_one_to_ones": 15, "pledged_house_meetings": 2}
    assert rows_of_all_tables() == before


def test_killed_import_goes_on_where_it_got_to(give: Give, monkeypatch, rows_of_all_tables: Callable[[], Counts]):
    monkeypatch.setattr(files, "CHUNK", 2)
    given = give(*SHEET)
    confirmed = confirm_sheet(sheet_import=given, by=given.by, queued=False)

    def kill(done: int, total: int) -> None:
        if done >= 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.bring_in(confirmed, by=given.by, tell=kill)
    halfway = SheetImport.objects.get(pk=given.pk)
    assert (halfway.written_to, halfway.phase) == (4, SheetImport.Phase.WRITING)
    done = run.bring_in(halfway, by=given.by)
    assert figures(done) == (5, 3, 0, 0)
    assert answer_of(done).as_json()["pledges"] == {"one_to_ones": 15, "house_meetings": 2}


def test_writing_twice_is_writing_once(give: Give, rows_of_all_tables: Callable[[], Counts]):
    given = give(*SHEET)
    stale = confirm_sheet(sheet_import=given, by=given.by, queued=False)
    run.bring_in(stale, by=given.by)
    before = rows_of_all_tables()
    with pytest.raises(Refused):
        run.bring_in(stale, by=given.by)
    assert rows_of_all_tables() == before


def test_chunks_make_no_difference(bring: Give, monkeypatch):
    monkeypatch.setattr(files, "CHUNK", 1)
    assert figures(bring(*SHEET)) == (5, 3, 0, 0)


def test_a_list_of_people_is_written_twice_as_many_rows_at_a_time(give: Give, monkeypatch):
    monkeypatch.setattr(files, "CHUNK", 2)
    rows = [f"P{n},Q{n},p{n}@example.org" for n in range(5)]
    details = {"holds": "people", "agreed": ""}
    given = give(*rows, headers="First name,Surname,Email", kind="people", details=details)
    told: list[int] = []
    confirmed = confirm_sheet(sheet_import=given, by=given.by, queued=False)
    run.bring_in(confirmed, by=given.by, tell=lambda done, total: told.append(done))
    assert told == [4, 5]


def test_queries_do_not_grow_with_the_chunk(give: Give):
    def queries(number: int) -> int:
        rows = [f"P{n},Q{number}{n},p{number}.{n}@example.org,0770090{n:04},CF3 0LN,{n},1,yes," for n in range(number)]
        given = give(*rows)
        confirmed = confirm_sheet(sheet_import=given, by=given.by, queued=False)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            run.bring_in(confirmed, by=given.by)
        return len(captured)

    queries(2)  # the session is made
    assert queries(3) == queries(30)


def test_second_sheet_of_a_session_adds_to_it(bring: Give):
    bring(EBO)
    bring(OWEN)
    session = TrainingSession.objects.get(kind="full", event__starts_at__date="2010-06-05")
    assert Attendance.objects.filter(event=session.event).count() == 2


def test_taster_and_full_are_two_sessions(bring: Give):
    bring(EBO)
    bring(EBO, details={"day": "2010-06-05", "session": "taster"})
    assert sorted(TrainingSession.objects.values_list("kind", flat=True)) == ["full", "taster"]
    assert ConversationPledge.objects.count() == 4


def test_known_person_is_completed_and_not_overwritten(cast: Cast, add, bring: Give):
    ebo = add("Ebo Iwu", cast.cardiff, emails=["ebo.iwu@example.org"])
    assert figures(bring(EBO)) == (1, 0, 1, 0)
    ebo.refresh_from_db()
    assert [phone.number for phone in ebo.phones.all()] == ["+447700900001"]
    assert str(ebo.address) == "CF3 0LN"
    assert Membership.objects.filter(person=ebo).count() == 1


def test_household_is_two_people_under_one_roof(bring: Give):
    done = bring(EBO, "Grace,Iwu,ebo.iwu@example.org,,,,,,")
    assert figures(done) == (2, 2, 0, 1)
    assert sorted(Household.objects.get().pk == person.household_id for person in two_of("Iwu")) == [True, True]
    assert figures(bring(EBO, "Grace,Iwu,ebo.iwu@example.org,,,,,,")) == (2, 0, 2, 0)


def two_of(family: str) -> list[Person]:
    return list(Person.objects.filter(family_name=family))


def test_name_alone_twice_is_two_people_and_found_again(bring: Give):
    rows = ["John,Smith,,,,1,,,", "John,Smith,,,,2,,,"]
    assert figures(bring(*rows)) == (2, 2, 0, 1)
    assert figures(bring(*rows)) == (2, 0, 2, 0)


def test_row_without_a_name_is_somebody_with_an_email(bring: Give):
    assert figures(bring(",,who.knows@example.org,,,,,,")) == (1, 1, 0, 0)
    assert PersonEmail.objects.get(folded="who.knows@example.org").person.name == "who.knows"
    assert figures(bring("Una,Quinn,who.knows@example.org,,,,,,")) == (1, 0, 1, 0)
    assert PersonEmail.objects.get(folded="who.knows@example.org").person.name == "Una Quinn"


def test_phone_that_two_rows_share_makes_one_person(bring: Give):
    done = bring(EBO, "Ebo,Iwu,,+447700900001,,,,,")
    assert figures(done) == (2, 1, 0, 0)
    assert PersonPhone.objects.filter(number="+447700900001").count() == 1
