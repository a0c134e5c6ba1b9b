"""A worker at work: its sign of life, by which a killed one is noticed and its tasks are given back."""

from django.db import models

from m4c.core.labels import label


class Worker(models.Model):
    """One worker process; a heartbeat older than the limit means that it was killed."""

    labels = label(operational="name process_id started_at heartbeat_at")

    name = models.CharField(max_length=64, unique=True)
    process_id = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    heartbeat_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.name
