"""One at a time: a lock of the data folder."""

from django.conf import settings
from filelock import FileLock, Timeout

from m4c.core.errors import Refused


def alone(lock: str, sentence: str) -> FileLock:
    """Hold a lock of the data folder, or raise Refused with this sentence."""
    held = FileLock(settings.DATA_DIR / lock)
    try:
        held.acquire(timeout=0)
    except Timeout:
        raise Refused(sentence) from None
    return held
