"""Clients of all personas, signed in once for each worker."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.cast import PERSONAS, STRANGERS, Cast


@pytest.fixture(scope="session")
def cookies(shared_cast: Cast, django_db_blocker, keep_database: Callable[[], None]) -> dict[str, str]:
    """The session of each persona, kept for all tests of this worker."""
    found = {}
    with django_db_blocker.unblock():
        for persona in PERSONAS:
            client = Client()
            client.force_login(shared_cast.accounts[persona])
            found[persona] = client.cookies["sessionid"].value
    keep_database()
    return found


@pytest.fixture
def clients(db: None, cookies: dict[str, str]) -> dict[str, Client]:
    """A client of each persona and each stranger."""
    found = {persona: Client() for persona in [*PERSONAS, *STRANGERS]}
    for persona, cookie in cookies.items():
        found[persona].cookies["sessionid"] = cookie
    return found
