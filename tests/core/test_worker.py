"""Tasks of killed workers come back, and each due time of the schedule runs once."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from m4c.core.models import ScheduledRun, Worker
from m4c.core.schedule import daily, every
from m4c.core.tasks import TaskResultStatus
from m4c.core.worker import TRIES, beat, give_back, run_waiting, start_if_due
from tests.core.sample_tasks import add

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def running(*workers):
    """A task that the last of these workers was running."""
    task = add.enqueue(1, 2).db_result
    DBTaskResult.objects.filter(pk=task.pk).update(status=TaskResultStatus.RUNNING, worker_ids=list(workers))
    return task


def status(task):
    return DBTaskResult.objects.get(pk=task.pk).status


def test_waiting_tasks_run(db):
    task = add.enqueue(1, 2).db_result
    assert run_waiting() == 1
    assert (status(task), DBTaskResult.objects.get(pk=task.pk).return_value) == (TaskResultStatus.SUCCESSFUL, 3)


def test_a_killed_workers_task_comes_back_and_runs(db):
    task = running("killed")
    assert give_back(["killed"]) == 1
    assert status(task) == TaskResultStatus.READY
    run_waiting()
    assert status(task) == TaskResultStatus.SUCCESSFUL


def test_a_living_workers_task_is_left_alone(db):
    task = running("alive")
    assert give_back(["killed"]) == 0
    assert status(task) == TaskResultStatus.RUNNING


def test_a_task_that_kills_its_workers_is_given_up(db):
    task = running(*["killed"] * TRIES)
    give_back(["killed"])
    result = DBTaskResult.objects.get(pk=task.pk)
    assert result.status == TaskResultStatus.FAILED
    assert "The worker was killed" in result.traceback


def test_a_silent_worker_is_noticed_by_another(db):
    Worker.objects.create(name="silent", process_id=1, started_at=NOON, heartbeat_at=NOON - timedelta(minutes=5))
    Worker.objects.create(name="me", process_id=2, started_at=NOON, heartbeat_at=NOON)
    task = running("silent")
    beat("me", [], NOON)
    assert status(task) == TaskResultStatus.READY
    assert list(Worker.objects.values_list("name", flat=True)) == ["me"]


def test_each_due_time_runs_once(db):
    scheduled = daily("tests.core.sample_tasks.nothing", time_of_day(3))
    assert [start_if_due(scheduled, NOON) for _ in range(3)] == [True, False, False]
    assert start_if_due(scheduled, NOON + timedelta(days=1)) is True
    assert ScheduledRun.objects.count() == DBTaskResult.objects.count() == 2


def test_missed_days_are_run_once_and_not_made_up_for(db):
    scheduled = daily("tests.core.sample_tasks.nothing", time_of_day(3))
    start_if_due(scheduled, NOON)
    assert start_if_due(scheduled, NOON + timedelta(days=9)) is True
    assert DBTaskResult.objects.count() == 2


def test_daily_is_in_the_movements_own_time():
    scheduled = daily("x", time_of_day(3))
    summer = datetime(2026, 7, 1, 1, 30, tzinfo=UTC)  # half past two in London
    assert timezone.localtime(scheduled.last_due(summer)).isoformat() == "2026-06-30T03:00:00+01:00"


def test_an_interval_is_due_at_each_multiple():
    assert every("x", minutes=15).last_due(NOON + timedelta(minutes=44)) == NOON + timedelta(minutes=30)


@pytest.mark.slow
def test_a_child_ends_when_its_parent_is_killed(tmp_path):
    child = tmp_path / "child"
    script = (
        "import subprocess, sys, time\n"
        "code = 'from m4c.core.parent import end_with_parent; end_with_parent(0.05); import time; time.sleep(60)'\n"
        "child = subprocess.Popen([sys.executable, '-c', code])\n"
        f"open({str(child)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], cwd=Path.cwd())
    wait_for(lambda: child.exists() and child.read_text())
    time.sleep(0.3)  # the child has started to watch
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    wait_for(lambda: not alive(int(child.read_text())))


def alive(process_id):
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(what, seconds=20):
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.05)
