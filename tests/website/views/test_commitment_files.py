"""Public commitments for machines: feed, CSV and JSON say what the pages say, and no private name."""

import csv
import io
import json
from datetime import timedelta
from decimal import Decimal
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from m4c.cli.report_commitments import report
from m4c.commitments.models import Condition, ConditionState
from m4c.website.commitment_board import PublicBoard
from tests.campaigns.press.telling import a_councillor, an_owner
from tests.cast import Cast
from tests.commitments.faces.facing import a_public_promise
from tests.commitments.promising import a_promise, an_entry, broken
from tests.factories import NOW, TODAY, words_of

HERE = "/commitments/"


def content(address: str) -> bytes:
    """A file as it goes out, piece by piece."""
    answer: Any = Client().get(address)
    assert answer.streaming
    content: bytes = b"".join(answer.streaming_content)
    return content


def test_json_has_totals_that_add_up(cast: Cast) -> None:
    someone = a_councillor(cast)
    made = a_public_promise(cast, someone, measure="count", target=Decimal(3), unit="meetings")
    an_entry(cast, made, kind="reached", amount=Decimal(1))
    a_public_promise(cast, someone, due_on=TODAY)
    a_promise(cast, someone)
    told = json.loads(content(f"{HERE}commitments.json"))
    assert told["totals"] == {"in_progress": 1, "overdue": 1}
    one = next(row for row in told["commitments"] if row["status"] == "in_progress")
    assert (one["done"], one["target"], one["speaker"]) == ("1", "3", "Cllr Rhian Cabinet")
    late = next(row for row in told["commitments"] if row["status"] == "overdue")
    assert (late["overdue_days"] > 0, late["page"].startswith("http")) == (True, True)


def test_conditions_are_told_by_where_they_stand(cast: Cast) -> None:
    made = a_public_promise(cast)
    given = {"commitment": made, "made_by": cast.organiser, "made_at": NOW}
    condition = Condition.objects.create(words="if elected", **given)
    assert json.loads(content(f"{HERE}commitments.json?page=1"))["commitments"][0]["condition_state"] == "open"
    state = {"commitment": made, "condition": condition, "by": cast.organiser, "at": NOW}
    ConditionState.objects.create(state="met", on=TODAY, **state)
    assert json.loads(content(f"{HERE}commitments.json?page=2"))["commitments"][0]["condition_state"] == "met"


def test_csv_runs_no_formula_and_says_no_private_name(cast: Cast) -> None:
    a_public_promise(cast, an_owner(cast), words="=HYPERLINK(1)", made_to="Mr Kapadia's tenants")
    rows = list(csv.DictReader(io.StringIO(content(f"{HERE}commitments.csv").decode("utf-8-sig"))))
    assert (rows[0]["words"], rows[0]["speaker"]) == ("'=HYPERLINK(1)", "the owner")
    assert "Kapadia" not in str(rows)


def test_files_are_read_piece_by_piece_and_lose_none(cast: Cast) -> None:
    someone = a_councillor(cast)
    for number in range(7):
        a_public_promise(cast, someone, words=f"Promise {number}", made_on=TODAY - timedelta(days=60 - number // 2))
    with patch("m4c.commitments.faces.files.AT_A_TIME", 2):
        told = json.loads(content(f"{HERE}commitments.json"))
        rows = list(csv.DictReader(io.StringIO(content(f"{HERE}commitments.csv").decode("utf-8-sig"))))
    assert [row["words"] for row in told["commitments"]] == [f"Promise {number}" for number in reversed(range(7))]
    assert [row["words"] for row in rows] == [row["words"] for row in told["commitments"]]
    assert told["totals"] == {"due_soon": 7}


def test_they_take_what_the_board_is_asked_for(cast: Cast) -> None:
    someone = a_councillor(cast)
    an_entry(cast, a_public_promise(cast, someone, words="Kept"))
    a_public_promise(cast, someone, words="Late", due_on=TODAY)
    assert json.loads(content(f"{HERE}commitments.json?status=held"))["totals"] == {"kept": 1}
    then = json.loads(content(f"{HERE}commitments.json?on={TODAY - timedelta(days=40)}"))
    assert (then["as_at"], then["totals"]) == (f"{TODAY - timedelta(days=40)}", {"made": 2})


def test_what_the_report_counts_of_public_ones_is_what_the_board_counts(cast: Cast) -> None:
    someone = a_councillor(cast)
    an_entry(cast, a_public_promise(cast, someone))
    a_public_promise(cast, someone, due_on=TODAY)
    broken(cast, a_public_promise(cast, someone))
    on = timezone.localdate()
    told = json.loads(CliRunner().invoke(report, ["commitments", "--format", "json"], catch_exceptions=False).stdout)
    board = PublicBoard(QueryDict(), on, on)
    assert {status: number for status, number in told["totals"].items() if number} == board.tally.numbers
    assert sum(lane.number for lane in board.lanes) == board.tally.total == 3


def test_the_feed_tells_what_moved(cast: Cast) -> None:
    made = a_public_promise(cast)
    an_entry(cast, made)
    text = words_of(Client().get(f"{HERE}feed.xml"))
    assert ("Cllr Rhian Cabinet: kept" in text, f"/commitments/{made.slug}/" in text) == (True, True)


def test_in_welsh_the_addresses_are_there_too(cast: Cast) -> None:
    a_public_promise(cast)
    assert Client().get("/cy/commitments/").status_code == 200
    assert Client().get("/cy/commitments/feed.xml").status_code == 200
