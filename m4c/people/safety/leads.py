"""Who is told that something waits in a group: its safeguarding leads and those above, else the admins."""

from django.db.models import QuerySet

from m4c.core.permissions import Role
from m4c.people.models import Account, AccountRole, Group, Person


def leads_of(group: Group) -> QuerySet[Account]:
    """The open accounts of the safeguarding leads of a group and of those above it."""
    return holders(Role.SAFEGUARDING, group)


def admins_of(group: Group) -> QuerySet[Account]:
    """The open accounts of the admins, who are told where nobody is safeguarding lead."""
    return holders(Role.ADMIN, group)


def told_of(group: Group, about: Person | None) -> tuple[list[Account], bool]:
    """Who is told of a case in a group, never the one whom it is about; and whether they are its leads, or admins."""
    leads = [account for account in leads_of(group) if about is None or account.person_id != about.pk]
    return (leads, True) if leads else (list(admins_of(group)), False)


def holders(role: Role, group: Group) -> QuerySet[Account]:
    """The open accounts with a role in a group or above it."""
    roles = AccountRole.objects.open().filter(role=role.value, group__path__in=group.ancestor_paths)
    return Account.objects.filter(pk__in=roles.values("account"), is_active=True, system="").select_related("person")
