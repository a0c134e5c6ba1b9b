"""Lock five: every persona opens every address, by reading and by writing, against one table."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.template.backends.django import Template
from django.test import Client

from m4c.core.models import AuditEntry
from m4c.people.models import Account
from tests.access.all_rows import TABLE
from tests.access.table import met
from tests.cast import Cast
from tests.house_rules.routes import addresses

LOGS = {"people.look", "people.look_through"}  # what is written because somebody read


def test_every_route_of_ours_is_in_the_table() -> None:
    ours = {address.name for address in addresses() if not address.mounted}
    assert {name for name in TABLE if ":" not in name} == ours


@pytest.fixture
def undrawn_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that are answered and not drawn: here only their number counts. test_protected.py draws them."""
    monkeypatch.setattr(Template, "render", lambda *given: "")


@pytest.mark.usefixtures("undrawn_pages")
@pytest.mark.parametrize("name", TABLE)
def test_each_persona_meets_what_the_table_says(name: str, cast: Cast, clients: dict[str, Client]) -> None:
    row = TABLE[name]
    url, before = row.address(name, cast), written()
    found, wanted = {}, {}
    for persona, method, has_factor in row.tries(name, clients):
        told = f"{persona} {method}{' with a second factor' if has_factor else ''}"
        wanted[told] = row.expected(persona, method, has_factor)
        with transaction.atomic():
            if has_factor:
                set_up_factor(cast.accounts[persona])
            found[told] = met(row.ask(clients[persona], method, url, cast))
            if written() > before:
                found[told] = "wrote" if (found[told], method) == ("in", "post") else f"{found[told]}, and wrote"
            transaction.set_rollback(True)  # what one does is not there for the next
    assert found == wanted


def written() -> int:
    """How much stands in the audit: each operation leaves an entry."""
    return AuditEntry.objects.exclude(operation__in=LOGS).count()


def set_up_factor(account: Account) -> None:
    """Give an account a second factor."""
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": "x"})
