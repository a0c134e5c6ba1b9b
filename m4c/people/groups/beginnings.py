"""What a group may have grown out of, besides another group: gatherings on record, which each app gives for its own."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from m4c.core.register import Register
from m4c.people.models import Account, Group
from m4c.people.timeline import Origin

MOST_OFFERED = 40


@dataclass(frozen=True)
class Beginning:
    """A kind of record that groups grow out of.

    `offered(account, group)` gives the newest that the account may see in the group, above or beside it, as (id,
    words); `told(account, ids)` gives those of these that the account may see, in one query.
    """

    offered: Callable[[Account, Group], list[tuple[int, str]]]
    told: Callable[[Account, Collection[int]], Mapping[int, Origin]]


GROUP_BEGINNINGS: Register[Beginning] = Register('Records that groups grow out of, by "events.event".')


def offered(account: Account, group: Group) -> list[tuple[str, str]]:
    """What may be chosen as what a group grew out of: ("events.event:12", words)."""
    return [
        (f"{name}:{pk}", words)
        for name in GROUP_BEGINNINGS.names()
        for pk, words in GROUP_BEGINNINGS[name].offered(account, group)
    ]
