"""`m4c import ballot`: papers in the two usual shapes, spoilt ones refused, and the result with its rounds."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from m4c.cli.import_ballot import import_
from m4c.core.errors import Refused
from m4c.listening.models import Ballot, BallotOption, Vote, Voter
from tests.cast import Cast

OPTIONS_AS_COLUMNS = (
    "Paper no.,Street lights,The 27 bus,The empty shop\n"
    "1,1,2,3\n2,1,2,\n3,2,1,\n4,,1,\n5,3,2,1\n5,3,2,1\n6,1,1,2\n7,,,\n8,first,,second\n"
)
RANKS_AS_COLUMNS = (
    "Rhif,Dewis 1af,2nd choice,3rd\n1,Street lights,the 27 bus,\n2,The empty shop,Street Lights,\n3,The 27 bus,,\n"
    "4,Street lights,,\n5,Tea,,\n6,The 27 bus,The 27 bus,\n"
)
DOTS = "Paper;Street lights;The 27 bus;The empty shop\n1;2;1;\n2;•••;;\n3;;x;xx\n4;4;;\n5;1;;some\n"

pytestmark = pytest.mark.django_db
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str) -> Path:
        path = tmp_path / "papers.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def run(file: Path, *more: str, method: str = "ranked") -> str:
    words = ["ballot", str(file), "--ballot", "What we take up", "--method", method, "--group", "Cardiff", *more]
    return CliRunner().invoke(import_, words, catch_exceptions=False).stdout


def told(file: Path, *more: str, method: str = "ranked") -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run(file, *more, "--format", "json", method=method))
    return answer


def test_options_as_columns_with_ranks(cast: Cast, write: Write):
    answer = told(write(OPTIONS_AS_COLUMNS))
    assert (answer["rows"], answer["counted"], answer["twice"], answer["refused"]) == (9, 6, 1, 2)
    assert answer["reasons"] == [
        {"row": 8, "paper": "6", "reason": "Rank 1 stands there twice."},
        {"row": 9, "paper": "7", "reason": "The paper says nothing."},
    ]
    assert [{row["option"]: row["votes"] for row in each["votes"]} for each in answer["rounds"]] == [
        {"Street lights": 3, "The 27 bus": 2, "The empty shop": 1},
        {"Street lights": 3, "The 27 bus": 3},
    ]
    assert (answer["winner"], answer["tied"]) == (None, ["Street lights", "The 27 bus"])


def test_ranks_as_columns_with_names_of_options(cast: Cast, write: Write):
    answer = told(write(RANKS_AS_COLUMNS))
    assert (answer["counted"], answer["refused"], answer["winner"]) == (5, 1, "Street lights")
    assert [row["option"] for row in answer["rounds"][0]["votes"]] == [
        "Street lights",
        "Tea",
        "The 27 bus",
        "The empty shop",
    ]


def test_dots_as_figures_and_as_marks(cast: Cast, write: Write):
    answer = told(write(DOTS), method="dots")
    assert {row["option"]: row["votes"] for row in answer["rounds"][0]["votes"]} == {
        "Street lights": 5,
        "The 27 bus": 2,
        "The empty shop": 2,
    }
    assert [each["reason"] for each in answer["reasons"]] == [
        "4 dots, where each has 3.",
        "“some” is no number of dots.",
    ]
    assert answer["winner"] == "Street lights"


def test_a_workbook_reads_like_a_file_of_commas(cast: Cast, tmp_path: Path):
    book = Workbook()
    for line in OPTIONS_AS_COLUMNS.splitlines():
        book.active.append([int(cell) if cell.isdigit() else cell or None for cell in line.split(",")])
    book.save(tmp_path / "papers.xlsx")
    assert told(tmp_path / "papers.xlsx")["counted"] == 6


def test_the_same_file_twice_counts_once(cast: Cast, write: Write):
    first, second = told(write(OPTIONS_AS_COLUMNS)), told(write(OPTIONS_AS_COLUMNS))
    assert (second["counted"], second["twice"], second["result"]) == (0, 7, first["result"])
    assert (Ballot.objects.count(), Vote.objects.count(), Voter.objects.count()) == (1, 6, 6)


def test_the_ballot_is_made_with_its_options_and_is_secret(cast: Cast, write: Write):
    told(write(OPTIONS_AS_COLUMNS))
    ballot = Ballot.objects.get()
    assert (ballot.title, ballot.group, ballot.method, ballot.is_secret) == (
        "What we take up",
        cast.cardiff,
        "ranked",
        True,
    )
    assert list(BallotOption.objects.values_list("words", flat=True)) == [
        "Street lights",
        "The 27 bus",
        "The empty shop",
    ]
    assert set(Vote.objects.values_list("voter", flat=True)) == {None}


def test_another_file_of_the_same_ballot_adds_to_it(cast: Cast, write: Write):
    told(write(OPTIONS_AS_COLUMNS))
    answer = told(write("No,1st,2nd\n11,the empty shop,Street lights\n12,Swimming pool,\n"))
    assert (answer["counted"], answer["reasons"][0]["reason"]) == (1, "“Swimming pool” is not on the paper.")
    assert answer["voters"] == 7


def test_words_say_what_came_of_it(cast: Cast, write: Write):
    text = run(write(RANKS_AS_COLUMNS))
    assert "5 papers counted, 0 stood there twice, 1 refused." in text
    assert "“Street lights” won, with 2 votes." in text


def test_a_ballot_of_another_method_is_refused(cast: Cast, write: Write):
    told(write(OPTIONS_AS_COLUMNS))
    with pytest.raises(Refused, match="ranked, by instant run-off"):
        run(write(DOTS), method="dots")
