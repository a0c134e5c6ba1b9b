"""How far a report reaches: which groups an account may ask about, the rows that are theirs, and whom it leaves out."""

from dataclasses import dataclass, replace
from typing import Any, Self

from django.db.models import Q, QuerySet

from m4c.core.errors import NotAllowed
from m4c.insight.permissions import SEE_REPORTS
from m4c.people.models import Account, Group, Person, Protection, Restriction
from m4c.people.sight import any_of, within

# Up to so many ids stand in a query as they are; beyond, the database looks them up itself.
IDS_UP_TO = 200

Hidden = tuple[int, ...] | QuerySet[Person, Any]


@dataclass(frozen=True)
class Reach:
    """The groups that a report covers, each with those below it, None for the whole movement; and whom it leaves out.

    `hidden` is ids of people kept safe from whoever reads the report, or set aside by their own request: the very
    people whom the lists beside it leave out, so that subtracting one from the other tells of nobody.
    """

    groups: tuple[Group, ...] | None
    hidden: Hidden = ()

    def covers(self, field: str = "group") -> Q:
        """Rows whose group, at `field`, is one of these or lies below one."""
        if self.groups is None:
            return Q()
        return any_of(within(f"{field}__path", group) for group in self.groups)

    def shows(self, *fields: str) -> Q:
        """Rows in which nobody at these fields is hidden; no condition at all where nobody is."""
        if self.hidden == ():
            return Q()
        return Q(*(~Q(**{f"{field}__in": self.hidden}) for field in fields))

    def for_everybody(self) -> Self:
        """The same for readers of whom nobody knows who they are: whoever is kept safe or set aside is left out."""
        return replace(self, hidden=people_of(Protection.objects.active(), Restriction.objects.standing()))


def reach_of(account: Account, group: Group | None) -> Reach:
    """What this account's report on a group covers, or on all its groups where none is named.

    The movement's own group stands for everything recorded, partner bodies included. Raises NotAllowed for a group
    in which the account may not see reports.
    """
    held = account.sight.groups(SEE_REPORTS)
    hidden = people_of(account.sight.hiding(), account.sight.set_aside())
    if group is None:
        return Reach(None if held is None else tuple(held), hidden)
    if held is not None and not any(group.path.startswith(above.path) for above in held):
        raise NotAllowed(SEE_REPORTS)
    return Reach(None if group.kind == Group.Kind.MOVEMENT else (group,), hidden)


def people_of(protections: QuerySet[Protection], restrictions: QuerySet[Restriction]) -> Hidden:
    """Whom these hide, read in one statement: a few as ids, many as a query."""
    safe, aside = (each.order_by().values_list("person", flat=True) for each in (protections, restrictions))
    ids = tuple(safe.union(aside)[: IDS_UP_TO + 1])
    if len(ids) <= IDS_UP_TO:
        return ids
    return Person.objects.filter(Q(pk__in=safe) | Q(pk__in=aside)).order_by().values_list("pk", flat=True)


def groups_to_report_on(account: Account) -> list[Group]:
    """The movement's own groups whose reports the account may see, each above those below it."""
    held = account.sight.groups(SEE_REPORTS)
    inside = Q() if held is None else any_of(within("path", group) for group in held)
    return list(Group.objects.in_tree().filter(inside).order_by("path"))
