"""Ways in besides a password: one-time links and codes, a forgotten password, a lost second factor."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.demo_mode import DEMO_CAST, is_demo
from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.core.permissions import PERMISSIONS, PUBLIC, Role
from m4c.people import tasks  # as a module: it imports this one
from m4c.people.models import Account, Device, Group, Invitation, Membership, Protection, SignInLink
from m4c.people.models.sign_in_link import hash_of
from m4c.people.operations.device import end_all, forget_expired_sessions
from m4c.people.operations.invitation import accept
from m4c.people.permissions import LOOK_AFTER_ACCOUNTS, MAKE_SIGN_IN_LINKS

NO_LINK = _("This link does not open anything any more. Ask for a new one.")


class SignInRefused(Refused):
    """There is no way in by this."""


@dataclass(frozen=True)
class FreshLink:
    """A link just made, with the secret that is kept nowhere."""

    link: SignInLink
    token: str

    @property
    def path(self) -> str:
        """Its address on this site."""
        return reverse("sign-in-link", kwargs={"token": self.token})

    def __str__(self) -> str:
        """Its whole address."""
        return f"{settings.SITE_URL}{self.path}"

    @property
    def touched(self) -> list[Account]:
        """What the audit entry names."""
        return [self.link.account]


@operation(LOOK_AFTER_ACCOUNTS, on="account")
def show_sign_in_code(*, account: Account, by: Account) -> FreshLink:
    """Make a link to be shown as a code on one's own screen, good for half an hour and once.

    Whoever shows it could use it, so it is refused, with one sentence for every reason, where the account opens
    anything that the other does not hold themselves. Raises SignInRefused.
    """
    if not opens_no_more(account, than=by):
        raise SignInRefused(
            _("For this account, a sign-in link can only be sent to its own e-mail address."), code="beyond"
        )
    return make_link(account, by, timedelta(minutes=settings.SIGN_IN_CODE_MINUTES))


@operation(LOOK_AFTER_ACCOUNTS, on="account")
def send_sign_in_link(*, account: Account, by: Account) -> Account:
    """Have a sign-in link sent to the account's own address. Raises SignInRefused where it is closed."""
    if not account.is_active or account.system:
        raise SignInRefused(_("This account is closed."), code="closed")
    send_link(account)
    return account


@operation(MAKE_SIGN_IN_LINKS, on=None)
def link_from_command_line(*, account: Account, by: Account) -> FreshLink:
    """Make a link for whoever holds the machine to pass on. Raises SignInRefused where the account is closed."""
    if not account.is_active or account.system:
        raise SignInRefused(_("This account is closed."), code="closed")
    return make_link(account, by, timedelta(days=settings.SIGN_IN_LINK_DAYS))


@operation(MAKE_SIGN_IN_LINKS, on=None)
def link_by_mail(*, account: Account, by: Account, invitation: Invitation | None = None) -> FreshLink:
    """Make the link that goes to an account's own address, when the letter is written; it accepts `invitation`."""
    return make_link(account, by, timedelta(days=settings.SIGN_IN_LINK_DAYS), invitation)


@operation(PUBLIC, on=None)
def spend_sign_in_link(*, token: str, by: Account) -> SignInLink:
    """Use a link up and answer it, with the account that it signs in.

    Of two who use it at once, one wins. What it invites to begins now. Spent, expired, unknown or of a closed account:
    one sentence, so that a stranger learns nothing. The account is told by e-mail where somebody else had shown it.
    Raises SignInRefused.
    """
    now = timezone.now()
    link = (
        SignInLink.objects.open(now)
        .of_token(token)
        .select_related("account__person", "made_by", "invitation__account__person", "invitation__group")
        .first()
    )
    if link is None or not SignInLink.objects.filter(pk=link.pk, spent_at=None).update(spent_at=now):
        raise SignInRefused(NO_LINK, code="no_link")
    if link.made_by != link.account and not link.made_by.system:
        tasks.mail_code_used.enqueue(link.pk)
    if link.invitation:
        accept(link.invitation, now)
    return link


@operation(PUBLIC, on=None)
def ask_for_new_password(*, email: str, by: Account) -> None:
    """Have a letter written to whichever account has this address.

    Known and unknown addresses cost the same here, so that the time it takes tells nothing either.
    """
    tasks.mail_password_reset.enqueue(email.strip().lower())


@operation(PUBLIC, on=None)
def open_demo_door(*, email: str, by: Account) -> Account:
    """The account of one of the cast, on the demo only. Raises SignInRefused for anybody else, and elsewhere."""
    account = Account.objects.filter(email=email, is_active=True).first()
    if not is_demo() or email not in DEMO_CAST or account is None:
        raise SignInRefused(_("There is no such door."), code="no_door")
    return account


@operation(MAKE_SIGN_IN_LINKS, on=None)
def forget_second_factor(*, account: Account, by: Account) -> Account:
    """Forget every passkey, authenticator app and recovery code of somebody who lost theirs; they set up new ones."""
    forget_factors(account)
    end_all(account)
    return account


@operation(MAKE_SIGN_IN_LINKS, on=None)
def forget_old_sign_ins(*, by: Account) -> None:
    """Drop sessions that expired, and links and devices that ended, or would have by now, more than a month ago."""
    before = timezone.now() - timedelta(days=30)
    SignInLink.objects.filter(expires_at__lt=before).delete()
    Device.objects.filter(expires_at__lt=before).delete()
    Device.objects.filter(ended_at__lt=before).delete()
    forget_expired_sessions()


def opens_no_more(account: Account, *, than: Account) -> bool:
    """Whether one account opens nothing that another does not hold themselves.

    Each right of each of its roles, each group its person belongs to, and nobody kept safe. Never one whose rights
    ask for a second factor.
    """
    if not account.is_active or account.system or account.needs_second_factor:
        return False
    if account == than:
        return True
    if not Account.objects.visible_to(than).filter(pk=account.pk).exists():
        return False
    if not all(holds_all_of(role, group, than) for role, group in account.held):
        return False
    if account.person is None:
        return True
    groups = Membership.objects.filter(person=account.person, group__kind__in=Group.Kind.inside())
    beyond = groups.exclude(than.sight.of_group("group", LOOK_AFTER_ACCOUNTS))
    contact = Protection.objects.active().filter(contact=account.person)
    return not beyond.exists() and not contact.exists()


def holds_all_of(role: Role, group: Group, account: Account) -> bool:
    """Whether an account holds every right of a role in a group."""
    here = [frozenset([group.path])]
    return all(account.may(permission, here) for permission in PERMISSIONS.values() if role in permission.holders)


def make_link(account: Account, by: Account, life: timedelta, invitation: Invitation | None = None) -> FreshLink:
    """Write a link; those made before for the account open nothing any more."""
    end_links(account)
    token = secrets.token_urlsafe(32)  # 256 bits
    link = SignInLink.objects.create(
        account=account,
        token_hash=hash_of(token),
        made_by=by,
        expires_at=timezone.now() + life,
        invitation=invitation,
    )
    return FreshLink(link, token)


def send_link(account: Account) -> None:
    """Hand the letter to the worker: the secret is made when it is written, so that no waiting task holds one."""
    tasks.mail_sign_in_link.enqueue(account.pk)


def send_invitation(invitation: Invitation) -> None:
    """Hand its letter to the worker; one to somebody kept safe has no account, and goes to nobody."""
    if invitation.account_id:
        tasks.mail_invitation.enqueue(invitation.pk)


def end_links(account: Account) -> None:
    """Use up every open link of an account."""
    SignInLink.objects.filter(account=account, spent_at=None).update(spent_at=timezone.now())


def forget_factors(account: Account) -> None:
    """Delete passkeys, authenticator app and recovery codes."""
    Authenticator.objects.filter(user=account).delete()
