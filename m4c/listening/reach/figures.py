"""Reach against depth by group, from counts: 1-2-1s held, followed up and repeated, and who took on a role since."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from m4c.listening.models import OneToOne
from m4c.listening.themes.voices import Shown
from m4c.people.models import Account, Group, Membership
from m4c.people.sight import within

FEWEST_DRAWN = 5  # people met: of fewer a share says nothing, and would soon read as a verdict on one of them
MOST_GROUPS = 60
NO_ROLE = (Membership.Role.SUPPORTER, Membership.Role.MEMBER)


@dataclass(frozen=True)
class Reached:
    """What one group's own 1-2-1s came to, without the groups below it.

    - `people`: whom they were held with, each once; `held`: the 1-2-1s; `followed_up`: those whose next step happened.
    - `again`: of the people, those met twice or more; `took_role`: those who took on a role after they were met;
      `deeper`: those of whom either is true.
    """

    group: Group
    people: int = 0
    held: int = 0
    followed_up: int = 0
    again: int = 0
    took_role: int = 0
    deeper: int = 0

    @property
    def share(self) -> float | None:
        """Of the people met, the share with whom it went on, from 0 to 1; None where too few were met to say."""
        return round(self.deeper / self.people, 4) if self.people >= FEWEST_DRAWN else None


def reached(group: Group, account: Account, since: date) -> list[Reached]:
    """The group and the groups below it that met anybody since a day, in the order of the tree. Two statements.

    Whoever is kept safe from the account is in no figure.
    """
    shown = Shown(account)
    held = OneToOne.objects.held().filter(held_on__gte=since).order_by()
    other_talk = held.filter(group=OuterRef("group"), other=OuterRef("other")).exclude(pk=OuterRef("pk"))
    role = Membership.objects.filter(person=OuterRef("other"), started_on__gte=OuterRef("held_on"))
    rows: Any = held.filter(within("group__path", group), shown("asker", "other")).alias(
        met_again=Exists(other_talk), has_role=Exists(role.exclude(role__in=NO_ROLE))
    )
    counted = rows.values("group").annotate(
        people=Count("other", distinct=True),
        held=Count("pk"),
        followed_up=Count("followed_up_on"),
        again=Count("other", distinct=True, filter=Q(met_again=True)),
        took_role=Count("other", distinct=True, filter=Q(has_role=True)),
        deeper=Count("other", distinct=True, filter=Q(met_again=True) | Q(has_role=True)),
    )
    found = {row.pop("group"): row for row in counted}
    groups = Group.objects.filter(pk__in=found).order_by("path")[:MOST_GROUPS]
    return [Reached(each, **found[each.pk]) for each in groups]
