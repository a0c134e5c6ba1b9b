"""What a permission and a role are. Each app lists its own permissions in its `permissions.py`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.core.register import Register


class Role(StrEnum):
    """What an account may be in a group; the last four are accounts of the software itself."""

    MEMBER = "member"
    LEADER = "leader"
    ORGANISER = "organiser"
    EDITOR = "editor"
    TREASURER = "treasurer"
    DATA_PROTECTION = "data_protection"
    SAFEGUARDING = "safeguarding"
    ADMIN = "admin"
    OPERATOR = "system:operator"
    IMPORTER = "system:import"
    WORKER = "system:worker"
    WEBSITE = "system:website"

    @property
    def is_system(self) -> bool:
        """Whether only the software itself holds it."""
        return self.value.startswith("system:")


ROLE_NAMES = {
    Role.MEMBER: _("member"),
    Role.LEADER: _("leader"),
    Role.ORGANISER: _("organiser"),
    Role.EDITOR: _("editor"),
    Role.TREASURER: _("treasurer"),
    Role.DATA_PROTECTION: _("data protection"),
    Role.SAFEGUARDING: _("safeguarding lead"),
    Role.ADMIN: _("admin"),
}
ROLE_MEANINGS = {
    Role.MEMBER: _("Belongs to a group and sees their own record and what they said they would do."),
    Role.LEADER: _("Holds conversations and brings people; sees those they met, brought or lead."),
    Role.ORGANISER: _("Answers for the growth of a group and those below it; sees their people."),
    Role.EDITOR: _("Writes and publishes the public pages of a group."),
    Role.TREASURER: _("Keeps a group's money."),
    Role.DATA_PROTECTION: _("Answers people's questions about their data, exports, and sees who looked."),
    Role.SAFEGUARDING: _("Receives referrals and confirms who is kept safe."),
    Role.ADMIN: _("Invites accounts, gives roles and makes groups."),
    Role.OPERATOR: _("Whoever holds the machine and its command line."),
    Role.IMPORTER: _("An import started from the command line."),
    Role.WORKER: _("The schedule: what the software does by itself."),
    Role.WEBSITE: _("The public pages, on behalf of a visitor."),
}


@dataclass(frozen=True, eq=False)  # each is itself: no two have one name
class Permission:
    """A right, with the sentence that tells what it lets somebody do, and the roles that hold it."""

    name: str
    meaning: "str | Promise"
    holders: tuple[Role, ...]
    second_factor: bool = False

    def __init__(
        self, name: str, meaning: "str | Promise", *, holders: Iterable[Role], second_factor: bool = False
    ) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "meaning", meaning)
        object.__setattr__(self, "holders", tuple(holders))
        object.__setattr__(self, "second_factor", second_factor)
        if name in PERMISSIONS:
            raise ValueError(f"two permissions are called {name}")
        PERMISSIONS[name] = self

    def __str__(self) -> str:
        return self.name


PERMISSIONS: dict[str, Permission] = {}

# Rights that third-party code asks for by Django's names ("wagtailadmin.access_admin"), and who of ours holds each.
DJANGO_RIGHTS: Register[Callable[[Any], bool]] = Register("Django's names of rights, and who holds them.")

# Whoever holds the machine may do all that an account may; its acts are audited under its own name.
MACHINE = (Role.OPERATOR,)

PUBLIC = Permission("public", _("Anybody, signed in or not."), holders=tuple(Role))
SIGNED_IN = Permission("signed_in", _("Anybody who is signed in."), holders=tuple(Role))

SEE_AUDIT = Permission(
    "core.see_audit",
    _("See who changed which record, and when."),
    holders=[Role.DATA_PROTECTION, *MACHINE],
)
SEE_COMPONENTS = Permission(
    "core.see_components",
    _("See the page of all the pieces that pages are made of."),
    holders=[Role.EDITOR, Role.ADMIN, *MACHINE],
)
