"""What the schedule names is there to be run."""

from django.utils.module_loading import import_string

from config.schedule import SCHEDULE


def test_every_scheduled_task_can_be_queued():
    assert [scheduled.task for scheduled in SCHEDULE if not hasattr(import_string(scheduled.task), "enqueue")] == []
