"""Background tasks behind one thin import: Django's tasks API, which is part of Django itself from 6.0.

A task takes ids, calls one operation, and may run twice with the same effect.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django_tasks import TaskResultStatus, task

__all__ = ["TaskResultStatus", "on_failure", "task"]


@contextmanager
def on_failure(tell: Callable[[], object]) -> Iterator[None]:
    """Work that somebody waits for: where it fails, for whatever reason, `tell` says so on what they asked for.

    The failure goes on: the task fails too, with its traceback for whoever runs the machine.
    """
    try:
        yield
    except Exception:  # of any kind: nobody is to wait for what will not come
        tell()
        raise
