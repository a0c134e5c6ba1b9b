"""What a file's name gives away: whose it is."""

import re
from collections.abc import Iterable

from m4c.people.models import Group
from m4c.people.names import fold


def guess_group(file_name: str, groups: Iterable[Group]) -> Group | None:
    """The one of these groups whose name stands in a file's name, the longest name first; None where two would fit."""
    words = [fold(word) for word in re.split(r"[\W_]+", file_name.rpartition(".")[0] or file_name)]
    text = f" {' '.join(filter(None, words))} "
    fitting = [group for group in groups if f" {' '.join(fold(word) for word in group.name.split())} " in text]
    longest = max((len(group.name) for group in fitting), default=0)
    best = [group for group in fitting if len(group.name) == longest]
    return best[0] if len(best) == 1 else None
