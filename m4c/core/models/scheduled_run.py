"""A run of a scheduled task: the row that makes each due time run once."""

from django.db import models

from m4c.core.labels import label


class ScheduledRun(models.Model):
    """The scheduled task of this name was handed to the workers for this due time."""

    labels = label(operational="task due_at queued_at")

    task = models.CharField(max_length=100)
    due_at = models.DateTimeField()
    queued_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "due_at"], name="one_run_of_a_task_at_a_due_time")]

    def __str__(self) -> str:
        return f"{self.task} due {self.due_at:%Y-%m-%d %H:%M}"
