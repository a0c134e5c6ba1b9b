"""What tests of people share: a time, people to write about, and clients signed in as the cast."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from m4c.people.models import Account, Group, Person
from m4c.people.operations.person import NewPerson, add_person
from tests.cast import Cast

NOW = datetime(2026, 10, 5, 18, 30, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    """A Monday evening, after the cast was made."""
    return NOW


@pytest.fixture
def add(cast: Cast) -> Callable[..., Person]:
    """Adds a person to a group: `add("Amal Yusuf", cast.cardiff, phones=["+447700900101"])`."""

    def add_to(name: str, group: Group, **more: object) -> Person:
        given, _, family = name.partition(" ")
        return add_person(group=group, new=NewPerson(given, family, **more), by=cast.operator)  # type: ignore[arg-type]

    return add_to


@pytest.fixture
def amal(cast: Cast, add: Callable[..., Person]) -> Person:
    """Somebody of Cardiff whom the leader met."""
    return add(
        "Amal Yusuf",
        cast.cardiff,
        emails=["amal.yusuf@example.org"],
        phones=["+447700900101"],
        met_by=cast.person("leader"),
        met_on=date(2026, 9, 1),
    )


@pytest.fixture
def sign_in(client: Client) -> Callable[[Account], Client]:
    """A client signed in as an account, with a second factor where its role asks for one."""

    def signed_in(account: Account, *, second_factor: bool = False) -> Client:
        from allauth.mfa.models import Authenticator

        if second_factor:
            Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": "x"})
        client.force_login(account)
        return client

    return signed_in
