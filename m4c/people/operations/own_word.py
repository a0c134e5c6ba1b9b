"""Whoever left on their own wish stays out until their own word: who that is, and what their word takes back."""

from collections.abc import Collection, Iterable
from datetime import datetime

from m4c.core.operations import change
from m4c.people.models import Account, Group, Leaving, Person


def who_left(people: Collection[Person], group: Group) -> set[int]:
    """Those of these people, by id, who left the group on their own wish, or one above or below it."""
    if not people:
        return set()
    standing = Leaving.objects.standing().on_the_way_to(group).filter(person__in=people)
    return set(standing.values_list("person_id", flat=True))


def take_back(
    people: Iterable[Person], group: Group, at: datetime, by: Account, *, below_too: bool = True
) -> list[Leaving]:
    """In their own word these people come to a group again: what they had left on the way there no longer stands.

    Without `below_too` what they left below it stands: they said nothing of that.
    """
    left = Leaving.objects.standing().filter(person__in=list(people))
    on_the_way = left.on_the_way_to(group) if below_too else left.filter(group__path__in=group.ancestor_paths)
    back = list(on_the_way)
    for leaving in back:
        change(leaving, back_at=at, back_by=by)
    return back
