"""`m4c bench people` and `commitments`: what they answer, held at a size that takes seconds."""

import json
from typing import Any

import pytest
from click.testing import CliRunner
from django.utils import timezone

from bench import _commitments, _plain_commitments
from bench import commitments as boards
from bench import people as measured
from m4c.cli.bench import bench
from m4c.commitments.models import Commitment
from m4c.people.models import Person

PEOPLE = 200
TIMES = {"p50", "p95", "cpu"}
KEYS = {"job", "what", "scope", "statements", "ours", "plain", "raw", "of_plain", "of_raw", "reference"}

pytestmark = pytest.mark.slow


def test_answer_has_each_job_beside_its_references(
    transactional_db: None, empty: None, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    monkeypatch.setattr(measured, "ROUNDS", 1)
    now = timezone.now()
    scopes, load = measured.build(PEOPLE, now)
    told = json.loads(json.dumps([row.told for row in measured.jobs(scopes[0], now)]))

    assert [scope.name for scope in scopes] == ["everyone", "1/12", "1/190", "one group"]
    assert (set(load), Person.objects.count()) == ({"built_s", "index_cpu_s"}, PEOPLE)
    assert [row["job"] for row in told] == [2, 2, 2, 3, 3, 3, 4, 9]
    assert all(row.keys() == KEYS and row["ours"].keys() == TIMES and row["reference"] for row in told)
    beside = {(row["job"], name) for row in told for name in ("plain", "raw") if row[name]}
    assert beside == {(2, "plain"), (2, "raw"), (3, "plain"), (3, "raw"), (4, "plain"), (4, "raw"), (9, "raw")}
    assert max(row["statements"] for row in told) <= 30


def test_unknown_size_is_refused() -> None:
    assert CliRunner().invoke(bench, ["people", "--size", "5"]).exit_code == 2


def test_the_boards_of_commitments_are_measured_beside_plain_django(
    transactional_db: None, empty: None, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    monkeypatch.setattr(measured, "ROUNDS", 1)
    account = _commitments.build(60)
    _plain_commitments.build()
    told = list(boards.jobs(account))
    assert [row["what"] for row in told] == [
        "the workspace's board",
        "its list of one status",
        "the public board, made anew",
    ]
    assert all(row["ours"].keys() == TIMES == row["plain"].keys() for row in told)
    assert Commitment.objects.count() == 60
