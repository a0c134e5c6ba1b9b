"""The sign-in pages that came with a package: who is let in is the package's to say, and looked at here."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.table import met
from tests.house_rules.routes import addresses

WORDS: dict[str, dict[str, object]] = {
    "account_reset_password_from_key": {"uidb36": "1", "key": "x" * 20},
    "mfa_edit_webauthn": {"pk": 1},
    "mfa_remove_webauthn": {"pk": 1},
}
MOUNTED = sorted(address.name for address in addresses() if address.mounted == "m4c.people.accounts.allauth_urls")
# The way in and out. What stands there is the same whether anybody is known by what was typed or not.
OPEN_TO_STRANGERS = {
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_meets_the_way_in_alone(clients: dict[str, Client], method: str) -> None:
    ask = getattr(clients["anonymous"], method)
    answers = {name: met(ask(reverse(name, kwargs=WORDS.get(name)))) for name in MOUNTED}

    assert {name for name, answer in answers.items() if answer != "sign-in"} == OPEN_TO_STRANGERS
