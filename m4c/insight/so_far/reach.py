"""How far a report reaches: which groups an account may ask about, and the rows that are theirs."""

from dataclasses import dataclass

from django.db.models import Q

from m4c.core.errors import NotAllowed
from m4c.insight.permissions import SEE_REPORTS
from m4c.people.models import Account, Group
from m4c.people.sight import any_of, within


@dataclass(frozen=True)
class Reach:
    """The groups that a report covers, each with those below it; None for the whole movement."""

    groups: tuple[Group, ...] | None

    def covers(self, field: str = "group") -> Q:
        """Rows whose group, at `field`, is one of these or lies below one."""
        if self.groups is None:
            return Q()
        return any_of(within(f"{field}__path", group) for group in self.groups)


def reach_of(account: Account, group: Group | None) -> Reach:
    """What this account's report on a group covers, or on all its groups where none is named.

    The movement's own group stands for everything recorded, partner bodies included. Raises NotAllowed for a group
    in which the account may not see reports.
    """
    held = account.sight.groups(SEE_REPORTS)
    if group is None:
        return Reach(None if held is None else tuple(held))
    if held is not None and not any(group.path.startswith(above.path) for above in held):
        raise NotAllowed(SEE_REPORTS)
    return Reach(None if group.kind == Group.Kind.MOVEMENT else (group,))


def groups_to_report_on(account: Account) -> list[Group]:
    """The movement's own groups whose reports the account may see, each above those below it."""
    held = account.sight.groups(SEE_REPORTS)
    inside = Q() if held is None else any_of(within("path", group) for group in held)
    return list(Group.objects.in_tree().filter(inside).order_by("path"))
