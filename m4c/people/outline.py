"""Groups and accounts as statements are written about them: with blanks for who it is, and where its groups stand."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

from m4c.core.blanks import Blank, Values
from m4c.core.permissions import Permission

if TYPE_CHECKING:
    from m4c.people.models.account import Account
    from m4c.people.models.group import Group


class GroupOutline:
    """What groups have in common whose statements are the same: their kind, and about how many people are in them."""

    def __init__(self, name: str, group: "Group") -> None:
        self.name, self.group = name, group
        self.shape: Hashable = (group.kind, group.rough_count, group.pk is None)

    @property
    def values(self) -> Values:
        """What goes into its blanks."""
        return {self.name: self.group.pk, f"{self.name}.path": self.group.path}

    def drawn(self) -> "Group":
        """A group with blanks for its id and its path."""
        real, pk = self.group, None if self.group.pk is None else Blank(self.name)
        return type(real)(pk=pk, path=Blank(f"{self.name}.path"), kind=real.kind, head_count=real.rough_count)


class AccountOutline:
    """What accounts have in common whose statements are the same: the roles they hold, in groups that are alike, and
    which of these groups lie below which. All else is a blank.
    """

    def __init__(self, name: str, account: "Account") -> None:
        self.name, self.account = name, account
        held = {group.pk: group for _role, group in account.held}
        ordered = sorted(held.values(), key=lambda group: group.path)
        self.groups = {group.pk: GroupOutline(f"{name}.{place}", group) for place, group in enumerate(ordered)}
        self.shape: Hashable = (
            account.system,
            account.is_active,
            account.pk is None,
            account.person_id is None,
            tuple((role, self.groups[group.pk].name) for role, group in account.held),
            tuple((each.shape, self.above(each.group)) for each in self.groups.values()),
        )

    @property
    def values(self) -> Values:
        """What goes into its blanks."""
        values: Values = {self.name: self.account.pk, f"{self.name}.person": self.account.person_id}
        for each in self.groups.values():
            values |= each.values
        return values

    def above(self, group: "Group") -> tuple[str, ...]:
        """Which others of its groups this one lies below."""
        others = [each for each in self.groups.values() if each.group is not group]
        return tuple(each.name for each in others if group.path.startswith(each.group.path))

    def drawn(self) -> "Account":
        """An account with blanks for its id, its person's, and the ids and paths of its groups."""
        real, name = self.account, self.name
        account = type(real)(pk=None if real.pk is None else Blank(name), system=real.system, is_active=real.is_active)
        account.person_id = None if real.person_id is None else Blank(f"{name}.person")
        groups = {pk: each.drawn() for pk, each in self.groups.items()}
        account.held = [(role, groups[group.pk]) for role, group in real.held]
        account._groups_for = HeldInDrawing(real, groups)
        return account


class HeldInDrawing(dict[Permission, "list[Group]"]):
    """Where the account that is drawn holds each right: where the real one does, whose paths can be compared."""

    def __init__(self, real: "Account", drawn: "dict[int, Group]") -> None:
        super().__init__()
        self.real, self.groups = real, drawn

    def __contains__(self, permission: object) -> bool:
        return True

    def __missing__(self, permission: Permission) -> "list[Group]":
        return [self.groups[group.pk] for group in self.real.groups_for(permission)]
