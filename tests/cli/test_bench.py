"""`m4c bench`: on which database, and how it ends; what `people` and `commitments` ask, at a size of seconds."""

import os
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from click.testing import CliRunner
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone

from bench import _commitments, _inside, _people_jobs, _plain_commitments, _plain_settings
from bench import commitments as boards
from bench import people as measured
from m4c.cli.bench import bench
from m4c.commitments.models import Commitment
from m4c.core.errors import Refused
from m4c.people.models import Person

PEOPLE = 200
TIMES = {"p50", "p95", "cpu"}


@pytest.mark.slow
def test_each_job_is_asked_of_us_beside_its_references(transactional_db: None, empty: None, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    now = timezone.now()
    scopes, load = measured.build(PEOPLE, now)
    assert [scope.name for scope in scopes] == ["everyone", "1/12", "1/190", "one group"]
    assert (set(load), Person.objects.count()) == ({"built_s", "index_cpu_s"}, PEOPLE)

    client = Client()
    client.force_login(scopes[0].account)
    jobs = list(_people_jobs.jobs(scopes[0], now))
    assert [job.job for job in jobs] == [2, 2, 2, 3, 3, 3, 4, 9]
    beside = {(job.job, name) for job in jobs for name in ("plain", "raw") if getattr(job, name)}
    assert beside == {(2, "plain"), (2, "raw"), (3, "plain"), (3, "raw"), (4, "plain"), (4, "raw"), (9, "raw")}
    assert max(_inside.statements_of(client, job.ours[0]) for job in jobs) <= 30
    assert [client.get(address).status_code for job in jobs for address in (job.ours[0], job.ours[-1])] == [200] * 16
    for statement in [job.raw[0] for job in jobs if job.raw]:
        _people_jobs.ask(statement)
    with override_settings(ROOT_URLCONF="bench._plain", MIDDLEWARE=_plain_settings.MIDDLEWARE):
        answers = [client.get(address) for job in jobs for address in (job.plain or [])[:2]]
    assert {answer.status_code for answer in answers} == {200}


def test_a_job_tells_how_many_times_the_work_of_others_it_takes() -> None:
    ours, plain = measured.Served(4.0, 6.0, 200.0, 5.0), measured.Served(1.0, 2.0, 800.0, 1.0)
    told = measured.Row(3, "list", "everyone", 12, ours, plain, _inside.Times(0.5, 1.0, 0.5)).told
    of_raw = {"sqlite": 10.0, "postgresql": 8.0}[connection.vendor]
    assert (told["of_plain"], told["rate_of_plain"], told["of_raw"]) == (5.0, 4.0, of_raw)
    assert measured.Row(9, "segment", "1/12", 8, ours, None, None).told["of_plain"] is None


def test_unknown_size_is_refused() -> None:
    assert CliRunner().invoke(bench, ["people", "--size", "5"]).exit_code == 2


def test_the_boards_of_commitments_are_measured_beside_plain_django(
    transactional_db: None, empty: None, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    monkeypatch.setattr(_inside, "ROUNDS", 1)
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


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What each measurement was started with; it measures nothing, and says that it failed."""
    every: list[dict[str, Any]] = []

    def run(command: list[str], env: dict[str, str], **_: Any) -> SimpleNamespace:
        rows = databases(env["DATABASE_URL"]) if env["DATABASE_URL"] else []
        every.append({"command": command[1:], "env": env, "databases": rows})
        return SimpleNamespace(returncode=1)

    monkeypatch.setattr("m4c.cli.bench.subprocess.run", run)
    return every


def databases(url: str) -> list[str]:
    """Those on a PostgreSQL that were made for measuring."""
    with psycopg.connect(url) as server:
        found = server.execute("SELECT datname FROM pg_database WHERE datname LIKE 'm4c_bench_%'")
        return [name for (name,) in found]


def test_one_that_fails_ends_with_a_sentence_and_1(
    started: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    answer = CliRunner().invoke(bench, ["reply", "--size", "1k"])
    assert (answer.exit_code, answer.stderr) == (1, "m4c bench reply failed: what it said stands above.\n")
    (one,) = started
    assert one["command"] == ["-m", "bench.reply", "--size", "1k", "--format", "text"]
    assert one["env"]["DATABASE_URL"] == ""


def test_it_chooses_its_own_settings(started: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of `m4c` let in no client of a measurement, and count many people on one machine as one."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings")
    CliRunner().invoke(bench, ["public"])
    assert "DJANGO_SETTINGS_MODULE" not in started[0]["env"]


@pytest.mark.postgres
def test_on_postgresql_it_has_a_database_of_its_own_for_a_while(started: list[dict[str, Any]]) -> None:
    ours = os.environ["DATABASE_URL"]
    CliRunner().invoke(bench, ["door"])
    name = f"m4c_bench_{os.getpid()}"
    assert (started[0]["databases"], started[0]["env"]["DATABASE_URL"].rsplit("/", 1)[1]) == ([name], name)
    assert (databases(ours), os.environ["DATABASE_URL"]) == ([], ours)


def test_a_server_that_makes_no_database_is_told_in_a_sentence(
    started: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    refused = CliRunner().invoke(bench, ["door"]).exception
    assert isinstance(refused, Refused)
    assert "A database to measure in cannot be made beside yours" in str(refused)
    assert started == []
