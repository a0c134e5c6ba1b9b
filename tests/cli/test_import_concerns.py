"""`m4c import concerns`: real files in, the campaign's uid and counts out, and twice is once."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from m4c.cli.import_concerns import import_
from m4c.core.errors import Refused
from m4c.listening.models import Concern, ListeningCampaign, Theme
from m4c.people.models import Person, SheetImport
from tests.cast import Cast
from tests.importing import data_folder, rows_of_our_tables  # noqa: F401 - a fixture that acts by itself

ROWS = [
    ["Street stall, what did we hear?"],
    [],
    ["Date", "Place or postcode", "Group", "Who", "Words", "Strength", "May we quote?", "Theme"],
    ["5/10/2026", "Splott", "Cardiff", "Bethan Rees", "The damp comes back each winter", "3", "yes", "Damp homes"],
    ["2026-10-05", "CF24 2AB", "St Mellons", "", "No bus after eight", "burns", "y", "Buses"],
    ["5 Oct 2026", "CF24 2AB", "St Mellons", "anon", "No bus after eight", "matters", "no", "buses"],
    ["5/10/2026", "Splott, CF24 2AB", "", "Kofi Boateng", "I was told to keep quiet", "blue", "perhaps", ""],
    ["13/13/2026", "Ely", "Cardiff", "", "Rent", "1", "no", "Rent"],
    ["6/10/2026", "Ely", "Cardiff", "Ann Lee", "", "1", "no", "Rent"],
    ["6/10/2026", "Ely", "Nowhere", "Kofi Boateng", "Rents go up twice a year", "2/3", "ie", "Rent"],
]

Write = Callable[..., str]


def run(*words: str) -> str:
    return CliRunner().invoke(import_, words, catch_exceptions=False).stdout


def concerns(file: str, *more: str, campaign: str = "Winter listening") -> Any:
    return json.loads(run("concerns", file, "--campaign", campaign, *more, "--format", "json"))


def as_csv(delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    quoted = [[f'"{cell}"' if delimiter in cell else cell for cell in row] for row in ROWS]
    return "\r\n".join(delimiter.join(row) for row in quoted).encode(encoding)


def as_xlsx() -> bytes:
    book, kept = Workbook(), BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.active.merge_cells("A1:F1")
    book.save(kept)
    return kept.getvalue()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file and gives its path."""

    def write_file(content: bytes | str | None = None, name: str = "street.csv") -> str:
        kept = as_csv() if content is None else content
        (tmp_path / name).write_bytes(kept.encode() if isinstance(kept, str) else kept)
        return str(tmp_path / name)

    return write_file


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (as_csv(",", "utf-8-sig"), "street.csv"),
        (as_csv(";", "cp1252"), "street.csv"),
        (as_csv("\t", "utf-16"), "street.txt"),
        (as_xlsx(), "street.xlsx"),
    ],
)
def test_any_sheet_is_taken_and_told_by_the_uid_of_its_campaign(cast: Cast, write: Write, content: bytes, name: str):
    told = concerns(write(content, name), "--group", "Cardiff")
    campaign = ListeningCampaign.objects.get()
    assert (told["uid"], campaign.group) == (str(campaign.uid), cast.cardiff)
    assert (campaign.starts_on.isoformat(), campaign.ends_on.isoformat()) == ("2026-10-05", "2026-10-06")
    assert (told["rows"], told["concerns"], told["anonymous"], told["themes"]) == (7, 5, 2, 3)
    assert [row["row"] for row in told["refused"]] == [8, 9]
    assert (Person.objects.filter(family_name="Rees").count(), told["needs_review"]) == (1, 0)
    assert sorted(Theme.objects.values_list("name", flat=True)) == ["Buses", "Damp homes", "Rent"]


def test_rows_say_who_when_where_how_strongly_and_whether_we_may_quote(cast: Cast, write: Write):
    concerns(write(), "--group", "Cardiff")
    rows = Concern.objects.order_by("pk").values_list(
        "person__given_name", "group__name", "place", "postcode", "strength", "may_quote", "theme__name"
    )
    assert set(rows) == {
        ("Bethan", "Cardiff", "Splott", "", 3, True, "Damp homes"),
        (None, "St Mellons", "", "CF24 2AB", 3, True, "Buses"),
        (None, "St Mellons", "", "CF24 2AB", 2, False, "Buses"),
        ("Kofi", "Cardiff", "Splott", "CF24 2AB", None, False, None),
        ("Kofi", "Cardiff", "Ely", "", 2, True, "Rent"),
    }


def test_twice_is_once_and_each_blank_is_one_voice(cast: Cast, write: Write):
    lines = ["date,who,words", "5/10/2026,,Rent", "5/10/2026,,Rent", "5/10/2026,Ann Lee,Rent", "5/10/2026,Ann Lee,Rent"]
    first = concerns(write("\n".join(lines)), "--group", "Cardiff")
    assert (first["concerns"], first["anonymous"], Concern.objects.filter(person=None).count()) == (3, 2, 2)
    before = rows_of_our_tables()
    again = concerns(write("\n".join(lines)), campaign="winter  LISTENING")
    assert (again["uid"], again["concerns"], again["people_created"]) == (first["uid"], 0, 0)
    longer = concerns(write("\n".join([*lines, "5/10/2026,,Rent"])))
    assert (longer["concerns"], longer["anonymous"]) == (1, 1)
    assert rows_of_our_tables() == before | {"listening.concern": 4}


def test_without_a_group_it_is_the_movements_own(cast: Cast, write: Write):
    told = concerns(write("date,words,theme,group\n5/10/2026,Rent,Rent,cardiff\n"))
    assert (ListeningCampaign.objects.get().group, told["concerns"], told["themes"]) == (cast.movement, 1, 1)
    assert Concern.objects.get().group == cast.cardiff


def test_welsh_sheet(cast: Cast, write: Write):
    head = "Dyddiad;Lle neu god post;Grŵp;Pwy;Geiriau;Cryfder;Gawn ni ddyfynnu?;Thema"
    row = "5 Hydref 2026;Sblot;Cardiff;dienw;Mae'n oer;cryf iawn;ydw;Tai"
    told = concerns(write(f"{head}\n{row}\n"), "--group", "Cardiff")
    concern = Concern.objects.get()
    assert (told["refused"], concern.words, concern.strength, concern.may_quote) == ([], "Mae'n oer", 3, True)
    assert (concern.place, str(concern.theme), concern.said_on.isoformat()) == ("Sblot", "Tai", "2026-10-05")


def test_a_day_for_rows_that_give_none(cast: Cast, write: Write):
    file = write("place,concern\nEly,Rent\n")
    assert concerns(file, "--group", "Cardiff")["refused"] == [{"row": 2, "reason": "It does not say on which day."}]
    assert concerns(file, "--group", "Cardiff", "--date", "5/10/2026")["concerns"] == 1


def test_dry_run_keeps_nothing(cast: Cast, write: Write):
    before = rows_of_our_tables()
    told = concerns(write(), "--group", "Cardiff", "--dry-run")
    assert (told["uid"], told["concerns"], told["anonymous"], told["themes"]) == (None, 5, 2, 3)
    assert rows_of_our_tables() == before


def test_undo_leaves_nothing_behind(cast: Cast, write: Write):
    before = rows_of_our_tables()
    told = concerns(write(), "--group", "Cardiff")
    run("undo", told["id"])
    assert rows_of_our_tables() == before
    assert SheetImport.objects.get().undone_at


def test_text_says_what_came_of_it(cast: Cast, write: Write):
    told = run("concerns", write(), "--campaign", "Winter listening", "--group", "Cardiff")
    for line in ("New concerns: 5", "Of them without a name: 2", "New themes: 3", "Campaign: "):
        assert line in told


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("date,who\n5/10/2026,Ann Lee\n", "No column holds what people said."),
        ("date,who,words\n", "This sheet has headers and no rows below them."),
    ],
)
def test_a_sheet_that_cannot_be_taken_is_one_sentence(cast: Cast, write: Write, content: str, sentence: str):
    with pytest.raises(Refused) as refused:
        concerns(write(content), "--group", "Cardiff")
    assert str(refused.value).startswith(sentence)
