"""Letters about accounts: what they say, in the reader's language, and how they leave."""

from datetime import datetime
from typing import Any

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from m4c.people.models import Account, Invitation, SignInLink
from m4c.people.naming import one_of_us

# What a letter says of a change to how an account signs in, by the name of its audit entry.
CHANGES = {
    "people.change_password": _("Your password was changed."),
    "people.set_password": _("You chose a password."),
    "people.reset_password": _("Your password was changed."),
    "people.add_authenticator_app": _("An authenticator app was added to your account."),
    "people.remove_authenticator_app": _("The authenticator app was taken away from your account."),
    "people.add_passkey": _("A passkey was added to your account."),
    "people.remove_passkey": _("A passkey was taken away from your account."),
    "people.make_recovery_codes": _("New recovery codes were made for your account."),
}


def send_sign_in_link(account: Account, link: object) -> None:
    """The link itself, and until when it is good. `link` reads as its whole address."""
    send_letter(account, "sign_in_link", {"link": link, "days": settings.SIGN_IN_LINK_DAYS})


def send_invitation(invitation: Invitation, account: Account, link: object) -> None:
    """Who asks them into which group, and the link that accepts it."""
    by = one_of_us(account, invitation.invited_by.person)
    context = {"invitation": invitation, "by": by, "link": link, "days": settings.SIGN_IN_LINK_DAYS}
    send_letter(account, "invitation", context)


def send_something_waits(account: Account, *, are_leads: bool) -> None:
    """That something waits: no more, for letters are read by others too. Leads and admins find it once signed in."""
    page = settings.SITE_URL + resolve_url(settings.LOGIN_REDIRECT_URL)
    send_letter(account, "something_waits", {"link": page, "are_leads": are_leads})


def send_password_reset(account: Account) -> None:
    """Where to choose a new password, within the hour."""
    key = default_token_generator.make_token(account)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(account), "key": key})
    send_letter(account, "password_reset", {"link": settings.SITE_URL + path})


def send_code_used(link: SignInLink) -> None:
    """That somebody else showed a code for the account and that it was used: so that a misuse is noticed."""
    when = timezone.localtime(link.spent_at)
    devices = settings.SITE_URL + reverse("devices")
    send_letter(
        link.account,
        "code_used",
        {"shown_by": one_of_us(link.account, link.made_by.person), "when": when, "link": devices},
    )


def send_sign_in_changed(account: Account, what: str, device: str, at: datetime) -> None:
    """That the way an account signs in was changed, where and when."""
    context = {"sentence": CHANGES[what], "device": device, "when": timezone.localtime(at)}
    send_letter(account, "sign_in_changed", {**context, "link": settings.SITE_URL + reverse("own-account")})


def send_letter(account: Account, name: str, context: dict[str, Any]) -> None:
    """Write the letter of that name in its reader's language: the template's first line is its subject."""
    with translation.override(language_of(account)):
        subject, _newline, body = render_to_string(
            f"people/letters/{name}.txt", {"account": account, **context}
        ).partition("\n")
    send(subject, body, account.email or "")


def send(subject: str, body: str, email: str) -> None:
    """Send a letter in plain text."""
    EmailMessage(subject.strip(), body.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [email]).send()


def language_of(account: Account) -> str:
    """The language to use with an account: its person's, where we have it, else the site's own."""
    return account.person.written_in if account.person else settings.LANGUAGE_CODE
