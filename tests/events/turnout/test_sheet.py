"""Turnout sheets: what their rows say, what is written of an event, and a sheet given twice or killed half way."""

import pytest

from m4c.events.models import Attendance, Event, Guest, Reply, TurnoutCall
from m4c.events.turnout.figures import turnout_of
from m4c.events.turnout.sheet import TurnoutSheet
from m4c.events.turnout.sitting import event_of
from m4c.people.imports import files, run
from m4c.people.imports.answer import answer_of
from m4c.people.models import ImportRow, Person, PersonEmail, SheetImport
from m4c.people.operations.sheet_import import confirm_sheet
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind
from m4c.people.sheets.reading import Row
from tests.cast import Cast
from tests.factories import NOW
from tests.importing import brought_in, data_folder, given_sheet, looked_through, rows_of_our_tables  # noqa: F401 - acts by itself

ASSEMBLY = {"title": "Autumn assembly", "event_kind": "assembly", "day": "2026-10-20", "hour": "19:30"}
HEADERS = "Name,E-mail,RSVP,Attended,Brought by,Guests"
SHEET = TurnoutSheet()
COLUMNS = Columns(
    (
        ColumnKind.FULL_NAME,
        ColumnKind.EMAIL,
        ColumnKind.TURNOUT_STATE,
        ColumnKind.CAME,
        ColumnKind.BROUGHT_BY,
        ColumnKind.GUESTS,
    )
)
BETHAN = '"Rees, Bethan",bethan.rees@example.org,,y,,'
KOFI = "Kofi Boateng,kofi@example.org,yes,y,Bethan Rees,2"


def bring(cast: Cast, *rows: str, **options: object) -> SheetImport:
    """A turnout sheet of Cardiff's assembly, brought in."""
    return brought_in(cast, *rows, headers=HEADERS, kind="turnout", details=ASSEMBLY, **options)


def states() -> dict[str, str]:
    """Where each stands, by given name."""
    return dict(Attendance.objects.order_by("pk").values_list("person__given_name", "state"))


@pytest.mark.parametrize(
    ("said", "came", "state"),
    [
        ("yes", "", "yes"),
        ("yes", "y", "came"),
        ("yes", "n", "did_not_come"),
        ("", "n", "did_not_come"),
        ("no", "n", "no"),
        ("asked", "n", "asked"),
        ("walk-in", "y", "walk_in"),
        ("", "no show", "did_not_come"),
        ("apologies", "", "no"),
        ("", "", ""),
        ("blue", "", ""),
    ],
)
def test_state_is_what_they_said_and_whether_they_came(said: str, came: str, state: str):
    line = SHEET.read(Row(2, ["Ann Lee", "ann@example.org", said, came, "", ""], []), COLUMNS)
    assert (line.said.state, line.reason) == (state, "")
    assert ("blue" in line.remark) is (said == "blue")


def test_only_a_row_by_which_nobody_can_be_known_is_refused():
    line = SHEET.read(Row(2, ["Ann", "", "yes", "", "", ""], []), COLUMNS)
    assert line.reason == "Only one name, and no e-mail or phone by which to know them."


def test_bringing_in_makes_the_event_and_says_where_each_stands(cast: Cast):
    sheet = bring(cast, BETHAN, KOFI, "Max Hay,max@example.org,Apols,,,", "Sam Oye,sam@example.org,walk-in,y,,")
    event = Event.objects.get()
    assert (event.title, event.kind, event.group) == ("Autumn assembly", "assembly", cast.cardiff)
    assert event.starts_at.isoformat() == "2026-10-20T18:30:00+00:00"
    assert states() == {"Bethan": "came", "Kofi": "came", "Max": "no", "Sam": "walk_in"}
    assert str(Attendance.objects.get(person__given_name="Kofi").brought_by) == "Bethan Rees"
    assert sheet.counts == {"attendances": 4, "guests": 2}
    assert Person.objects.get(given_name="Max").met_on is None
    assert str(Person.objects.get(given_name="Sam").met_on) == "2026-10-20"


def test_guests_are_announced_and_named(cast: Cast):
    bring(cast, "Ann Lee,ann@example.org,yes,,,Tom and Eve", "Max Hay,max@example.org,no,,,3")
    reply = Reply.objects.get()
    assert (reply.person.name, reply.guests) == ("Ann Lee", 2)
    assert list(Guest.objects.values_list("name", flat=True)) == ["Tom", "Eve"]


def test_the_same_sheet_twice_is_one(cast: Cast):
    bring(cast, BETHAN, KOFI)
    before = rows_of_our_tables()
    again = bring(cast, BETHAN, KOFI)
    assert rows_of_our_tables() == before
    assert answer_of(again).people_matched == 2
    assert again.counts == {"attendances": 0, "guests": 0}


def test_a_newer_sheet_brings_states_up_to_date_and_nobody_who_came_did_not(cast: Cast):
    bring(cast, BETHAN, "Max Hay,max@example.org,yes,,,")
    bring(cast, "Bethan Rees,bethan.rees@example.org,asked,,,", "Max Hay,max@example.org,can't come,,,")
    assert states() == {"Bethan": "came", "Max": "no"}


def test_of_two_rows_of_one_person_the_one_that_says_more_counts(cast: Cast):
    bring(cast, "Ann Lee,ann@example.org,asked,,,", "Ann Lee,ann@example.org,confirmed,,,")
    assert states() == {"Ann": "confirmed"}


def test_a_killed_import_goes_on_where_it_stopped(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "CHUNK", 2)
    rows = [BETHAN, KOFI, "Ann Lee,ann@example.org,yes,,Kofi Boateng,", "Max Hay,max@example.org,no,,Bethan Rees,"]
    taken = given_sheet(cast, *rows, headers=HEADERS, kind="turnout", details=ASSEMBLY)
    confirmed = confirm_sheet(sheet_import=taken, by=taken.by, queued=False)

    def die(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.bring_in(confirmed, by=taken.by, tell=die)
    assert Attendance.objects.count() == 2
    run.bring_in(SheetImport.objects.get(pk=taken.pk), by=taken.by)
    assert Attendance.objects.count() == 4
    assert Event.objects.count() == 1
    assert str(Attendance.objects.get(person__given_name="Ann").brought_by) == "Kofi Boateng"


def test_undo_leaves_nothing_behind(cast: Cast):
    before = rows_of_our_tables()
    sheet = bring(cast, BETHAN, KOFI, "Ann Lee,ann@example.org,yes,,,Tom and Eve")
    run.undo(sheet, by=sheet.by)
    assert rows_of_our_tables() == before


def test_whoever_brought_them_is_looked_for_on_the_sheet_first(cast: Cast):
    sheet = bring(
        cast,
        BETHAN,
        "Siân Prosser,sian2@example.org,yes,,,",  # a namesake of the organiser's, who is of the group
        "Ann Lee,ann@example.org,yes,,Sian Prosser,",
        'Max Hay,max@example.org,yes,,"Griffiths, Bethan",',
        "Eve Roe,eve@example.org,yes,,bethan.rees@example.org,",
        "Ida Day,ida@example.org,yes,,Beth,",
    )
    whose = {each.person.given_name: each.brought_by for each in Attendance.objects.select_related("brought_by")}
    assert whose["Ann"] == Person.objects.get(emails__folded="sian2@example.org")
    assert whose["Max"] == cast.person("leader")
    assert str(whose["Eve"]) == "Bethan Rees"
    assert whose["Ida"] is None
    row = ImportRow.objects.get(left_open="Beth")
    assert row.remark == "“Beth” brought them, and it is not certain who that is: say so on the event's page."
    assert answer_of(sheet).needs_review == 1


def test_a_first_name_alone_means_the_only_one_who_has_it(cast: Cast):
    bring(
        cast,
        '"Vale, Una",una@example.org,,y,,',
        "Max Hay,max@example.org,,y,Una,",
        "Siân Prosser,sian2@example.org,yes,,,",  # and another one is of the group
        "Eve Roe,eve@example.org,yes,,Sian,",
        "Una Marsh,una2@example.org,,,,",
    )
    assert not Attendance.objects.filter(brought_by__isnull=False).exists()
    bring(cast, "Ida Day,ida@example.org,yes,,Régine,", "Regine Ann Poe,regine@example.org,,y,,")
    assert str(Attendance.objects.get(person__given_name="Ida").brought_by) == "Regine Ann Poe"
    remarks = set(ImportRow.objects.filter(left_open="").values_list("remark", flat=True))
    assert "“Régine” brought them: taken to be the only one here of that first name." in remarks


def test_what_they_said_is_kept_where_another_column_says_whether_they_came(cast: Cast):
    sheet = bring(
        cast,
        "Ann Lee,ann@example.org,confirmed,y,,",
        "Max Hay,max@example.org,confirmed,n,,",
        "Eve Roe,eve@example.org,no,y,,",
        "Ida Day,ida@example.org,yes,y,,",
        "Kit Fox,kit@example.org,,y,,",
    )
    told = turnout_of(Event.objects.get(), cast.operator)
    assert (told.confirmed, told.yes, told.came, told.no_show, told.show_rate) == (2, 4, 4, 1, 0.75)
    bring(cast, "Ann Lee,ann@example.org,no,y,,")
    assert turnout_of(Event.objects.get(), cast.operator) == told
    run.undo(sheet, by=cast.organiser)
    assert not TurnoutCall.objects.exists()


def test_nobody_is_brought_by_those_whom_they_brought(cast: Cast):
    sheet = bring(
        cast,
        "Ann Lee,ann@example.org,came,,Eve Roe,",
        "Max Hay,max@example.org,came,,Ann Lee,",
        "Eve Roe,eve@example.org,came,,Max Hay,",
    )
    whose = dict(Attendance.objects.values_list("person__given_name", "brought_by__given_name"))
    assert whose == {"Ann": "Eve", "Max": "Ann", "Eve": None}
    assert answer_of(sheet).needs_review == 1
    remark = ImportRow.objects.get(left_open="Max Hay").remark
    assert remark == "“Max Hay” brought them, and came because of them: nobody is down as having brought them."


def test_somebody_may_be_called_by_another_form_of_their_name(cast: Cast):
    bring(
        cast,
        "William Vale,w@example.org,came,,,",
        "Edwina (Winnie) Marsh,win@example.org,came,,Bill Vale,",
        "Ann Lee,ann@example.org,came,,Winnie Marsh,",
        "Max Hay,max@example.org,came,,Will,",
        "Eve Roe,eve@example.org,came,,Max H.,",
        "Ida Day,ida@example.org,came,,Bill Hay,",
    )
    whose = dict(Attendance.objects.values_list("person__family_name", "brought_by__family_name"))
    assert whose == {"Vale": None, "Marsh": "Vale", "Lee": "Marsh", "Hay": "Vale", "Roe": "Hay", "Day": None}
    remarks = dict(ImportRow.objects.values_list("number", "remark"))
    assert remarks[3] == "“Bill Vale” brought them: taken to be William Vale."
    assert remarks[6] == "“Max H.” brought them: taken to be the only one here of that first name."


def test_headings_between_the_rows_say_where_those_below_them_stand(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    rows = ["Confirmed (2):", "Ann Lee,,,,,", "Max Hay,,no,,,", "NOT COMING", "Eve Roe,,,,,", "Team A:", "Ida Day,,,,,"]
    monkeypatch.setattr(files, "CHUNK", 2)
    sheet = bring(cast, *rows, "Grand total,,4,,,")
    assert states() == {"Ann": "confirmed", "Max": "no", "Eve": "no", "Ida": "listed"}
    assert [reason for _number, reason in answer_of(sheet).refused] == [
        "“Confirmed” is a heading: it says where those below it stand.",
        "“NOT COMING” is a heading: it says where those below it stand.",
        "“Team A” is a heading, and nobody.",
        "This is a line of totals, and nobody.",
    ]
    begun = next(files.lines_of(files.open_given(sheet), sheet, after=5))
    assert begun[0].said.state == "no"


def test_event_of_another_day_is_another_event(cast: Cast):
    bring(cast, BETHAN)
    other = SheetImport(kind="turnout", group=cast.cardiff, details={**ASSEMBLY, "day": "2026-10-21"})
    assert event_of(other) is None
    assert event_of(SheetImport(kind="turnout", group=cast.swansea, details=ASSEMBLY)) is None
    found = event_of(SheetImport(kind="turnout", group=cast.cardiff, details={**ASSEMBLY, "title": "AUTUMN  Assembly"}))
    assert found == Event.objects.get()


def test_a_sheet_tells_nothing_of_somebody_kept_safe_who_is_on_the_list(cast: Cast):
    """Nor that she said herself whom she brings: all counts as it does of somebody new."""
    safe = cast.person("protected_member")
    PersonEmail.objects.create(person=safe, address="safe@example.org", folded="safe@example.org")
    event = event_of(bring(cast, KOFI))
    assert event is not None
    row = Attendance.objects.create(event=event, person=safe, state="yes")
    replied = {"token_hash": "x" * 64, "made_at": NOW, "changed_at": NOW}
    Reply.objects.create(event=event, person=safe, guests=1, **replied)
    hers = f"{safe.name},safe@example.org,yes,,,2"
    foretold = looked_through(cast, hers, headers=HEADERS, kind="turnout", details=ASSEMBLY)
    told = [answer_of(foretold).counts, answer_of(bring(cast, hers)).counts]
    assert [(each["attendances"], each["guests"]) for each in told] == [(1, 2), (1, 2)]
    assert list(Attendance.objects.filter(event=event, person=safe)) == [row]
