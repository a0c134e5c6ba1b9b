"""What inviting and accepting share: finding whom an address means, invitations that wait, and the role that begins."""

from datetime import datetime

from django.utils import timezone

from m4c.core.operations import change
from m4c.core.permissions import Role
from m4c.core.visibility import scopes_of
from m4c.people.followers import roles_changed
from m4c.people.models import Account, AccountRole, Group, Invitation, Person, Protection
from m4c.people.models.account import needs_second_factor
from m4c.people.names import same_given_name
from m4c.people.operations.device import end_all
from m4c.people.operations.membership import join_many
from m4c.people.operations.own_word import take_back
from m4c.people.permissions import LOOK_AFTER_ACCOUNTS
from m4c.people.young import check_account


def whom_it_means(address: str, given_name: str, by: Account) -> Person | None:
    """The one person of this e-mail address, seen by the account or not; None where it is nobody's, or several's.

    Somebody kept safe comes first, whatever name was typed: no letter goes to an address that is also hers.
    """
    sharing = Person.objects.filter(emails__folded=address.casefold())
    account = Account.objects.filter(email=address).select_related("person").first()
    owner = Person.objects.filter(pk=account.person_id) if account else Person.objects.none()
    hidden = ~by.sight.unless_protected("pk")
    if safe := sharing.filter(hidden).first() or owner.filter(hidden).first():
        return safe
    return account.person if account else person_without_account(address, given_name)


def person_without_account(address: str, given_name: str) -> Person | None:
    """The one person of this address who has no account; of a household, the one of that first name."""
    taken = Account.objects.filter(person__emails__folded=address.casefold()).values("person")
    sharing = Person.objects.filter(emails__folded=address.casefold()).exclude(pk__in=taken).distinct()
    found = [
        person
        for person in sharing
        if not given_name or same_given_name(given_name, person.given_name or person.known_as)
    ]
    return found[0] if len(found) == 1 else None


def ask_unseen(person: Person, address: str, role: Role, group: Group, by: Account) -> Invitation:
    """Write an invitation that waits; for somebody kept safe one without account, that is never sent nor accepted."""
    protection = Protection.objects.active().filter(person=person).first()
    account = None if protection else account_for(address, person)
    return Invitation.objects.update_or_create(
        email=address,
        role=role.value,
        group=group,
        invited_by=by,
        accepted_at=None,
        defaults={"account": account, "protection": protection, "invited_at": timezone.now()},
    )[0]


def accept(invitation: Invitation, at: datetime) -> None:
    """Make role and membership live: whoever was invited has used the link that came with it.

    Nothing begins where it was accepted before, or whoever invited could not invite there any more.
    """
    account, still = invitation.account, scopes_of(invitation.group)
    if account is None or account.person is None or invitation.accepted_at:
        return
    if invitation.group.ended_on or not invitation.invited_by.may(LOOK_AFTER_ACCOUNTS, still):
        return
    change(invitation, accepted_at=at)
    take_back([account.person], invitation.group, at, account)
    join_many(people=[account.person], group=invitation.group)
    add_role(account, Role(invitation.role), invitation.group, invitation.invited_by)


def account_for(address: str, person: Person) -> Account:
    """The account of an address, opened again where it was closed, or a new one of this person. Raises YoungRefused."""
    account = Account.objects.filter(email=address).select_related("person").first()
    check_account(account.person_id if account else person.pk)
    if account is None:
        account = Account(email=address, person=person)
        account.set_unusable_password()
        account.save()
    change(account, is_active=True)
    return account


def add_role(account: Account, role: Role, group: Group, by: Account) -> AccountRole:
    """Write an open role, and end the sessions of an account that must now prove a second factor."""
    given, is_new = AccountRole.objects.get_or_create(
        account=account, role=role.value, group=group, ended_at=None, defaults={"given_by": by}
    )
    if is_new and needs_second_factor(role):
        end_all(account)
    account.__dict__.pop("held", None)  # it was remembered before this role
    if is_new:
        roles_changed(account)
    return given
