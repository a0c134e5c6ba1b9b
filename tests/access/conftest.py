"""Clients of all personas, signed in once for each worker."""

import logging
import pickle
from collections.abc import Iterator
from copy import copy
from datetime import timedelta
from functools import partial

import pytest
from django.conf import settings
from django.contrib import auth
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseNotFound
from django.test import Client
from django.test.client import ClientHandler
from django.utils import timezone
from django.utils.crypto import get_random_string

from config import urls
from m4c.people.models import Account
from tests.cast import PERSONAS, STRANGERS, Cast


@pytest.fixture(scope="session")
def sessions(shared_cast: Cast) -> dict[str, Session]:
    """The session of each persona, worked out once for each worker and written by each test."""
    return {persona: session_of(shared_cast.accounts[persona]) for persona in PERSONAS}


def session_of(account: Account) -> Session:
    """A signed-in session, not yet saved."""
    data = {
        SESSION_KEY: str(account.pk),
        BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
        HASH_SESSION_KEY: account.get_session_auth_hash(),
    }
    expire_date = timezone.now() + timedelta(days=1)
    return Session(session_key=get_random_string(32), session_data=SessionStore().encode(data), expire_date=expire_date)


@pytest.fixture(autouse=True)
def plain_refusals(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refusals by their number alone, and unlogged: they are half of the answers here, and alike for everything."""
    for answer in (HttpResponseForbidden, HttpResponseNotFound):
        view = partial(refuse, answer)
        monkeypatch.setattr(urls, f"handler{answer.status_code}", view, raising=False)
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


def refuse(answer: type[HttpResponse], request: HttpRequest, exception: Exception) -> HttpResponse:
    """An empty page."""
    return answer()


@pytest.fixture(scope="session")
def handler() -> ClientHandler:
    """One stack of middleware for all clients: to build it takes longer than to answer."""
    return ClientHandler(enforce_csrf_checks=False)


@pytest.fixture(scope="session")
def roles_held(pickled_cast: bytes, django_db_blocker) -> bytes:
    """The roles that each persona holds, read once for each worker and ready to be copied."""
    cast: Cast = pickle.loads(pickled_cast)
    with django_db_blocker.unblock():
        return pickle.dumps({persona: account.held for persona, account in cast.accounts.items()})


@pytest.fixture
def known_accounts(
    cast: Cast, sessions: dict[str, Session], roles_held: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The account and roles of each session, remembered: to read them anew takes as long as most answers here."""
    accounts = {session.session_key: cast.accounts[persona] for persona, session in sessions.items()}
    for persona, held in pickle.loads(roles_held).items():
        cast.accounts[persona].held = held

    def get_user(request: HttpRequest) -> Account | AnonymousUser:
        account = accounts.get(request.session.session_key or "")
        return copy(account) if account else AnonymousUser()

    monkeypatch.setattr(auth, "get_user", get_user)


@pytest.fixture
def clients(sessions: dict[str, Session], handler: ClientHandler, known_accounts: None) -> dict[str, Client]:
    """A client of each persona and each stranger, on a machine of its own: attempts are limited by machine."""
    cache.clear()
    Session.objects.bulk_create(sessions.values())
    found = {}
    for number, name in enumerate([*PERSONAS, *STRANGERS], start=1):
        found[name] = Client(REMOTE_ADDR=f"192.0.2.{number}")
        found[name].handler = handler
        if name in sessions:
            found[name].cookies["sessionid"] = sessions[name].session_key
    return found
