"""How the demo movement is built: each app tells its chapter, by operations, with one seed for all."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from typing import Any

from m4c.core.register import Register

SIZES = ("chapter",)


@dataclass
class Story:
    """What the chapters share. Same seed, size and day: same movement.

    `shelf` is where a chapter leaves what later ones need, under names that both know.
    """

    by: Any
    random: Random
    today: date
    now: datetime
    size: str = "chapter"
    shelf: dict[str, Any] = field(default_factory=dict)


CHAPTERS: Register[Callable[[Story], None]] = Register("Chapters of the demo story, told in the order of the apps.")
