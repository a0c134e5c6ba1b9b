"""`m4c report commitments`: what stood on a day, in each format, with totals that add up as the board's do."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.cli.report_commitments import report
from m4c.commitments.models import Commitment, Standing, Status
from m4c.commitments.operations.changed_terms import amend_commitment
from m4c.commitments.operations.terms import set_due
from m4c.commitments.record.board import Asked, board_of, commitments_of
from m4c.commitments.sheets.report import commitments_report
from m4c.core.errors import Refused
from tests.cast import Cast
from tests.cli.test_import_progress import imported
from tests.factories import NOW, TODAY

HEAD = "reference,speaker,made on,words,measure,target,due,recurs,condition,condition state,condition date,expires\n"
PROMISES = (
    "C-1,The leader,1 Feb 2026,Three meetings,count,3,30 Sep 2026,,,,,\n"
    "D-1,The leader,1 Feb 2026,The lamps,done,,,,if elected,failed,7 May 2026,\n"
    "M-1,Mair Cadogan,1 Mar 2026,A fund,amount,5000.50,20 Oct 2026,,if the budget passes,,,\n"
    "O-1,Mair Cadogan,1 Feb 2026,A delay,ongoing,,,,,,,1 Aug 2026\n"
    "R-1,Mair Cadogan,1 Feb 2026,We will meet,recurring,1,,monthly,,,,\n"
)
PROGRESS = (
    "reference,date,amount,evidence,who says so\nC-1,1 Mar 2026,1,Minutes,Amal\nC-1,1 Apr 2026,1,Minutes,Amal\n"
    "M-1,1 Apr 2026,100.25,Letter,Amal\n"
)
KEYS = ["reference", "speaker", "status", "done", "target", "due", "overdue_days", "condition_state"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def promises(cast: Cast, tmp_path: Path) -> None:
    assert imported(tmp_path, "commitments", HEAD + PROMISES)["refused"] == []
    assert imported(tmp_path, "progress", PROGRESS)["refused"] == []


def run(*words: str) -> Any:
    return CliRunner().invoke(report, ["commitments", *words], catch_exceptions=False)


def told(*words: str, on: date = TODAY) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run(*words, "--as-at", on.isoformat(), "--format", "json").stdout)
    return answer


def line(reference: str, on: date = TODAY) -> list[Any]:
    (row,) = [row for row in told(on=on)["commitments"] if row["reference"] == reference]
    assert list(row) == KEYS
    return list(row.values())[2:]


@pytest.mark.usefixtures("promises")
def test_each_says_what_stood_that_day() -> None:
    assert line("C-1") == ["overdue", 2, 3, "2026-09-30", 5, None]
    assert line("C-1", date(2026, 9, 30)) == ["in_progress", 2, 3, "2026-09-30", 0, None]
    assert line("C-1", date(2026, 3, 1)) == ["in_progress", 1, 3, "2026-09-30", 0, None]
    assert line("D-1") == ["void", 0, None, None, 0, "failed"]
    assert line("D-1", date(2026, 5, 6)) == ["made", 0, None, None, 0, "open"]
    assert line("M-1") == ["in_progress", 100.25, 5000.5, "2026-10-20", 0, "open"]
    assert line("O-1") == ["expired", 0, None, None, 0, None]
    assert line("R-1")[:5] == ["overdue", 0, 1, None, (TODAY - date(2026, 2, 28)).days]


def test_statuses_are_told_in_whole_words() -> None:
    words = "void superseded disputed cannot_be_verified broken kept partly_kept expired overdue in_progress due_soon"
    assert [each.as_data for each in Status] == [*words.split(), "made"]


@pytest.mark.usefixtures("promises")
def test_what_was_made_later_is_left_out() -> None:
    assert [row["reference"] for row in told(on=date(2026, 2, 28))["commitments"]] == ["C-1", "D-1", "O-1", "R-1"]
    nothing = dict.fromkeys([each.as_data for each in Status], 0)
    assert told(on=date(2026, 1, 31)) == {"commitments": [], "totals": nothing}


@pytest.mark.usefixtures("promises")
def test_a_past_day_says_what_was_said_and_due_then(cast: Cast) -> None:
    made = Commitment.objects.get(reference="C-1")
    by: dict[str, Any] = {"at": NOW, "by": cast.operator}
    agreed: dict[str, Any] = {"because": "We asked", "agreed_with": "The leader", "on": date(2026, 5, 1)}
    amend_commitment(commitment=made, words="Five, and a letter", target=Decimal(5), **agreed, **by)
    known: dict[str, Any] = {"because": "It was called", "known_on": date(2026, 6, 1)}
    set_due(commitment=made, due_on=date(2026, 12, 1), words="before the vote", **known, **by)
    assert line("C-1", date(2026, 4, 30))[2:4] == [3, "2026-09-30"]
    assert line("C-1", date(2026, 5, 1))[2:4] == [5, "2026-09-30"]
    assert line("C-1", date(2026, 6, 1))[2:4] == [5, "2026-12-01"]
    for day, words in (("2026-04-30", "Three meetings"), ("2026-05-01", "Five, and a letter")):
        for format_ in ("text", "html"):
            assert words in run("--as-at", day, "--format", format_).stdout


@pytest.mark.usefixtures("promises")
def test_what_ends_soon_is_told() -> None:
    assert "O-1  Mair Cadogan: made, until 1 August 2026, in 2 days" in run("--as-at", "30 Jul 2026").stdout


@pytest.mark.usefixtures("promises")
def test_it_takes_as_many_statements_for_each_chunk(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as few:
        commitments_report(cast.operator, date(2026, 2, 1))
    with CaptureQueriesContext(connection) as all_of_them:
        commitments_report(cast.operator, TODAY)
    assert len(few) == len(all_of_them) <= 16


@pytest.mark.usefixtures("promises")
def test_the_totals_are_those_of_the_board(cast: Cast) -> None:
    for on in (TODAY, date(2026, 5, 7), date(2026, 3, 1)):
        totals = told(on=on)["totals"]
        assert list(totals) == [each.as_data for each in Status]
        found = commitments_of(cast.operator, Asked(on=on))
        numbers = {Status(status).as_data: number for status, number in board_of(found, on).numbers.items()}
        assert {status: number for status, number in totals.items() if number} == numbers
        assert sum(totals.values()) == found.count()


@pytest.mark.usefixtures("promises")
def test_one_speaker_alone() -> None:
    answer = told("--powerholder", "mair cadogan")
    assert ([row["reference"] for row in answer["commitments"]], sum(answer["totals"].values())) == (
        ["M-1", "O-1", "R-1"],
        3,
    )
    with pytest.raises(Refused, match="There is no powerholder called “Nobody”"):
        run("--powerholder", "Nobody")


@pytest.mark.usefixtures("promises")
def test_the_other_formats_say_the_same(tmp_path: Path) -> None:
    day = ("--as-at", "5 October 2026")
    rows = list(csv.DictReader(io.StringIO(run(*day, "--format", "csv").stdout)))
    assert [row["reference"] for row in rows] == ["C-1", "D-1", "M-1", "O-1", "R-1"]
    assert (rows[0]["overdue_days"], rows[1]["due"], rows[2]["target"]) == ("5", "", "5000.5")
    text = run(*day).stdout
    assert "C-1  The leader: overdue, 5 days, 2 of 3, 30 September 2026" in text
    assert text.endswith("5 commitments.\n  overdue: 2\n  in progress: 1\n  held to until it ended: 1\n  void: 1\n")
    page = run(*day, "--format", "html").stdout
    assert ("<c-" in page, "overdue, 5 days" in page) == (False, True)
    run(*day, "--format", "pdf", "--output", str(tmp_path / "told.pdf"))
    paper = (tmp_path / "told.pdf").read_bytes()
    assert (paper[:5], b"/StructTreeRoot" in paper) == (b"%PDF-", True)


def test_there_may_be_none(cast: Cast) -> None:
    assert run("--as-at", "2026-10-05").stdout == "Commitments · As at 5 October 2026\n\n0 commitments.\n"
    assert Commitment.objects.count() == Standing.objects.count() == 0


def test_a_day_that_is_none_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="is not a date that is understood"):
        run("--as-at", "31/2/2026")
