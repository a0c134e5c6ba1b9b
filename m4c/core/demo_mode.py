"""Demo mode: whether this data folder holds the demo movement, and whom one may sign in as there."""

from pathlib import Path

from django.conf import settings
from django.utils.functional import Promise

from m4c.core.register import Register

# By e-mail: the address and the sentence that the door shows, "Nadia, organiser in Manchester".
DEMO_CAST: Register[tuple[str, "str | Promise"]] = Register("The cast whom anybody may sign in as on the demo.")


def is_demo() -> bool:
    """Whether this data folder holds the demo. Looked up each time, so that no running process keeps the door open."""
    return mark().exists()


def turn_on() -> None:
    """Mark this data folder as the demo's, which opens its door."""
    mark().touch()


def turn_off() -> None:
    """Close the demo's door."""
    mark().unlink(missing_ok=True)


def mark() -> Path:
    """The empty file in the data folder that says so."""
    return Path(settings.DATA_DIR) / "demo"
