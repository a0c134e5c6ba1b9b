"""Sheets of concerns: what their rows say, whom they know, twice over chunks, killed, undone, and by the page."""

from io import BytesIO

import pytest

from m4c.listening.campaigns.sheet import ConcernSheet
from m4c.listening.campaigns.sitting import campaign_of
from m4c.listening.models import Concern, ListeningCampaign, Theme
from m4c.people.imports import files, run
from m4c.people.imports.answer import answer_of
from m4c.people.imports.files import guess_kind, keep_file, open_given
from m4c.people.models import Consent, ImportRow, Person, SheetImport
from m4c.people.operations.sheet_import import confirm_sheet
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind
from m4c.people.sheets.reading import Row
from tests.cast import Cast
from tests.importing import brought_in, data_folder, given_sheet, looked_through, rows_of_our_tables  # noqa: F401
from tests.listening import campaigning

DETAILS = {"campaign": "Winter listening", "day": ""}
HEADERS = "date,place,group,who,words,strength,may we quote,theme"
SHEET = ConcernSheet()
COLUMNS = Columns(
    (
        ColumnKind.DATE,
        ColumnKind.PLACE,
        ColumnKind.GROUP,
        ColumnKind.FULL_NAME,
        ColumnKind.WORDS,
        ColumnKind.STRENGTH,
        ColumnKind.MAY_QUOTE,
        ColumnKind.THEME,
    )
)
RENT = "5/10/2026,Ely,,,Rent,1,no,Rent"
ANN = "5/10/2026,Ely,,Ann Lee,Damp,3,yes,Damp"


def bring(cast: Cast, *rows: str, **options: object) -> SheetImport:
    """A sheet of Cardiff's winter listening, brought in."""
    return brought_in(cast, *rows, headers=HEADERS, kind="concerns", details=DETAILS, **options)


def read(**cells: str) -> object:
    """The line of a row."""
    names = ["date", "place", "group", "who", "words", "strength", "quote", "theme"]
    row = {"date": "5/10/2026", "words": "Rent"} | cells
    return SHEET.read(Row(2, [row.get(name, "") for name in names], []), COLUMNS)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"words": "-"}, "It does not say what was said."),
        ({"words": "x" * 501}, "That is longer than 500 letters: part it into more than one concern."),
        ({"date": "the 13th"}, "“the 13th” is not a date that is understood: write 31/12/2010."),
        ({"date": "1/1/2090"}, "01/01/2090 is still to come."),
    ],
)
def test_a_row_without_words_or_with_no_day_that_can_be_is_refused(cells: dict[str, str], reason: str):
    assert read(**cells).reason == reason  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("who", "is_nobody", "remark"),
    [
        ("", True, ""),
        ("Anonymous", True, ""),
        ("a resident", True, ""),
        ("dienw", True, ""),
        ("prefer not to say", True, ""),
        ("Ann Lee", False, ""),
        ("Ann", True, "It counts as one voice without a name."),
    ],
)
def test_who_is_somebody_or_nobody(who: str, is_nobody: bool, remark: str):
    line = read(who=who)
    assert (line.is_of_nobody, line.reason) == (is_nobody, "")  # type: ignore[attr-defined]
    assert remark in line.remark  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("said", "may"), [("yes", True), ("anonymously", True), ("", False), ("x", False), ("?", False)]
)
def test_only_a_clear_yes_lets_us_quote(said: str, may: bool):
    assert read(quote=said).said.may_quote is may  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("header", "asks"),
    [
        ("may we quote", True),
        ("May we quote? (yes/no)", True),
        ("Quote anonymously?", True),
        ("Quote without name", True),
        ("Consent (quote)", True),
        ("No quoting", False),
        ("Do not quote", False),
        ("May we publish your name", False),
        ("Consent", False),
        ("May we contact you?", False),
        ("Agreed to privacy notice", False),
    ],
)
def test_a_yes_to_something_else_is_none_to_quoting(header: str, asks: bool):
    rows = [["5/10/2026", "Ann Lee", "Damp", "yes"], ["5/10/2026", "", "Rent", "no"]]
    kinds = SHEET.guess_columns(["date", "who", "words", header], rows).columns.kinds
    assert (ColumnKind.MAY_QUOTE in kinds) is asks


def test_without_a_column_for_it_nothing_may_be_quoted(cast: Cast):
    headers = "date,who,words"
    brought_in(cast, "5/10/2026,Ann Lee,Damp", "5/10/2026,,Rent", headers=headers, kind="concerns", details=DETAILS)
    assert set(Concern.objects.values_list("may_quote", flat=True)) == {False}
    assert Consent.objects.filter(person__family_name="Lee").count() == 0


def test_a_later_no_takes_a_yes_back_and_a_blank_does_not(cast: Cast):
    bring(cast, ANN)
    concern = Concern.objects.get()
    for answer, stands in (("", True), ("no", False), ("yes", False)):
        sheet = bring(cast, ANN.replace(",yes,", f",{answer},"))
        concern.refresh_from_db()
        assert (concern.may_quote, Concern.objects.count()) == (stands, 1)
        if answer == "no":
            written = ImportRow.objects.get(sheet_import=sheet).written
            assert ["listening.concern", concern.pk, {"may_quote": [True, False]}] in written


def test_of_several_themes_the_first_counts_and_the_row_says_so():
    line = read(theme="Damp; Rent")
    assert (line.said.theme, "“Rent”" in line.remark) == ("Damp", True)


def test_a_campaign_that_is_planned_takes_the_sheet_and_keeps_its_days(cast: Cast):
    campaign = campaigning.campaign_of(cast)
    sheet = bring(cast, "5/1/2026,Ely,,,Rent,1,no,")
    assert (ListeningCampaign.objects.get(), campaign_of(sheet)) == (campaign, campaign)
    assert ImportRow.objects.get().remark == "It was said outside the days of the campaign."
    assert ListeningCampaign.objects.get().starts_on == campaign.starts_on


def test_a_group_below_is_known_and_one_elsewhere_is_not(cast: Cast):
    bring(cast, "5/10/2026,,st mellons,,Rent,,,", "5/10/2026,,Manchester,,Buses,,,")
    assert list(Concern.objects.order_by("pk").values_list("group__name", flat=True)) == ["St Mellons", "Cardiff"]
    told = "No group of this campaign is called “Manchester”: it counts with Cardiff."
    assert ImportRow.objects.get(number=3).remark == told


def test_the_same_person_said_two_things_and_one_thing_twice(cast: Cast):
    sheet = bring(cast, ANN, "6/10/2026,Ely,,Ann Lee,Damp,3,yes,Damp", ANN, ANN.replace("Damp,3", "  DAMP ,1"))
    assert (Concern.objects.count(), Person.objects.filter(family_name="Lee").count()) == (2, 1)
    assert (answer_of(sheet).people_created, sheet.counts) == (1, {"concerns": 2, "anonymous": 0, "themes": 1})


def test_each_blank_is_one_voice_over_chunks_too_and_twice_is_once(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "CHUNK", 2)
    rows = [RENT, ANN, RENT, RENT, ANN, RENT]
    assert bring(cast, *rows).counts == {"concerns": 5, "anonymous": 4, "themes": 2}
    before = rows_of_our_tables()
    assert looked_through(cast, *rows, headers=HEADERS, kind="concerns", details=DETAILS).counts["concerns"] == 0
    again = bring(cast, *rows)
    assert again.counts == {"concerns": 0, "anonymous": 0, "themes": 0}
    assert rows_of_our_tables() == before
    assert bring(cast, *rows, RENT).counts == {"concerns": 1, "anonymous": 1, "themes": 0}
    assert not ImportRow.objects.exclude(left_open="").exists()


def test_a_look_foretells_what_is_then_written(cast: Cast):
    rows = [RENT, ANN, RENT]
    looked = looked_through(cast, *rows, headers=HEADERS, kind="concerns", details=DETAILS)
    foretold = dict(looked.counts)
    confirmed = confirm_sheet(sheet_import=looked, by=looked.by, queued=False)
    assert run.bring_in(confirmed, by=looked.by).counts == foretold == {"concerns": 3, "anonymous": 2, "themes": 2}


def test_a_killed_sheet_goes_on_where_it_stopped(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "CHUNK", 2)
    rows = [RENT, ANN, RENT, RENT, "1/9/2026,Ely,,,Buses,,,"]
    taken = given_sheet(cast, *rows, headers=HEADERS, kind="concerns", details=DETAILS)
    going = confirm_sheet(sheet_import=taken, by=taken.by, queued=False)

    def die(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.bring_in(going, by=taken.by, tell=die)
    assert Concern.objects.count() == 2
    done = run.bring_in(SheetImport.objects.get(pk=taken.pk), by=taken.by)
    assert (Concern.objects.count(), done.counts["anonymous"]) == (5, 4)
    assert ListeningCampaign.objects.get().starts_on.isoformat() == "2026-09-01"


def test_undone_it_leaves_nothing_but_what_others_use(cast: Cast):
    before = rows_of_our_tables()
    run.undo(bring(cast, RENT, ANN), by=cast.organiser)
    assert rows_of_our_tables() == before
    first, second = bring(cast, RENT), bring(cast, RENT, RENT)
    run.undo(second, by=cast.organiser)
    assert (Concern.objects.count(), Theme.objects.count()) == (1, 1)
    run.undo(first, by=cast.organiser)
    assert rows_of_our_tables() == before


@pytest.mark.parametrize(
    ("headers", "row", "is_of_concerns"),
    [
        (HEADERS, ANN, True),
        ("Name,Email,Postcode,Comments", "Ann Lee,ann@example.org,CF24 2AB,Nice", False),
        ("First name,Surname,Email,121s pledged", "Ann,Lee,ann@example.org,3", False),
    ],
)
def test_the_page_knows_a_sheet_of_concerns_by_its_headers(cast: Cast, headers: str, row: str, is_of_concerns: bool):
    given = SheetImport(kind="signin", file_name="a.csv")
    keep_file(given, BytesIO(f"{headers}\n{row}\n".encode()))
    assert (guess_kind(open_given(given)).name == "concerns") is is_of_concerns
