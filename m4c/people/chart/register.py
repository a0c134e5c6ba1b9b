"""What "done" may mean on a group's chart: a register that apps fill."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from m4c.core.register import Register
from m4c.people.models import Account, Group


@dataclass(frozen=True)
class Done:
    """One kind of thing that people may have done.

    `options(account, group)` gives each one to choose from, as a key and in words, in one query at most; `q(account,
    group, key, since)` is true of the people who did it, by what the account may see. It says that something was done
    and when, never how anybody stands to us.
    """

    options: Callable[[Account, Group], Iterable[tuple[str, str]]]
    q: Callable[[Account, Group, str, date], Q]
    asks_since: bool = False  # whether the option without a key is of a day and later


CHART_DONE: Register[Done] = Register('What "done" may mean on the chart of a group.')


def options_of(account: Account, group: Group) -> list[tuple[str, str]]:
    """Everything that may be chosen, in the order of the register."""
    return [
        (f"{name}:{key}", words)
        for name in CHART_DONE.names()
        for key, words in CHART_DONE[name].options(account, group)
    ]


def asks_since(chosen: str) -> bool:
    """Whether what was chosen is of a day and later. Raises KeyError for what nobody offers."""
    name, _colon, key = chosen.partition(":")
    return CHART_DONE[name].asks_since and not key


def condition_of(account: Account, group: Group, chosen: str, since: date) -> Q:
    """What is true of those who have done what was chosen. Raises KeyError for what nobody offers."""
    name, _colon, key = chosen.partition(":")
    return CHART_DONE[name].q(account, group, key, since)
