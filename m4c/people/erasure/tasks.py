"""Background tasks of erasure: carry out what was decided, one person at a time, and remove what lies in files."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from m4c.core.chunks import let_others_write
from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people.erasure import letters as erasure_letters
from m4c.people.models import Account, Erasure
from m4c.people.operations import erasure as operations  # as a module: it imports this one

log = logging.getLogger("m4c.people")


@task()
def erase_waiting() -> None:
    """Carry out all erasures that wait, and end those whose files or letter are left. Twice is once.

    One that fails holds up no other; the task fails at the end, and the next run tries that one again.
    """
    failed = [each for each in (*waiting(), *unswept()) if each]
    if failed:
        raise ExceptionGroup("some erasures are not done", failed)


def waiting() -> Iterator[Exception | None]:
    """Carry out each that waits; what became of it, if it failed."""
    for pk in list(Erasure.objects.waiting().values_list("pk", flat=True)):
        yield tried(carry_out, Erasure(pk=pk))
        let_others_write()


def unswept() -> Iterator[Exception | None]:
    """End each whose files or letter are left; what became of it, if it failed."""
    for erasure in Erasure.objects.unswept():
        yield tried(end, erasure)


def tried(step: Callable[[Erasure], None], erasure: Erasure) -> Exception | None:
    """Take a step with one erasure; the failure, if it is one."""
    try:
        step(erasure)
    except Exception as error:
        log.exception("erasure %s is not done", erasure.pk)
        return error
    return None


def carry_out(erasure: Erasure) -> None:
    """Erase one person."""
    operations.carry_out(erasure=erasure, at=timezone.now(), by=worker())


def end(erasure: Erasure) -> None:
    """Remove the files and say so, then send the answer: files wait for no letter."""
    remove(erasure.files)
    operations.end_erasure(erasure=erasure, at=timezone.now(), by=worker())
    if erasure.letter_to:
        erasure_letters.send_answer(erasure)
        operations.end_erasure(erasure=erasure, at=timezone.now(), by=worker(), mailed=True)


def remove(files: list[str]) -> None:
    """Remove files below the data folder; those that are gone already are gone."""
    for name in files:
        (Path(settings.DATA_DIR) / name).unlink(missing_ok=True)


def worker() -> Account:
    """The schedule's own account."""
    return Account.objects.of_system(Role.WORKER)
