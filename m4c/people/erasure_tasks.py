"""Background tasks of erasure: carry out what was decided, one person at a time, and remove what lies in files."""

import time
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from m4c.core.permissions import Role
from m4c.core.tasks import task
from m4c.people import erasure_letters
from m4c.people.models import Account, Erasure
from m4c.people.operations import erasure as operations  # as a module: it imports this one

PAUSE = 0.03  # seconds between two people, so that a door never waits


@task()
def erase_waiting() -> None:
    """Carry out all erasures that wait, and end those whose files or letter are left. Twice is once."""
    by = Account.objects.of_system(Role.WORKER)
    for pk in list(Erasure.objects.waiting().values_list("pk", flat=True)):
        operations.carry_out(erasure=Erasure(pk=pk), at=timezone.now(), by=by)
        time.sleep(PAUSE)
    for erasure in Erasure.objects.unswept():
        remove(erasure.files)
        mailed = bool(erasure.letter_to)
        if mailed:
            erasure_letters.send_answer(erasure)
        operations.end_erasure(erasure=erasure, at=timezone.now(), by=by, mailed=mailed)


def remove(files: list[str]) -> None:
    """Remove files below the data folder; those that are gone already are gone."""
    for name in files:
        (Path(settings.DATA_DIR) / name).unlink(missing_ok=True)
