"""`m4c import`: files in, an answer out, and one sentence for a mistake."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from m4c.cli.import_ import import_
from m4c.core.errors import Refused
from m4c.leaders.models import ConversationPledge, TrainingSession
from m4c.listening.models import OneToOne
from m4c.people.models import Account, Group, Person, SheetImport
from tests.cast import Cast
from tests.importing import HEADERS, data_folder, rows_of_our_tables  # noqa: F401 - a fixture that acts by itself

EBO = "Ebo,Iwu,ebo.iwu@example.org,07700 900001,CF3 0LN,10,2,no,"
BAD = ",,not an email,,CF3 0LN,10,2,,"

Write = Callable[..., str]


def run(*words: str) -> Result:
    return CliRunner().invoke(import_, words, catch_exceptions=False)


def answer(*words: str) -> Any:
    return json.loads(run(*words, "--format", "json").stdout)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a sheet of these rows and gives its path."""

    def write_sheet(*rows: str, name: str = "sheet.csv", headers: str = HEADERS) -> str:
        path = tmp_path / "given" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join([headers, *rows, ""]), encoding="utf-8")
        return str(path)

    return write_sheet


def signin(file: str, *more: str, group: str = "Cardiff", date: str = "2010-06-05") -> list[str]:
    return ["signin", file, "--group", group, "--date", date, "--kind", "full", *more]


def test_signin_answers_in_json(cast: Cast, write: Write):
    told = answer(*signin(write(EBO, BAD)))
    assert told == {
        "id": str(SheetImport.objects.get().uid),
        "rows": 2,
        "people_created": 1,
        "people_matched": 0,
        "needs_review": 0,
        "refused": [
            {
                "row": 3,
                "reason": "“not an email” is not an e-mail address. "
                "No name, e-mail or phone: nobody can be known by this row.",
            }
        ],
        "pledges": {"one_to_ones": 10, "house_meetings": 2},
    }


def test_signin_answers_in_words(cast: Cast, write: Write):
    told = run(*signin(write(EBO, BAD))).stdout.splitlines()
    found = SheetImport.objects.get().uid
    assert told == [
        "Rows: 2",
        "New people: 1",
        "Known already: 0",
        "1-2-1s newly pledged: 10",
        "House meetings newly pledged: 2",
        "To look at, on the page /organise/import/: 0",
        "Row 3 was not taken. “not an email” is not an e-mail address. "
        "No name, e-mail or phone: nobody can be known by this row.",
        f"Mend them and give them again: m4c import refused {found} --output mend.csv",
        f"Id: {found} (m4c import undo {found})",
    ]


@pytest.mark.parametrize(("options", "verb"), [([], "is"), (["--dry-run"], "would be")])
def test_signin_says_what_it_could_not_read_in_a_row_that_goes_in(
    cast: Cast, write: Write, options: list[str], verb: str
):
    unclear = "Luned,Pryce,luned@example.org,07700 900002,CF3 0LN,many,2,no,"
    told = run(*signin(write(EBO, unclear)), *options).stdout.splitlines()
    assert f"Row 3 {verb} in, with a remark: “many” is not a number that is understood." in told


@pytest.mark.parametrize("date", ["2010-06-05", "5 June 2010", "05/06/2010", "5.6.10"])
def test_signin_takes_a_date_in_any_clear_form(cast: Cast, write: Write, date: str):
    run(*signin(write(EBO), date=date))
    assert str(TrainingSession.objects.get().event.starts_at.date()) == "2010-06-05"


@pytest.mark.parametrize(
    ("date", "sentence"),
    [
        ("06/25/2010", "“06/25/2010” is not a date that is understood: write 31/12/2010."),
        ("soon", "“soon” is not a date that is understood: write 31/12/2010."),
        ("2099-01-01", "2099-01-01 is still to come: a sheet is brought in once the session was held."),
    ],
)
def test_signin_refuses_a_date_that_is_unclear_or_to_come(cast: Cast, write: Write, date: str, sentence: str):
    with pytest.raises(Refused) as refused:
        run(*signin(write(EBO), date=date))
    assert str(refused.value) == sentence


def test_signin_names_near_groups_for_an_unknown_one(cast: Cast, write: Write):
    with pytest.raises(Refused) as refused:
        run(*signin(write(EBO), group="Cardif"))
    assert str(refused.value) == "There is no group called “Cardif”. Did you mean “Cardiff”? Or add --create-group."


@pytest.mark.usefixtures("empty")
def test_signin_on_an_empty_database_makes_the_movement_and_the_group(write: Write):
    answer(*signin(write(EBO), "--create-group", group="Sheffield"))
    group = Group.objects.get(name="Sheffield")
    assert (str(group.parent), group.place, group.postcode) == ("Movement for Change", "Sheffield", "CF3")
    assert Account.objects.get(pk=SheetImport.objects.get().by_id).system == "system:import"


@pytest.mark.usefixtures("empty")
def test_dry_run_answers_and_keeps_nothing(write: Write):
    told = answer(*signin(write(EBO), "--create-group", "--dry-run", group="Sheffield"))
    assert (told["id"], told["people_created"], told["pledges"]["one_to_ones"]) == (None, 1, 10)
    assert (Group.objects.count(), SheetImport.objects.count(), Person.objects.count()) == (0, 0, 0)


def test_same_file_twice_changes_nothing(cast: Cast, write: Write):
    file = write(EBO)
    answer(*signin(file))
    before = rows_of_our_tables()
    told = answer(*signin(file))
    assert (told["people_created"], told["people_matched"], told["pledges"]) == (
        0,
        1,
        {"one_to_ones": 0, "house_meetings": 0},
    )
    assert rows_of_our_tables() == before


def test_killed_import_goes_on_when_its_file_is_given_again(cast: Cast, write: Write, monkeypatch, tmp_path: Path):
    file = write(EBO, "Owen,Pryce,owen@example.org,,,,,,")
    monkeypatch.setattr("m4c.people.imports.files.CHUNK", 1)

    def killed(_seconds: float) -> None:
        raise SystemError("killed")

    with monkeypatch.context() as patched:
        patched.setattr("m4c.core.chunks.time.sleep", killed)
        with pytest.raises(SystemError):
            run(*signin(file))
    assert Person.objects.filter(family_name__in=["Iwu", "Pryce"]).count() == 1
    told = answer(*signin(file))
    assert (SheetImport.objects.count(), told["people_created"], told["pledges"]["one_to_ones"]) == (1, 2, 10)
    assert len(list((tmp_path / "imports").iterdir())) == 1


def test_conversations_answer_in_json(cast: Cast, write: Write):
    leader = cast.person("leader").emails.get()
    rows = [f"{leader},Ebo Iwu,05/07/2010,1-2-1,held,", f"{leader},,06/07/2010,house meeting,held,8"]
    file = write(*rows, headers="Leader email,With,Date,Type,Status,People there")
    told = answer("conversations", file)
    assert (told["one_to_ones"], told["house_meetings"], told["pledges"]) == (
        1,
        1,
        {"one_to_ones": 0, "house_meetings": 0},
    )
    assert OneToOne.objects.get().group == cast.cardiff


def test_list_and_undo(cast: Cast, write: Write):
    assert run("list").stdout == "Nothing was brought in yet: m4c import signin --help\n"
    found = answer(*signin(write(EBO)))["id"]
    [listed] = answer("list")
    assert (listed["id"], listed["group"], listed["state"]) == (found, "Cardiff", "done")
    assert answer("undo", found)["state"] == "undone"
    assert (Person.objects.filter(family_name="Iwu").count(), ConversationPledge.objects.count()) == (0, 0)


def test_undo_says_what_stands_against_it(cast: Cast, write: Write):
    first = answer(*signin(write(EBO)))["id"]
    answer(*signin(write(EBO, name="later.csv"), date="2010-07-05"))
    with pytest.raises(Refused) as refused:
        run("undo", first)
    assert str(refused.value) == "It cannot be undone. “later.csv” builds on it: undo that one first."


@pytest.mark.parametrize("unknown", ["0197a1b2-0000-7000-8000-000000000000", "nonsense"])
def test_unknown_import_is_one_sentence(cast: Cast, unknown: str):
    with pytest.raises(Refused) as refused:
        run("undo", unknown)
    assert str(refused.value) == f"There is no import {unknown}. See them all with: m4c import list"


def test_refused_rows_are_mended_and_given_again(cast: Cast, write: Write, tmp_path: Path):
    found = answer(*signin(write(EBO, BAD)))["id"]
    mend = tmp_path / "mend.csv"
    run("refused", found, "--output", str(mend))
    text = mend.read_text("utf-8-sig")
    assert text.splitlines()[0] == f"{HEADERS},Why it was refused"
    mend.write_text(text.replace(",,not an email", "Una,Quinn,una@example.org"), encoding="utf-8")
    told = answer(*signin(str(mend)))
    assert (told["rows"], told["people_created"], told["refused"]) == (1, 1, [])


def test_sheet_without_useful_columns_is_one_sentence(cast: Cast, write: Write):
    with pytest.raises(Refused, match="No column holds e-mails, phones or full names"):
        run(*signin(write("red,blue", headers="Colour,Another")))


def test_picture_is_one_sentence(cast: Cast, tmp_path: Path):
    picture = tmp_path / "sheet.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(Refused, match="This is a picture, not a sheet"):
        run(*signin(str(picture)))
