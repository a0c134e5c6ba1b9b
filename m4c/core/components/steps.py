"""Where someone stands in a job of several steps."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One step: its words, the address to go back to, and its place: done, now or next."""

    label: str
    url: str
    place: str


def place(items: Sequence[str | tuple[str, str]], current: int) -> list[Step]:
    """Mark each item, a label or (label, url), against the current one, counted from 1."""
    steps = []
    for number, item in enumerate(items, start=1):
        label, url = item if isinstance(item, tuple) else (item, "")
        steps.append(Step(label, url, "done" if number < current else "now" if number == current else "next"))
    return steps
