"""What an account may see, as filters: down the movement's own tree only, and never the protected."""

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from m4c.core.permissions import Permission
from m4c.people.models.account_role import AccountRole
from m4c.people.models.engagement import Engagement
from m4c.people.models.group import Group
from m4c.people.models.membership import Membership
from m4c.people.models.person_contact import PersonContact
from m4c.people.models.protection import Protection
from m4c.people.models.restriction import Restriction
from m4c.people.permissions import (
    LOOK_AFTER_ACCOUNTS,
    SEE_KNOWN_PEOPLE,
    SEE_LEDGER,
    SEE_PEOPLE,
    SEE_PROTECTED,
)
from m4c.people.written import Sql, among, below, by_sql, either, found_in, found_in_none, one_of

if TYPE_CHECKING:
    from m4c.people.models.account import Account

# Up to this many people IN over the memberships is quicker, above it EXISTS (docs/decisions).
IN_UP_TO = 7_000

NOTHING = Q(pk__in=[])
EVERYTHING = ~NOTHING  # adds no filter; not Q(), which `|` would drop, leaving only the other side


class Sight:
    """Filters for one account, each a Q to put on a queryset. Made once a request, on `account.sight`.

    What every page asks for again and again is written once (`written.py`), by what it depends on and nothing else.
    """

    def __init__(self, account: "Account") -> None:
        self.account = account

    def groups(self, permission: Permission) -> list[Group] | None:
        """The groups in the movement's own tree where the right is held; None for the whole movement."""
        if self.account.system:
            return None if self.account.may_somewhere(permission) else []
        held = [group for group in self.account.groups_for(permission) if group.is_in_tree and self.account.is_active]
        return None if any(group.kind == Group.Kind.MOVEMENT for group in held) else held

    def head_count(self, group: Group | None = None) -> int | None:
        """How many memberships lead to the people one sees, in this group alone if one is named; None for everybody.

        A leader's people are few, and not counted.
        """
        groups = self.groups(SEE_PEOPLE)
        numbers = [] if groups is None else [sum(each.head_count for each in groups)]
        return min([*numbers, *([group.head_count] if group else [])], default=None)

    def of_group(self, field: str, permission: Permission = SEE_PEOPLE) -> Q:
        """Rows whose group, at `field`, lies in a group where the right is held, or below it."""
        groups = self.groups(permission)
        if groups is None:
            return EVERYTHING
        if not groups:
            return NOTHING
        ranges = below([group.path for group in groups], [group.path_end for group in groups])
        return by_sql(f"{field}__path", ranges)

    def of_exact_group(self, field: str, permission: Permission) -> Q:
        """Rows of the very groups where the role was given, not of those below: for what does not rise."""
        held = [group for role, group in self.account.held if role in permission.holders and group.is_in_tree]
        return by_sql(field, one_of([group.pk for group in held])) if self.account.is_active else NOTHING

    def of_people(self, field: str = "pk") -> Q:
        """Rows whose person, at `field`, is of one's groups, or a leader met, brought or leads, or is oneself."""
        groups = self.groups(SEE_PEOPLE)
        if groups is None:
            return EVERYTHING
        person = self.account.person_id
        paths = tuple(group.path for group in groups)
        if not person and not paths:
            return NOTHING
        return by_sql(field, seen_by(person, paths, are_few(groups), self.groups(SEE_KNOWN_PEOPLE) != []))

    def of_memberships(self) -> Q:
        """Memberships in one's groups, one's own, and in a leader's groups those of the people they know."""
        rows = self.of_group("group")
        if self.account.person_id:
            rows |= Q(person=self.account.person_id)
        return rows | (self.of_group("group", SEE_KNOWN_PEOPLE) & self._known("person"))

    def of_ledger(self) -> Q:
        """Ledger rows by group and tier; always one's own, and those one led oneself."""
        rows = self.of_group("group", SEE_LEDGER) & Q(tier=Engagement.Tier.GROUP)
        rows |= self.of_exact_group("group", SEE_LEDGER) & Q(tier=Engagement.Tier.TEAM)
        rows |= Q(author=self.account.pk) if self.account.pk else NOTHING
        if self.account.person_id:
            rows |= Q(person=self.account.person_id) | Q(leader=self.account.person_id, tier=Engagement.Tier.GROUP)
        return rows

    def unless_protected(self, field: str) -> Q:
        """Leaves out rows of whoever may not be shown at `field`: somebody kept safe, but for herself and her own
        contact, and somebody whose record is set aside, but for themself.
        """
        return by_sql(field, hidden_from(self.account.person_id))

    def of_protected(self) -> Q:
        """Protections that a safeguarding lead answers for, those whose contact one is, and those one placed."""
        rows = self.of_group("group", SEE_PROTECTED) | Q(placed_by=self.account.pk)
        return rows | Q(contact=self.account.person_id) if self.account.person_id else rows

    def of_accounts(self) -> Q:
        """Accounts with a role in a group whose accounts one looks after; not of people kept safe."""
        groups = self.groups(LOOK_AFTER_ACCOUNTS)
        if groups is None:
            return self.unless_protected("person")
        roles = AccountRole.objects.open().filter(self.of_roles())
        return Q(pk__in=roles.values("account")) if groups else NOTHING

    def of_roles(self) -> Q:
        """Roles in groups whose accounts one looks after; not of people kept safe."""
        return self.of_group("group", LOOK_AFTER_ACCOUNTS) & self.unless_protected("account__person")

    def _known(self, field: str) -> Q:
        """People whom a leader knows: met, brought or led, and those with whom they are to stay in touch."""
        person = self.account.person_id
        return by_sql(field, known_to(person)) if person and self.groups(SEE_KNOWN_PEOPLE) != [] else NOTHING

    def hiding(self) -> QuerySet[Protection]:
        """Protections that hide somebody from this account."""
        return hiding_from(self.account.person_id)

    def set_aside(self) -> QuerySet[Restriction]:
        """Restrictions that hide somebody from this account: all but its own person's."""
        return set_aside_from(self.account.person_id)


def hiding_from(person: int | None) -> QuerySet[Protection]:
    """Protections that hide somebody from this person: all but their own, and those of whom they are the contact."""
    hidden = Protection.objects.active()
    return hidden.exclude(Q(contact=person) | Q(person=person)) if person else hidden


def set_aside_from(person: int | None) -> QuerySet[Restriction]:
    """Restrictions that hide somebody from this person."""
    return Restriction.objects.standing().exclude(person=person or 0)


@lru_cache(maxsize=1_000)
def hidden_from(person: int | None) -> Sql:
    """That a column holds nobody who is kept safe or set aside before this person."""
    return found_in_none(hiding_from(person), set_aside_from(person))


@lru_cache(maxsize=1_000)
def seen_by(person: int | None, paths: tuple[str, ...], few: bool, knows: bool) -> Sql:
    """That a column holds this person, or somebody at one of these paths or below; or whom they know, where they lead.

    Where they are few, all of them are one list: PostgreSQL would look at everybody to fulfil one of several.
    """
    known = known_rows(person) if person and knows else ()
    members = [memberships_below(paths)] if paths else []
    if few or not members:
        return among(*members, *known, ids=[person] if person else [])
    return either(found_in(*members), among(*known, ids=[person])) if person else found_in(*members)


@lru_cache(maxsize=1_000)
def known_to(person: int) -> Sql:
    """That a column holds somebody whom this leader knows."""
    return among(*known_rows(person))


def known_rows(person: int) -> tuple[QuerySet[Any], ...]:
    """Rows of those whom this leader knows: met, brought or led, and with whom they are to stay in touch."""
    return (
        Engagement.objects.filter(leader=person),
        Protection.objects.active().filter(contact=person),
        PersonContact.objects.open().filter(contact=person),
    )


def belonging_to(groups: Sequence[Group], field: str = "pk") -> Q:
    """Rows whose person, at `field`, has a membership, open or ended, in one of these groups or below it.

    By whichever plan is quicker.
    """
    if not groups:
        return NOTHING
    return by_sql(field, members_below(tuple(group.path for group in groups), are_few(groups)))


def are_few(groups: Sequence[Group]) -> bool:
    """Whether the people of these groups are quicker listed than asked for one by one."""
    return sum(group.rough_count for group in groups) <= IN_UP_TO


@lru_cache(maxsize=1_000)
def members_below(paths: tuple[str, ...], few: bool) -> Sql:
    """That a column holds somebody with a membership at one of these paths of groups or below it."""
    memberships = memberships_below(paths)
    return among(memberships) if few else found_in(memberships)


def memberships_below(paths: tuple[str, ...]) -> QuerySet[Membership]:
    """Memberships, open or ended, at one of these paths of groups or below it."""
    return Membership.objects.filter(any_of(within("group__path", Group(path=path)) for path in paths))


def within(path: str, group: Group) -> Q:
    """The group and those below it, as one range on `path`."""
    return Q(**{f"{path}__gte": group.path, f"{path}__lt": group.path_end})


def any_of(conditions: Iterable[Q]) -> Q:
    """Any of these; nothing where there are none."""
    return reduce(or_, conditions, NOTHING)
