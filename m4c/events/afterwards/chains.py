"""Who came because of whom, to any depth, as the lines of an indented tree. Nobody is counted, nobody compared."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from m4c.core.visibility import scopes_of
from m4c.events.models import Attendance, Event
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.people.models import Account
from m4c.people.naming import names_of

MOST = 3_000  # people read for one tree: more have no room in a hall
ON_A_PAGE = 30  # of those at whom a tree begins
DEEP = 5  # links after which lines go no further in, and say who brought them


@dataclass(frozen=True)
class ChainLine:
    """A line of the tree.

    `was_there` is untrue of whoever brought others and is known not to have come. `opens` says that those whom they
    brought follow, one step further in; `closes` holds a turn for each step back out after it. `through` names who
    brought them where lines go no further in.
    """

    name: str
    was_there: bool
    is_walk_in: bool
    opens: bool
    closes: range
    through: str = ""


@dataclass(frozen=True)
class Chains:
    """A page of the tree: its lines, how many came whom no tree names, and whether more pages follow."""

    lines: list[ChainLine]
    others: int
    page: int
    has_more: bool


def chains_of(account: Account, event: Event, page: int = 1) -> Chains:
    """Who came because of whom as far as the account sees both, in the order of names, in two queries.

    Whoever was brought by somebody whom the account may not see begins a tree of their own. As each was brought by
    one, a ring of people who are said to have brought each other begins at the first of them by name.
    """
    rows = Attendance.objects.visible_to(account).filter(event=event).present().by_name().select_related("person")
    came = {row.person_id: row for row in rows[:MOST]}
    absent = names_of(account, {row.brought_by_id for row in came.values()} - came.keys())
    above = {pk: row.brought_by_id for pk, row in came.items() if row.brought_by_id in came.keys() | absent.keys()}
    below: dict[int, list[int]] = defaultdict(list)
    for pk, who in above.items():
        below[who or 0].append(pk)
    everybody = [*sorted(absent, key=lambda pk: absent[pk].casefold()), *came]
    roots = beginnings([pk for pk in everybody if pk], above, below)
    shown = roots[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    names = {pk: row.person.name for pk, row in came.items()} | absent
    # Whoever does not see all who came does not know of others that they did not.
    missing = absent.keys() if account.may(SEE_ATTENDANCE, scopes_of(event)) else set()
    walk_ins = {pk for pk, row in came.items() if row.state == Attendance.State.WALK_IN}
    lines = [line for root in shown for line in walked(root, below, names, walk_ins, missing)]
    others = sum(pk not in above and not below[pk] for pk in came)
    return Chains(lines, others, page, len(roots) > page * ON_A_PAGE)


def beginnings(everybody: Iterable[int], above: dict[int, int | None], below: Mapping[int, list[int]]) -> list[int]:
    """At whom trees begin: those who brought somebody and whom nobody brought, and one of each ring, which is cut."""
    order = list(everybody)
    roots = [pk for pk in order if pk not in above and below[pk]]
    reached = {pk for root in roots for pk in all_below(root, below)}
    for pk in order:
        if pk in above and pk not in reached:
            below[above.pop(pk) or 0].remove(pk)
            roots.append(pk)
            reached.update(all_below(pk, below))
    return roots


def all_below(root: int, below: Mapping[int, list[int]]) -> set[int]:
    """Somebody and all who came because of them, at however many removes."""
    found, left = {root}, [root]
    while left:
        new = [pk for pk in below[left.pop()] if pk not in found]
        found.update(new)
        left += new
    return found


def walked(
    root: int,
    below: Mapping[int, list[int]],
    names: Mapping[int | None, str],
    walk_ins: Collection[int],
    missing: Collection[int | None],
) -> list[ChainLine]:
    """The lines of one tree, from its beginning down."""
    lines = []
    left: list[tuple[int, int, int]] = [(root, 0, 0)]  # who, how deep, how many steps back out follow them
    brought_by = {pk: who for who, them in below.items() for pk in them}
    while left:
        pk, depth, closes = left.pop()
        under = below[pk]
        lines.append(
            ChainLine(
                name=names[pk],
                was_there=pk not in missing,
                is_walk_in=pk in walk_ins,
                opens=bool(under),
                closes=range(0 if under else closes),
                through=names[brought_by[pk]] if depth > DEEP else "",
            )
        )
        # The last below somebody takes their steps back out with it.
        left += [(each, depth + 1, closes + 1 if each == under[-1] else 0) for each in reversed(under)]
    return lines
