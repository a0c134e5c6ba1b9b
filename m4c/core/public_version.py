"""Tells every process within half a second that what the public sees has changed."""

import time
from dataclasses import dataclass

from django.db import transaction

from m4c.core.models import PublicVersion

KNOWN_FOR = 0.5  # seconds for which a process trusts what it read: an edit shows within a second everywhere


@dataclass
class Known:
    """What this process last read, and when."""

    number: int = 0
    at: float = float("-inf")


_known = Known()


def current(now: float | None = None) -> int:
    """The number of the last change, read from the database at most twice a second."""
    now = time.monotonic() if now is None else now
    if now - _known.at >= KNOWN_FOR:
        _known.number, _known.at = PublicVersion.objects.number(), now
    return _known.number


def bump() -> None:
    """Say that what the public sees has changed: pages kept from before are stale once this transaction holds."""
    PublicVersion.objects.count_a_change()
    transaction.on_commit(forget)


def forget() -> None:
    """Have this process read the number anew."""
    _known.at = float("-inf")
