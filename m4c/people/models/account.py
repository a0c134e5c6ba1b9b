"""An account: what signs in. It belongs to a person and holds roles in groups."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.permissions import DJANGO_RIGHTS, PERMISSIONS, PUBLIC, SIGNED_IN, Permission, Role
from m4c.core.prepared import prepared
from m4c.core.visibility import Everywhere, Scopes
from m4c.people.models.account_role import held_by, open_roles
from m4c.people.models.group import Group
from m4c.people.outline import AccountOutline
from m4c.people.sight import Sight

if TYPE_CHECKING:
    from allauth.mfa.models import Authenticator  # noqa: F401


class AccountQuerySet(models.QuerySet["Account"]):
    """Which accounts."""

    def visible_to(self, account: "Account") -> Self:
        """Oneself, and whoever has a role in a group whose accounts one looks after."""
        return self.filter(Q(pk=account.pk) | account.sight.of_accounts())


class AccountManager(BaseUserManager.from_queryset(AccountQuerySet)):  # type: ignore[misc]
    """Finds accounts; makes none, for only operations do."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account of this e-mail, case ignored; never one of the software's own."""
        return self.get(email__iexact=username, system="")

    def of_system(self, role: Role) -> "Account":
        """The software's own account of that name (`system:worker`), made at first use."""
        found = of_the_software(role.value)
        return found[0] if found else self.get_or_create(system=role.value)[0]


class Account(Record, AbstractBaseUser):  # type: ignore[django-manager-missing]  # of Wagtail's pictures
    """What signs in: a person's, or one of the software's own (`system`), which never signs in."""

    labels = label(
        contact="email",
        identity="time_zone",
        operational="password last_login person system is_active made_at groups",
    )
    scope = "roles__group__path"

    email = models.EmailField(_("e-mail"), max_length=254, unique=True, null=True, blank=True)
    person = models.OneToOneField(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("person")
    )
    system = models.CharField(max_length=20, blank=True, default="")
    is_active = models.BooleanField(default=True)  # Django's own name for "not closed"
    # By which clock online events are told besides; blank for that of the movement.
    time_zone = models.CharField(_("time zone"), max_length=40, blank=True, default="")
    made_at = models.DateTimeField(auto_now_add=True)
    # Wagtail asks Django's groups for the pages that an editor may change; one operation mirrors our roles into them.
    groups = models.ManyToManyField("auth.Group", blank=True, related_name="user_set", related_query_name="user")

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    is_staff = is_superuser = False  # nobody is; Django and Wagtail ask

    objects = AccountManager()

    class Meta:
        ordering = ["email", "id"]
        constraints = [
            models.UniqueConstraint(fields=["system"], condition=~Q(system=""), name="one_account_of_each_system_name"),
            models.CheckConstraint(
                name="account_is_a_persons_or_the_systems",
                condition=Q(system="") & (Q(email__isnull=False) | Q(is_active=False, person__isnull=False))
                | (~Q(system="") & Q(email=None, person=None)),  # a person's without an address: of somebody erased
            ),
        ]

    def __str__(self) -> str:
        return self.system or (self.person.name if self.person else self.email or "")

    @cached_property
    def held(self) -> list[tuple[Role, Group]]:
        """Open roles with their groups, in one query; the account of a request has them from the first."""
        return held_by(open_roles(self.pk))

    @cached_property
    def sight(self) -> Sight:
        """What this account may see, as filters."""
        return Sight(self)

    def outline(self, name: str) -> AccountOutline:
        """What prepared statements about it are written by, under the name that they give it."""
        if name not in self._outlines:
            self._outlines[name] = AccountOutline(name, self)
        return self._outlines[name]

    @cached_property
    def _outlines(self) -> dict[str, AccountOutline]:
        """The outlines that were asked for: they last as long as `held`."""
        return {}

    @cached_property
    def has_second_factor(self) -> bool:
        """Whether a second factor (an authenticator app or a passkey) is set up."""
        from allauth.mfa.models import Authenticator

        return Authenticator.objects.filter(user=self).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()

    @property
    def needs_second_factor(self) -> bool:
        """Whether it holds a role whose rights ask for a second factor."""
        return any(needs_second_factor(role) for role, _group in self.held)

    def groups_for(self, permission: Permission) -> list[Group]:
        """The groups where the account holds this right by a role, without those below one another."""
        if permission not in self._groups_for:
            groups = [group for role, group in self.held if role in permission.holders]
            kept: list[Group] = []
            for group in sorted(groups, key=lambda group: group.path):
                if not kept or not group.path.startswith(kept[-1].path):
                    kept.append(group)
            self._groups_for[permission] = kept
        return self._groups_for[permission]

    @cached_property
    def _groups_for(self) -> dict[Permission, list[Group]]:
        """The answers of `groups_for`, which every page asks a hundred times: they last as long as `held`."""
        return {}

    def may(self, permission: Permission, scopes: Scopes | Everywhere, *, every: bool = False) -> bool:
        """Whether the account holds the right for each record: in one of its groups, or in all with `every`.

        The right over the whole movement is held at the movement's own group, or by the software's own accounts.
        """
        if not self.is_active:
            return False
        if permission in (PUBLIC, SIGNED_IN):
            return True
        if self.system:
            return Role(self.system) in permission.holders
        groups = self.groups_for(permission)
        if any(group.kind == Group.Kind.MOVEMENT for group in groups):
            return True
        if isinstance(scopes, Everywhere) or not scopes:
            return False
        held = tuple(group.path for group in groups)
        choose = all if every else any
        return bool(held) and all(paths and choose(path.startswith(held) for path in paths) for paths in scopes)

    def may_somewhere(self, permission: Permission) -> bool:
        """Whether the account holds the right in any group at all: what a route asks."""
        if permission in (PUBLIC, SIGNED_IN):
            return self.is_active
        return self.is_active and not self._roles.isdisjoint(permission.holders)

    @cached_property
    def _roles(self) -> frozenset[Role]:
        """Its roles, wherever they are held, which every page asks for: they last as long as `held`."""
        return frozenset([Role(self.system)] if self.system else [role for role, _group in self.held])

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Whether a right that third-party code asks for by Django's name is one of ours that the account holds."""
        holds = DJANGO_RIGHTS.get(perm)
        return bool(holds and self.is_active and holds(self))

    def has_perms(self, perm_list: Iterable[str], obj: Any = None) -> bool:
        """Whether all of these are held."""
        return all(self.has_perm(perm, obj) for perm in perm_list)

    def has_module_perms(self, app_label: str) -> bool:
        """Django's own permissions are not used: always no."""
        return False


@prepared
def of_the_software(name: str) -> models.QuerySet[Account]:
    """The software's own account of this name, once it is made."""
    return Account.objects.filter(system=name).order_by()


def website() -> Account:
    """The account of the public pages, which act on behalf of a visitor."""
    return Account.objects.of_system(Role.WEBSITE)


def needs_second_factor(role: Role) -> bool:
    """Whether a role brings a right that asks for a second factor."""
    return any(permission.second_factor and role in permission.holders for permission in PERMISSIONS.values())
