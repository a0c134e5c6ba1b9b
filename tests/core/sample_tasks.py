"""Tasks for the worker's tests."""

from m4c.core.tasks import task


@task()
def add(one: int, other: int) -> int:
    """The sum of two numbers."""
    return one + other


@task()
def nothing() -> None:
    """Do nothing."""
