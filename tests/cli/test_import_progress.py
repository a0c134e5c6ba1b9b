"""`m4c import progress`: a count adds up, an amount is the level reached; twice is once."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from m4c.cli.import_commitments import import_
from m4c.commitments.models import Commitment, Progress, Standing
from m4c.commitments.operations.progress_sheet import write_progress
from tests.cast import Cast
from tests.factories import NOW, TODAY

PROMISES = (
    "reference,speaker,made on,words,measure,target,recurs,expires\n"
    "C-1,The leader,1 Feb 2026,Three meetings,count,3,,\n"
    "P-1,The leader,1 Feb 2026,All of it,percentage,100,,\n"
    "D-1,The leader,1 Feb 2026,The lamps,done,,,\n"
    "O-1,The leader,1 Feb 2026,A delay,ongoing,,,1 Aug 2026\n"
    "M-1,The leader,1 Feb 2026,A fund,amount,5000,,\n"
)
HEAD = "reference,date,amount or note,evidence,who says so,kind\n"

pytestmark = pytest.mark.django_db


def imported(tmp_path: Path, what: str, text: str, *more: str) -> dict[str, Any]:
    path = tmp_path / f"{what}.csv"
    path.write_text(text, encoding="utf-8")
    asked = [what, str(path), "--format", "json", *more]
    answer: dict[str, Any] = json.loads(CliRunner().invoke(import_, asked, catch_exceptions=False).stdout)
    return answer


@pytest.fixture
def told(cast: Cast, tmp_path: Path) -> Any:
    imported(tmp_path, "commitments", PROMISES)
    return lambda text, *more: imported(tmp_path, "progress", HEAD + text, *more)


def standing(reference: str, on: date = TODAY) -> tuple[str, int]:
    found = Standing.objects.on(on).get(commitment__reference=reference)
    return found.status, int(found.done)


def test_a_count_adds_up_and_a_share_is_the_level_reached(told: Any) -> None:
    sheet = (
        "C-1,1 Mar 2026,1,Minutes,Amal,count\n"
        "C-1,2 Mar 2026,2,Minutes,Amal,\n"
        "P-1,1 Mar 2026,45%,Letter,Amal,percentage\n"
        "P-1,1 Apr 2026,60,Letter,Amal,reached\n"
        'M-1,1 Mar 2026,"£2,500",Letter,Amal,amount\n'
        "D-1,1 Mar 2026,Done,We counted them,Amal,\n"
    )
    answer = told(sheet)
    assert (answer["rows"], answer["created"], answer["refused"]) == (6, 6, [])
    assert [standing(each) for each in ("C-1", "P-1", "M-1", "D-1")] == [
        ("kept", 3),
        ("in_progress", 60),
        ("in_progress", 2500),
        ("kept", 1),
    ]
    assert standing("C-1", date(2026, 3, 1)) == ("in_progress", 1)
    again = told(sheet)
    assert (again["created"], again["unchanged"], Progress.objects.count()) == (0, 6, 6)


@pytest.mark.parametrize(
    ("row", "kind", "amount", "words"),
    [
        ("C-1,1 Mar 2026,They met us,Minutes,Amal,meeting held", "reached", 1, "They met us"),
        ("C-1,1 Mar 2026,They wrote to us,Letter,Amal,", "step", None, "They wrote to us"),
        ("D-1,1 Mar 2026,,Seen,Amal,completed", "done", None, ""),
        ("D-1,1 Mar 2026,1,Seen,Amal,", "done", None, "1"),
        ("D-1,1 Mar 2026,A plan,Seen,Amal,under way", "step", None, "A plan"),
        ("O-1,1 Mar 2026,It was cut,Seen,Amal,broke it", "lapse", None, "It was cut"),
        ("O-1,1 Mar 2026,Still open,Seen,Amal,kept", "step", None, "Still open"),
        ("P-1,1 Mar 2026,45,Seen,Amal,note", "reached", 45, ""),
        ("c-1,1 Mar 2026,one,Seen,Amal,", "reached", 1, ""),
    ],
)
def test_kinds_are_read_by_what_they_are_of(told: Any, row: str, kind: str, amount: int | None, words: str) -> None:
    assert told(f"{row}\n")["refused"] == []
    found = Progress.objects.get()
    assert (found.kind, found.amount, found.words) == (kind, amount, words)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("X-9,1 Mar 2026,1,,Amal,", "There is no commitment “X-9”."),
        (",1 Mar 2026,1,,Amal,", "It does not say which commitment it is of."),
        ("C-1,,1,,Amal,", "It does not say when it was."),
        ("C-1,1 Jan 2026,1,,Amal,", "It was promised on 1 February 2026: what happened before is no progress on it."),
        ("C-1,1 Jan 2099,1,,Amal,", "“1 Jan 2099” is still to come."),
        ("C-1,1 Mar 2026,,,Amal,", "It says neither how much nor what happened."),
        ("P-1,1 Mar 2026,,,Amal,reached", "Say how much."),
        ("P-1,1 Mar 2026,120,,Amal,", "A share goes from 0 to 100 per cent."),
        ("C-1,1 Mar 2026,-1,,Amal,", "“-1” is below nought."),
        ("C-1,1 Mar 2026,1,,Amal,hm", "What kind of entry it is, is not clear: “hm”."),
    ],
)
def test_refused_rows_come_back_with_their_reason(told: Any, row: str, reason: str) -> None:
    assert told(f"{row}\n")["refused"] == [{"row": 2, "reason": reason}]


def test_whose_word_it_is_where_the_file_does_not_say(told: Any) -> None:
    assert told("C-1,1 Mar 2026,1,Minutes,,\n")["says_who_assumed"] == 1
    assert Progress.objects.get().says_who == "The movement's own record (progress.csv)"


def test_a_struck_entry_does_not_come_back(told: Any) -> None:
    told("C-1,1 Mar 2026,1,Minutes,Amal,\n")
    Progress.objects.update(struck_at="2026-04-01T10:00Z")
    assert (told("C-1,1 Mar 2026,1,Minutes,Amal,\n")["unchanged"], Progress.objects.count()) == (1, 1)


def test_those_of_another_group_are_not_known(told: Any, cast: Cast) -> None:
    assert Commitment.objects.filter(group=cast.movement).count() == 5
    assert [each["reason"] for each in told("C-1,1 Mar 2026,1,,Amal,\n", "--group", "Cardiff")["refused"]] == [
        "There is no commitment “C-1”."
    ]
    nothing = write_progress(group=cast.movement, rows=[], at=NOW, by=cast.operator)
    assert (nothing.created, nothing.refused) == ([], [])
