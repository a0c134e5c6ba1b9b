"""Accounts: invite, give and end roles, close. Nobody makes an account for themselves, nor gives themselves a role."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN, Role
from m4c.core.visibility import scopes_of
from m4c.people.followers import roles_changed
from m4c.people.models import Account, AccountRole, Group, Invitation, Person, Protection
from m4c.people.operations.device import end_all
from m4c.people.operations.invitation import account_for, add_role, ask_unseen, whom_it_means
from m4c.people.operations.membership import join_many
from m4c.people.operations.must_see import must_gain_sight, must_see
from m4c.people.operations.person import NewPerson, add_contact_details, add_many
from m4c.people.operations.sign_in import end_links, forget_factors, send_invitation, send_link
from m4c.people.permissions import GIVE_ANY_ROLE, LOCAL_ROLES, LOOK_AFTER_ACCOUNTS, SEE_PROTECTED
from m4c.people.time_zones import is_zone


class AccountRefused(Refused):
    """The account or the role cannot be as asked."""


@operation(LOOK_AFTER_ACCOUNTS, on="group")
def create_account(
    *,
    email: str,
    role: str,
    group: Group,
    by: Account,
    person: Person | None = None,
    given_name: str = "",
    family_name: str = "",
) -> Account:
    """Make an account with a role in a group, for the person of that e-mail address or a new one.

    Raises AccountRefused for an address that is none, a role that cannot be given here, or an account that stands in
    the caller's sight already, or an address of somebody whom the caller cannot see; Unseen for such a person.
    """
    address, chosen = asked(email, role, group, by)
    must_see([person], by)
    if (found := whom_it_means(address, given_name, by)) and not is_seen(found, by):
        raise AccountRefused(_("This address cannot be used here."), field="email", code="unseen")
    person = person or found
    return make_account(address, chosen, group, by, person or new_person(address, given_name, family_name, group))


@operation(LOOK_AFTER_ACCOUNTS, on="group")
def invite(
    *, email: str, role: str, group: Group, by: Account, given_name: str = "", family_name: str = ""
) -> Account | Invitation:
    """Invite an address to a role in a group: an account at once, and a letter with the first sign-in link.

    Where it is somebody's whom the caller cannot see, an invitation that waits: they come into the group by accepting
    it, and until then nothing of them shows (docs/decisions/0011). Raises AccountRefused as `create_account` does.
    """
    address, chosen = asked(email, role, group, by)
    person = whom_it_means(address, given_name, by)
    if person and not is_seen(person, by):
        invitation = ask_unseen(person, address, chosen, group, by)
        send_invitation(invitation)
        return invitation
    person = person or new_person(address, given_name, family_name, group)
    account = make_account(address, chosen, group, by, person)
    send_link(account)
    return account


@operation(LOOK_AFTER_ACCOUNTS, on="group")
def give_role(*, account: Account, role: str, group: Group, by: Account) -> AccountRole:
    """Give an account a role in a group; the open one is given back where it holds it already.

    A role whose rights ask for a second factor ends the account's sessions, so that the next sign-in asks for it.
    Raises AccountRefused for a role that cannot be given here, to a closed account, or to oneself.
    """
    chosen = role_to_give(role, group, by)
    if account == by:
        raise AccountRefused(_("Somebody else must give you a role."), field="role", code="own_role")
    if not account.is_active or account.system:
        raise AccountRefused(_("This account is closed."), code="closed")
    return add_role(account, chosen, group, by)


@operation(LOOK_AFTER_ACCOUNTS, on="role")
def end_role(*, role: AccountRole, by: Account) -> AccountRole:
    """End a role now. Whoever may give it may end it."""
    role_to_give(role.role, role.group, by)
    if role.ended_at is None:
        change(role, ended_at=timezone.now())
        roles_changed(role.account)
    return role


@operation(LOOK_AFTER_ACCOUNTS, on="account")
def close_account(*, account: Account, by: Account) -> Account:
    """Close an account at once: its sessions, links, roles, password and second factors end; the person stays.

    Only where every one of its roles could be ended by the same account. Inviting the address opens it again.
    """
    if account == by or account.system:
        raise AccountRefused(_("This account cannot be closed from here."), code="own_account")
    for role in AccountRole.objects.open().filter(account=account).select_related("group"):
        if not by.may(LOOK_AFTER_ACCOUNTS, scopes_of(role.group)):
            raise AccountRefused(_("It holds a role in another group too: ask an admin to close it."), code="beyond")
        role_to_give(role.role, role.group, by)
    shut(account)
    return account


@operation(SEE_PROTECTED, on="protection")
def close_account_kept_safe(*, protection: Protection, by: Account) -> Account:
    """A safeguarding lead closes the account of somebody kept safe, with whatever roles it holds.

    Raises AccountRefused where she has none.
    """
    account = account_kept_safe(protection)
    if account is None or protection.lifted_at:
        raise AccountRefused(_("There is no account to close."), code="no_account")
    shut(account)
    return account


@operation(SIGNED_IN, on=None)
def choose_language(*, language: str, by: Account) -> Person | None:
    """Say in which language one reads: kept with one's own record. Raises AccountRefused for one we do not speak."""
    if language not in (Person.Language.ENGLISH, Person.Language.WELSH):
        raise AccountRefused(_("We do not speak that language yet."), field="language", code="unknown_language")
    if by.person:
        change(by.person, language=language)
    return by.person


@operation(SIGNED_IN, on=None)
def choose_time_zone(*, time_zone: str, by: Account) -> Account:
    """Say by which clock one reads; blank for the movement's own. Raises AccountRefused for one that there is not."""
    if time_zone and not is_zone(time_zone):
        raise AccountRefused(_("We do not know that time zone."), field="time_zone", code="unknown_time_zone")
    change(by, time_zone=time_zone)
    return by


def clean_email(email: str) -> str:
    """The address in lower case, which is how accounts keep it. Raises AccountRefused for one that is none."""
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise AccountRefused(
            _("“{email}” is not an e-mail address.").format(email=email), field="email", code="not_an_address"
        ) from None
    return address


def role_to_give(role: str, group: Group, by: Account) -> Role:
    """The role of that name, if the account may give it in this group.

    An organiser gives what their own groups need; roles that reach further are an admin's to give. Raises
    AccountRefused.
    """
    try:
        chosen = Role(role)
    except ValueError:
        chosen = Role.OPERATOR
    if chosen.is_system:
        names = ", ".join(role.value for role in Role if not role.is_system)
        raise AccountRefused(
            _("There is no role “{role}”. Roles are: {names}.").format(role=role, names=names),
            field="role",
            code="unknown_role",
        )
    if chosen is Role.ADMIN and group.kind != Group.Kind.MOVEMENT:
        raise AccountRefused(_("An admin looks after the whole movement, not one group."), field="role", code="too_low")
    if chosen not in LOCAL_ROLES and not by.may(GIVE_ANY_ROLE, scopes_of(group)):
        raise AccountRefused(_("Only an admin can give or end this role."), field="role", code="too_strong")
    return chosen


def roles_to_give(by: Account) -> list[Role]:
    """The roles that the account may give somewhere, from the least to the most: for a form's choices."""
    return [role for role in Role if not role.is_system and (role in LOCAL_ROLES or by.may_somewhere(GIVE_ANY_ROLE))]


def asked(email: str, role: str, group: Group, by: Account) -> tuple[str, Role]:
    """The address and the role to invite to. Raises AccountRefused, and Unseen for bodies outside the tree only."""
    must_gain_sight(LOOK_AFTER_ACCOUNTS, by)
    address = clean_email(email)
    chosen = role_to_give(role, group, by)
    in_sight = Account.objects.visible_to(by).filter(email=address, is_active=True)
    if in_sight.exists():
        raise AccountRefused(_("{email} has an account already.").format(email=address), field="email", code="taken")
    return address, chosen


def is_seen(person: Person, by: Account) -> bool:
    """Whether the account sees somebody; those kept safe, not even the software's own accounts do."""
    return Person.objects.visible_to(by).filter(pk=person.pk).exists()


def make_account(address: str, role: Role, group: Group, by: Account, person: Person) -> Account:
    """The account of an address, for this person where it is new, with its role and membership."""
    if Account.objects.filter(person=person).exclude(email=address).exists():
        raise AccountRefused(_("They have an account already, under another address."), field="email", code="taken")
    account = account_for(address, person)
    if account.person:
        add_contact_details([(account.person, [address], [])])
        join_many(people=[account.person], group=group)
    add_role(account, role, group, by)
    return account


def account_kept_safe(protection: Protection) -> Account | None:
    """The open account of somebody kept safe: for her safeguarding lead, and nobody else."""
    return Account.objects.filter(person=protection.person_id, is_active=True).first()


def shut(account: Account) -> None:
    """End an account's roles, sessions, links, password and second factors; the person stays."""
    for role in AccountRole.objects.open().filter(account=account):
        change(role, ended_at=timezone.now())
    end_all(account)
    end_links(account)
    forget_factors(account)
    account.set_unusable_password()
    account.save(update_fields=["password"])
    change(account, is_active=False)
    roles_changed(account)


def new_person(email: str, given_name: str, family_name: str, group: Group) -> Person:
    """A record for somebody invited; known as the name of their mailbox where none was given."""
    known_as = "" if given_name.strip() or family_name.strip() else email.partition("@")[0]
    new = NewPerson(given_name=given_name, family_name=family_name, known_as=known_as, emails=[email])
    return add_many(group=group, rows=[new])[0]
