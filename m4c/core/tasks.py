"""Background tasks behind one thin import: Django's tasks API, which is part of Django itself from 6.0.

A task takes ids, calls one operation, and may run twice with the same effect.
"""

from django_tasks import TaskResultStatus, task

__all__ = ["TaskResultStatus", "task"]
