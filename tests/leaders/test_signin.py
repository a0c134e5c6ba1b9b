"""Sign-in sheets: what their rows say, and what is written of a session."""

from datetime import date

import pytest

from m4c.events.models import Attendance
from m4c.leaders.models import ConversationPledge, TraineeStanding, TrainingSession
from m4c.leaders.signin import SignInSheet
from m4c.people.imports.answer import answer_of
from m4c.people.models import Consent, ImportRow, Person
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.kinds import ColumnKind
from m4c.people.sheets.reading import Row
from tests.cast import Cast
from tests.importing import HEADERS, brought_in, data_folder  # noqa: F401 - a fixture that acts by itself

SHEET = SignInSheet()
COLUMNS = Columns(
    (
        ColumnKind.GIVEN_NAME,
        ColumnKind.FAMILY_NAME,
        ColumnKind.EMAIL,
        ColumnKind.PHONE,
        ColumnKind.POSTCODE,
        ColumnKind.ONE_TO_ONES_PLEDGED,
        ColumnKind.HOUSE_MEETINGS_PLEDGED,
        ColumnKind.HOST_MEMBER,
        ColumnKind.BROUGHT_BY,
    )
)


def read(*cells: str) -> tuple[str, str]:
    """Why a row is refused, and what is told of it."""
    line = SHEET.read(Row(2, [*cells, *[""] * (9 - len(cells))], []), COLUMNS)
    return line.reason, line.remark


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["Ebo", "Iwu"], ""),
        (["", "", "ebo@example.org"], ""),
        (["", "", "", "07700 900001"], ""),
        (["Ebo", "-"], "Only one name, and no e-mail or phone by which to know them."),
        (["=cmd|'/c calc'!A0", "", "x@example.org"], "“=cmd|'/c calc'!A0” is a formula, and no name."),
        (["Ebo"], "Only one name, and no e-mail or phone by which to know them."),
        (["", "", "", "", "CF3 0LN"], "No name, e-mail or phone: nobody can be known by this row."),
        (
            ["", "", "not an email"],
            "“not an email” is not an e-mail address. No name, e-mail or phone: nobody can be known by this row.",
        ),
    ],
)
def test_only_a_row_by_which_nobody_can_be_known_is_refused(cells: list[str], reason: str):
    assert read(*cells)[0] == reason


@pytest.mark.parametrize(
    ("cells", "remark"),
    [
        (["Ebo", "Iwu", "ebo@", "", "", "3"], "“ebo@” is not an e-mail address."),
        (["Ebo", "Iwu", "", "", "CF99 999"], "“CF99 999” is not a postcode."),
        (["Ebo", "Iwu", "", "", "", "lots"], "“lots” is not a number that is understood."),
        (["Ebo", "Iwu", "", "", "", "", "", "x"], "“x” is neither yes nor no."),
    ],
)
def test_a_cell_that_is_not_understood_is_told_and_the_row_taken(cells: list[str], remark: str):
    assert read(*cells) == ("", remark)


@pytest.mark.parametrize(
    ("file_name", "details"),
    [
        ("signin_2010-06-05_cardiff_full.csv", {"day": "2010-06-05", "session": "full"}),
        ("Taster 21.06.2010.xlsx", {"day": "2010-06-21", "session": "taster"}),
        ("20100605.csv", {"day": "2010-06-05"}),
        ("full or taster.csv", {}),
        ("signin_2010-13-45.csv", {}),
        ("people.csv", {}),
    ],
)
def test_file_name_gives_day_and_kind_away(file_name: str, details: dict[str, str]):
    assert SHEET.guess(file_name) == details


def test_blank_is_no_answer_about_membership(cast: Cast):
    brought_in(cast, "A,One,a@example.org,,,,,yes,", "B,Two,b@example.org,,,,,not yet,", "C,Three,c@example.org,,,,,,")
    told = TraineeStanding.objects.values_list("attendance__person__family_name", "was_member")
    assert sorted(told) == [("One", True), ("Two", False)]


def test_pledges_of_none_are_no_pledges(cast: Cast):
    brought_in(cast, "A,One,a@example.org,,,none,-,,", "B,Two,b@example.org,,,0,,,", "C,Three,c@example.org,,,ten,1,,")
    assert sorted(ConversationPledge.objects.values_list("kind", "number", "made_on")) == [
        ("house_meeting", 1, date(2010, 6, 5)),
        ("one_to_one", 10, date(2010, 6, 5)),
    ]


def test_same_person_twice_pledges_once_by_the_first_number(cast: Cast):
    row = "A,One,a@example.org,,,{},,,"
    brought_in(cast, row.format("-"), row.format("4"), row.format("6"))
    assert Attendance.objects.count() == 1
    assert list(ConversationPledge.objects.values_list("number", flat=True)) == [4]


def test_a_pledge_given_before_stays(cast: Cast):
    brought_in(cast, "A,One,a@example.org,,,4,,,")
    again = brought_in(cast, "A,One,a@example.org,,,6,,,")
    assert list(ConversationPledge.objects.values_list("number", flat=True)) == [4]
    assert answer_of(again).as_json()["pledges"] == {"one_to_ones": 0, "house_meetings": 0}


def brought(cast: Cast, words: str, *others: str) -> tuple[str, str]:
    """Who brought the first of these rows, and the words that stay open."""
    brought_in(cast, f"Ann,Last,ann@example.org,,,,,,{words}", *others)
    row = ImportRow.objects.get(person__family_name="Last")
    return str(Attendance.objects.get(person=row.person_id).brought_by or ""), row.left_open


def test_brought_by_somebody_further_down_the_sheet(cast: Cast):
    assert brought(cast, "ebo IWU", "Ebo,Iwu,ebo@example.org,,,,,,") == ("Ebo Iwu", "")


def test_brought_by_somebody_of_the_group(cast: Cast):
    leader = cast.person("leader")
    assert brought(cast, str(leader)) == (str(leader), "")


def test_brought_by_an_email(cast: Cast):
    assert brought(cast, "EBO@example.org", "Ebo,Iwu,ebo@example.org,,,,,,") == ("Ebo Iwu", "")


@pytest.mark.parametrize("words", ["Ebo", "Somebody Else", "my neighbour", "Ann Last", "Olu Adeyemi"])
def test_brought_by_words_that_fit_nobody_here_stay_open(cast: Cast, words: str):
    assert brought(cast, words, "Ebo,Iwu,ebo@example.org,,,,,,") == ("", words)


def test_brought_by_a_name_that_two_have_stays_open(cast: Cast):
    two = ["Ebo,Iwu,ebo@example.org,,,,,,", "Ebo,Iwu,other.ebo@example.org,,,,,,"]
    assert brought(cast, "Ebo Iwu", *two) == ("", "Ebo Iwu")


def test_brought_by_somebody_kept_safe_is_not_told(cast: Cast):
    assert brought(cast, str(cast.person("protected_member"))) == ("", str(cast.person("protected_member")))


def test_consent_only_where_a_column_says_so(cast: Cast):
    headers = "Name,Email,OK to email you?,OK to text you?"
    done = brought_in(cast, "Ann Last,ann@example.org,yes,", "Bob First,bob@example.org,no,y", headers=headers)
    told = Consent.objects.values_list("person__family_name", "channel", "state", "wording", "source")
    assert sorted(told) == [
        ("First", "email", "refused", "OK to email you?", "sheet.csv, row 3"),
        ("First", "text", "given", "OK to text you?", "sheet.csv, row 3"),
        ("Last", "email", "given", "OK to email you?", "sheet.csv, row 2"),
    ]
    assert answer_of(done).people_created == 2
    brought_in(cast, "Ann Last,ann@example.org,yes,", "Bob First,bob@example.org,no,y", headers=headers)
    assert Consent.objects.count() == 3


def test_somebody_at_a_taster_and_a_full_session_is_one_person(cast: Cast):
    brought_in(cast, "A,One,a@example.org,,,,,,", details={"day": "2010-05-01", "session": "taster"})
    brought_in(cast, "A,One,A@EXAMPLE.ORG,,,,,,", group=cast.cardiff)
    assert Person.objects.filter(family_name="One").count() == 1
    assert sorted(TrainingSession.objects.values_list("kind", flat=True)) == ["full", "taster"]


def test_columns_without_which_nobody_can_be_known_are_missed():
    assert SHEET.missing(COLUMNS) == ""
    assert SHEET.missing(Columns((ColumnKind.GIVEN_NAME, ColumnKind.POSTCODE))) == (
        "No column holds e-mails, phones or full names, by which people could be known."
    )


def test_headers_of_our_sample_are_known(cast: Cast):
    done = brought_in(cast, "A,One,a@example.org,,,,,,")
    assert done.layout["headers"] == HEADERS.split(",")
    assert done.layout["columns"] == [kind.value for kind in COLUMNS.kinds]


def test_a_name_over_a_placeholder_stands_where_lists_look_for_it(cast: Cast) -> None:
    """Who gave an e-mail only is listed by their mailbox, and by their family name once a sheet says it."""
    brought_in(cast, ",,zed@example.org,,,,,,")
    zed = Person.objects.get(emails__folded="zed@example.org")
    assert (zed.name, zed.sort_name) == ("zed", "zed")
    brought_in(cast, "Amal,Yusuf,zed@example.org,,,,,,", file_name="second.csv")
    zed.refresh_from_db()
    assert (zed.name, zed.sort_name, zed.folded_name) == ("Amal Yusuf", "yusufamal", "amalyusuf")
