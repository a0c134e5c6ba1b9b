"""What a kit's page tells: its steps, where it was run, how many came all told, and what grew out of what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from m4c.campaigns.models import Kit, KitRun
from m4c.places.points import country_points

MOST_RUNS = 200


@dataclass
class Branch:
    """A run, and those that were taken over from it."""

    run: KitRun
    grown: "list[Branch]" = field(default_factory=list)


class Runs:
    """The runs of a kit that a reader may see, newest first: in figures, on a map and as a tree."""

    def __init__(self, runs: Iterable[KitRun]) -> None:
        self.rows = list(runs)

    @property
    def places(self) -> int:
        """In how many places it was run or will be."""
        return len({run.place for run in self.rows})

    @property
    def came(self) -> int:
        """How many came, all told, where anybody said."""
        return sum(run.came or 0 for run in self.rows)

    @cached_property
    def most_on_a_day(self) -> tuple[Any, int] | None:
        """The day on which it was run in most places, and in how many; None where no two fell on one day."""
        days: dict[Any, set[str]] = defaultdict(set)
        for run in self.rows:
            if run.on:
                days[run.on].add(run.place)
        day, places = max(days.items(), key=lambda each: (len(each[1]), each[0]), default=(None, set()))
        return (day, len(places)) if len(places) > 1 else None

    @cached_property
    def points(self) -> list[tuple[float, float, int, str]]:
        """Where it was run, for the map: the larger the lamp, the more came."""
        placed = [run for run in self.rows if run.latitude is not None and run.longitude is not None]
        return [(run.latitude or 0.0, run.longitude or 0.0, run.came or 1, run.place) for run in placed]

    @property
    def ground(self) -> Any:
        """The country behind the points."""
        return country_points()

    @cached_property
    def tree(self) -> list[Branch]:
        """Each run under the one that it was taken over from, the oldest first."""
        branches = {run.pk: Branch(run) for run in reversed(self.rows)}
        first: list[Branch] = []
        for branch in branches.values():
            above = branches.get(branch.run.taken_from_id or 0)
            (above.grown if above else first).append(branch)
        return first


def steps_of(kit: Kit) -> list[str]:
    """The steps, a line each."""
    return [line.strip() for line in kit.steps.splitlines() if line.strip()]
