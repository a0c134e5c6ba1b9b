"""Who may open the ways in, accounts and devices."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from m4c.people.models import AccountRole
from m4c.people.operations.device import sign_in
from m4c.people.operations.sign_in import link_from_command_line
from tests.access.personas import ADMIN, ANYBODY, EVERYBODY, NOBODY, ORGANISERS, OWN_ORGANISERS, those
from tests.access.table import form, page, press
from tests.cast import Cast

Words = Callable[[Cast], dict[str, Any]]


def account(persona: str) -> Words:
    """The account of a persona."""
    return lambda cast: {"uid": cast.accounts[persona].uid}


def role(persona: str) -> Words:
    """The one role of a persona."""
    return lambda cast: {"uid": AccountRole.objects.get(account=cast.accounts[persona]).uid}


def link(cast: Cast) -> dict[str, Any]:
    """A fresh link that signs the member in."""
    return {"token": link_from_command_line(account=cast.member, by=cast.operator).token}


def device(cast: Cast) -> dict[str, Any]:
    """A phone on which the organiser is signed in."""
    until = timezone.now() + timedelta(days=1)
    phone = sign_in(session_key="k" * 32, user_agent="Firefox", is_own=True, expires_at=until, by=cast.organiser)
    return {"uid": phone.uid}


def given(a_role: str) -> Words:
    """A role to give in Cardiff."""
    return lambda cast: {"role": a_role, "group": cast.cardiff.uid}


def invitation(cast: Cast) -> dict[str, Any]:
    """Somebody to be invited to Cardiff as a leader."""
    return {"email": "ebo.iwu@example.org", "given_name": "Ebo", **given("leader")(cast)}


KEEP = ORGANISERS | ADMIN  # whoever looks after accounts at all
OWN_KEEP = OWN_ORGANISERS | ADMIN

ROWS = {
    "account_signup": page(ANYBODY),
    "demo-sign-in": form(NOBODY, area=ANYBODY),  # the demo's only, and a test is no demo
    "sign-in-link": form(ANYBODY, given=link, sent={}),
    "sign-in-link: never made": form(NOBODY, area=ANYBODY, given={"token": "x" * 43}, sent={}),
    "second-factor": page(EVERYBODY),
    "own-time-zone": press(EVERYBODY, sent={"time_zone": "Europe/Warsaw"}),
    "own-account": form(EVERYBODY, sent={"language": "cy"}),
    "devices": page(EVERYBODY),
    "end-other-devices": press(EVERYBODY),
    "end-device": press(those("organiser"), area=EVERYBODY, given=device),
    "accounts": page(KEEP),
    "invite-account": form(KEEP, writes=OWN_KEEP, sent=invitation),
    "account": page(OWN_KEEP, area=KEEP, given=account("member")),
    "account: of the admin": page(ADMIN | those("national_organiser"), area=KEEP, given=account("admin")),
    "give-role": press(OWN_KEEP, area=KEEP, given=account("member"), sent=given("leader")),
    "give-role: one that reaches further": press(
        OWN_KEEP, area=KEEP, writes=ADMIN, given=account("member"), sent=given("editor")
    ),
    "give-role: to oneself": press(
        those("organiser national_organiser") | ADMIN,
        area=KEEP,
        writes=those("national_organiser") | ADMIN,
        given=account("organiser"),
        sent=given("leader"),
    ),
    "end-role": press(OWN_KEEP, area=KEEP, given=role("member")),
    "end-role: of the admin": press(ADMIN | those("national_organiser"), area=KEEP, writes=ADMIN, given=role("admin")),
    # A code could be used by whoever shows it: only by those who hold all that it opens.
    "show-sign-in-code": press(OWN_KEEP, area=KEEP, writes=OWN_ORGANISERS, given=account("member")),
    "show-sign-in-code: of a contact": press(OWN_KEEP, area=KEEP, writes=NOBODY, given=account("leader")),
    "send-sign-in-link": press(OWN_KEEP, area=KEEP, given=account("member")),
    "close-account": press(OWN_KEEP, area=KEEP, given=account("member")),
    "close-account: of the editor": press(OWN_KEEP, area=KEEP, writes=ADMIN, given=account("editor")),
    **{
        f"{name}: kept safe": press(NOBODY, area=KEEP, given=account("protected_member"), sent=given("leader"))
        for name in ("give-role", "show-sign-in-code", "send-sign-in-link", "close-account")
    },
    "account: kept safe": page(NOBODY, area=KEEP, given=account("protected_member")),
    "end-role: kept safe": press(NOBODY, area=KEEP, given=role("protected_member")),
}
