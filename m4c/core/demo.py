"""How the demo movement is built: each app tells its chapter, by operations, with one seed for all."""

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


@dataclass(frozen=True)
class Chapter:
    """One app's part of the story, and when it is told: later chapters stand on earlier ones."""

    order: int
    tell: str  # the import path of a function of the story, loaded only when it is told


CHAPTERS: Register[Chapter] = Register("Chapters of the demo story, by app.")
