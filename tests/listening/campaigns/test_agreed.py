"""What each agreed to on a sheet that asks so: used at all, quoted, told what comes of it."""

import pytest

from m4c.listening.campaigns.sheet import ConcernSheet
from m4c.listening.deciding.heard import agreed_beside_answers
from m4c.listening.models import Concern, Questionnaire
from m4c.people.imports import files, run
from m4c.people.models import Engagement, ImportRow, Person, SheetImport
from m4c.people.sheets.kinds import ColumnKind
from tests.cast import Cast
from tests.importing import brought_in, data_folder, rows_of_our_tables  # noqa: F401

DETAILS = {"campaign": "Winter listening", "day": ""}
HEADERS = "date,place,who,words,may we use it inside the movement,may we quote,may we tell you what comes of it"
ANN = "5/10/2026,Ely,Ann Lee,Damp,yes,no,yes"
NOBODY = "5/10/2026,Ely,,Rent,yes,yes,"
SHEET = ConcernSheet()


def bring(cast: Cast, *rows: str, headers: str = HEADERS) -> SheetImport:
    """A sheet of street questionnaires of Cardiff's winter listening, brought in."""
    return brought_in(cast, *rows, headers=headers, kind="concerns", details=DETAILS)


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("May we use it inside the movement?", ColumnKind.MAY_USE),
        ("use inside", ColumnKind.MAY_USE),
        ("Consent", ColumnKind.MAY_USE),
        ("Gawn ni ddefnyddio hyn", ColumnKind.MAY_USE),
        ("May we use their words", ColumnKind.MAY_QUOTE),
        ("May we tell you what comes of it", ColumnKind.MAY_TELL),
        ("Tell them", ColumnKind.MAY_TELL),
        ("Keep in touch", ColumnKind.MAY_TELL),
        ("Gawn ni ddweud wrthych", ColumnKind.MAY_TELL),
        ("Not to be used", ColumnKind.UNUSED),
        ("No contact", ColumnKind.UNUSED),
        ("Do not contact", ColumnKind.UNUSED),
    ],
)
def test_each_use_is_known_by_its_header(header: str, kind: ColumnKind):
    rows = [["5/10/2026", "Damp is bad", "yes"], ["5/10/2026", "Rent", "no"]]
    assert SHEET.guess_columns(["date", "words", header], rows).columns.kinds[2] is kind


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("no", "They did not agree that we use it."),
        ("", "Without a clear yes that we may use it, it is not taken."),
        ("x", "“x” is neither yes nor no. Without a clear yes that we may use it, it is not taken."),
    ],
)
def test_what_nobody_agreed_to_is_not_taken(cast: Cast, said: str, reason: str):
    bring(cast, ANN.replace("yes,no", f"{said},no"), NOBODY)
    assert ImportRow.objects.get(number=2).reason == reason
    assert Concern.objects.get().words == "Rent"
    assert not Person.objects.filter(family_name="Lee").exists()


def test_each_use_stands_by_itself_under_the_words_of_the_sheet(cast: Cast):
    bring(cast, ANN, NOBODY)
    of_ann, of_nobody = Questionnaire.objects.order_by("pk")
    assert (of_ann.may_use_inside, of_ann.may_quote, of_ann.may_write) == (True, False, True)
    assert (of_nobody.person, of_nobody.may_quote, of_nobody.may_write) == (None, True, False)
    asked = "may we use it inside the movement · may we quote · may we tell you what comes of it"
    assert of_ann.wording == of_nobody.wording == asked
    assert list(Concern.objects.order_by("pk").values_list("questionnaire", flat=True)) == [of_ann.pk, of_nobody.pk]
    ann = of_ann.person_id or 0
    assert ann in agreed_beside_answers([ann])
    assert Engagement.objects.get(kind="answered_questionnaire").person == of_ann.person


def test_a_sheet_that_asks_nothing_is_no_questionnaire(cast: Cast):
    bring(cast, "5/10/2026,Ely,Ann Lee,Damp,yes", headers="date,place,who,words,may we quote")
    assert (Concern.objects.count(), Questionnaire.objects.count()) == (1, 0)


def test_one_person_answered_once_a_day_and_each_blank_is_one(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "CHUNK", 2)
    rows = [ANN, NOBODY, ANN.replace("Damp", "Rent"), NOBODY, ANN.replace("5/10", "6/10")]
    bring(cast, *rows)
    assert (Concern.objects.count(), Questionnaire.objects.count()) == (5, 4)
    before = rows_of_our_tables()
    bring(cast, *rows)
    assert rows_of_our_tables() == before


@pytest.mark.parametrize("order", [["yes", "no"], ["no", "yes"]])
def test_one_no_of_somebody_is_a_no(cast: Cast, order: list[str]):
    first, second = (f"5/10/2026,Ely,Ann Lee,{words},yes,no,{told}" for words, told in zip("AB", order, strict=True))
    bring(cast, first, second)
    assert Questionnaire.objects.get().may_write is False


def test_a_later_no_is_obeyed_and_a_blank_says_nothing(cast: Cast):
    bring(cast, ANN)
    for said, stands in (("", True), ("no", False), ("yes", False)):
        sheet = bring(cast, ANN.replace("no,yes", f"no,{said}"))
        questionnaire = Questionnaire.objects.get()
        assert questionnaire.may_write is stands
        if said == "no":
            written = ImportRow.objects.get(sheet_import=sheet).written
            assert ["listening.questionnaire", questionnaire.pk, {"may_write": [True, False]}] in written


def test_whoever_gave_no_name_cannot_be_told(cast: Cast):
    bring(cast, NOBODY + "yes", ANN.replace("no,yes", "no,perhaps"))
    told = dict(ImportRow.objects.values_list("number", "remark"))
    assert told[2] == "Who gave no name cannot be told what comes of it."
    assert told[3] == "“perhaps” is neither yes nor no. They are not told what comes of it."
    assert not Questionnaire.objects.filter(may_write=True).exists()


def test_undone_it_leaves_nothing(cast: Cast):
    before = rows_of_our_tables()
    run.undo(bring(cast, ANN, NOBODY), by=cast.organiser)
    assert rows_of_our_tables() == before
