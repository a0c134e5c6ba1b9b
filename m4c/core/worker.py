"""The worker: runs background tasks, gives back those of killed workers, and starts what the schedule says is due."""

import logging
import os
import threading
import time
from datetime import datetime, timedelta

from django.db import IntegrityError, close_old_connections, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.management.commands.db_worker import Worker as TaskWorker
from django_tasks_db.models import DBTaskResult

from m4c.core.models import ScheduledRun, Worker
from m4c.core.schedule import Scheduled
from m4c.core.tasks import TaskResultStatus

log = logging.getLogger("m4c.worker")

BEAT = 10  # seconds between two signs of life
SILENCE = timedelta(seconds=60)  # a worker silent for longer was killed
TRIES = 3  # a task whose worker was killed this often is not tried again
KEPT = timedelta(days=30)  # how long finished tasks and runs are kept
KILLED = "The worker was killed while it ran this, {tries} times."


class Pulse(threading.Thread):
    """Beside the worker: its sign of life, the reaper and the schedule, also while a long task runs."""

    def __init__(self, name: str, schedule: list[Scheduled]) -> None:
        super().__init__(name="pulse", daemon=True)
        self.worker_name, self.schedule = name, schedule

    def run(self) -> None:
        """Beat until the process ends."""
        while True:
            try:
                beat(self.worker_name, self.schedule, timezone.now())
            except Exception:  # a beat that fails must not end the pulse; the next one may succeed
                log.exception("a beat of worker %s failed", self.worker_name)
            close_old_connections()
            time.sleep(BEAT)


def run_worker(name: str, schedule: list[Scheduled]) -> None:
    """Run tasks until told to stop. A worker of this name is expected to be alone: its lock is the caller's."""
    now = timezone.now()
    Worker.objects.update_or_create(
        name=name, defaults={"process_id": os.getpid(), "started_at": now, "heartbeat_at": now}
    )
    give_back([name])
    Pulse(name, schedule).start()
    worker = task_worker(name)
    worker.configure_signals()
    worker.run()


def run_waiting() -> int:
    """Run the tasks that wait now, in this process and on this connection, and say how many."""
    worker, found = task_worker(f"at-once-{os.getpid()}"), 0
    while waiting := DBTaskResult.objects.ready().first():
        waiting.claim(worker.worker_id)
        worker.run_task(waiting)
        found += 1
    return found


def task_worker(name: str) -> TaskWorker:
    """The database backend's own worker, on all queues."""
    return TaskWorker(
        queue_names=["*"],
        interval=0.5,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )


def beat(name: str, schedule: list[Scheduled], now: datetime) -> None:
    """One sign of life, with what else is due: tasks of killed workers come back, scheduled ones start, old ones go."""
    Worker.objects.filter(name=name).update(heartbeat_at=now)
    silent = list(Worker.objects.filter(heartbeat_at__lt=now - SILENCE).exclude(name=name))
    give_back([worker.name for worker in silent])
    Worker.objects.filter(pk__in=[worker.pk for worker in silent], heartbeat_at__lt=now - SILENCE).delete()
    for scheduled in schedule:
        start_if_due(scheduled, now)
    forget(now)


def give_back(names: list[str]) -> int:
    """Give the unfinished tasks of these workers to the living; fail those tried too often. Returns how many."""
    found = 0
    for running in DBTaskResult.objects.running():
        if running.worker_ids and running.worker_ids[-1] in names:
            found += 1
            if len(running.worker_ids) >= TRIES:
                running.traceback = KILLED.format(tries=len(running.worker_ids))
                running.status, running.finished_at = TaskResultStatus.FAILED, timezone.now()
            else:
                running.status = TaskResultStatus.READY
            running.save(update_fields=["status", "finished_at", "traceback"])
    return found


def start_if_due(scheduled: Scheduled, now: datetime) -> bool:
    """Queue a scheduled task for its latest due time, unless that was done; the row decides between two workers."""
    due_at = scheduled.last_due(now)
    if ScheduledRun.objects.filter(task=scheduled.task, due_at__gte=due_at).exists():
        return False
    try:
        with transaction.atomic():
            ScheduledRun.objects.create(task=scheduled.task, due_at=due_at)
            import_string(scheduled.task).enqueue()
    except IntegrityError:
        return False  # another worker was first
    return True


def forget(now: datetime) -> None:
    """Drop what finished long ago."""
    DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT).delete()
    ScheduledRun.objects.filter(due_at__lt=now - KEPT).delete()
