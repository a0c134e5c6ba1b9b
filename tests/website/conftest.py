"""The site of the cast's movement, with files in a folder of the test's own."""

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import transaction
from pytest_django import DjangoDbBlocker, Settings

from m4c.people.models import Movement
from m4c.website.operations.editors import follow_roles, set_up_moderation
from m4c.website.operations.site import lay_out
from tests.cast import Cast


@pytest.fixture(scope="module")
def site(pickled_cast: bytes, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The site, laid out once for all tests of a module, in a transaction round theirs: it takes longer than most."""
    cache.clear()
    with django_db_blocker.unblock():
        laying_out = transaction.atomic()
        laying_out.__enter__()
        cast: Cast = pickle.loads(pickled_cast)
        movement = Movement.objects.create(
            group=cast.movement, run_by="run@example.org", data_protection_contact="data@example.org"
        )
        lay_out(movement)
        set_up_moderation(movement)
        for account in cast.accounts.values():
            follow_roles(account)
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        laying_out.__exit__(None, None, None)


@pytest.fixture
def laid_out(site: None, cast: Cast, settings: Settings, tmp_path: Path) -> Cast:
    """The cast, whose movement has its site and whose editors may write on it."""
    settings.MEDIA_ROOT = tmp_path
    cache.clear()  # Wagtail remembers there what it cut
    return cast
