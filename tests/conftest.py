"""What every test stands on: a migrated database of its worker's own, plain settings, and skips that are told."""

import gc
import os
import pickle
import shutil
from collections.abc import Callable, Generator, Iterator
from typing import Any, TypeVar
from unittest.mock import patch

import hypothesis
import pytest
from django.db import connection
from django.middleware.csrf import CSRF_SESSION_KEY
from django.test import Client, TransactionTestCase, override_settings
from django.test import client as test_client
from django.test.client import ClientMixin
from django.test.utils import ContextList

from m4c.core import public_version
from m4c.core.catalogues import build_catalogues
from m4c.core.prepared import Prepared
from tests.cast import Cast, build_cast
from tests.databases import Database, database_of
from tests.prepared import checked

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
DATABASE = pytest.StashKey[Database]()
OPENS_DATABASE = {"django_db_setup", "live_server"}  # behind `db`, `cast` and all others
SKIPS_FAIL = os.environ.get("M4C_NO_SKIPS") == "1"  # set where everything must run: see Makefile
LOGIN: Callable[..., None] = vars(ClientMixin)["_login"]
FOR_SPEED = {
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    "STORAGES": {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    },
}

hypothesis.settings.register_profile("m4c", deadline=None)  # a busy machine is no failure
hypothesis.settings.load_profile("m4c")


@pytest.fixture(scope="session", autouse=True)
def plain_settings() -> Iterator[None]:
    """Quick passwords, static files under their own names, and translations compiled."""
    build_catalogues()
    always_asked = patch.object(public_version, "KNOWN_FOR", 0.0)  # or queries would be counted by the clock
    drawn = patch.object(test_client, "store_rendered_templates", note_drawn)
    held = patch.object(Prepared, "statement", checked)  # to what the ORM says for the very arguments of each use
    with override_settings(**FOR_SPEED), patch.object(Client, "_login", login_with_guard), always_asked, drawn, held:
        yield


def login_with_guard(client: Client, *given: Any) -> None:
    """Sign a test's client in with the guard of forms in its session, as signing in by the page leaves it there."""
    LOGIN(client, *given)
    session = client.session
    session[CSRF_SESSION_KEY] = "guard" * 6 + "xx"
    session.save()


def note_drawn(store: dict[str, Any], template: Any, context: Any, **_: Any) -> None:
    """What `response.context` reads, as it is: Django copies it for each of the hundred components of a page."""
    store.setdefault("templates", []).append(template)
    store.setdefault("context", ContextList()).append(context)


@pytest.fixture(scope="session")
def django_db_setup(request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker) -> Iterator[None]:
    """This worker's database, in place of pytest-django's: copied from a template instead of migrated anew.

    After a test that commits it is copied again: emptying the tables would lose what migrations had loaded.
    """
    database = database_of(os.environ.get("PYTEST_XDIST_WORKER", "master"))
    with django_db_blocker.unblock():
        database.make()
    request.config.stash[DATABASE] = database
    teardown = patch.object(TransactionTestCase, "_fixture_teardown", lambda _: database.restore())
    with teardown, database.checked_quickly():
        yield
    database.drop()


@pytest.fixture(scope="session")
def keep_database(request: pytest.FixtureRequest, django_db_setup: None) -> Callable[[], None]:
    """Call it when rows that all tests share are made: they then outlast the tests that commit."""
    return request.config.stash[DATABASE].keep


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test that opens the database; skip tests of what is not there, and let them say what they miss."""
    for item in items:
        if opens_the_database(item):
            item.add_marker("database")
    missing = {}
    if connection.vendor != "postgresql":
        missing["postgres"] = "needs PostgreSQL: set DATABASE_URL to one"
    if not shutil.which("chromium"):
        missing["browser"] = "needs Chromium: install it, or run `make journeys` as root on Debian"
    for item in items:
        for marker in missing.keys() & {mark.name for mark in item.iter_markers()}:
            item.add_marker(pytest.mark.skip(reason=missing[marker]))


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: no look for rubbish need go through them again."""
    gc.collect()
    gc.freeze()


def opens_the_database(item: pytest.Item) -> bool:
    """Whether a test opens the database, itself or by fixtures of fixtures: pytest-django bars all others from it."""
    names, marks = getattr(item, "fixturenames", ()), {mark.name for mark in item.iter_markers()}
    return not OPENS_DATABASE.isdisjoint(names) or not marks.isdisjoint(("django_db", "postgres"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skipped test fails where everything must run."""
    report = yield
    return failed_if_skipped(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """So does a skipped file."""
    report = yield
    return failed_if_skipped(report)


def failed_if_skipped(report: Report) -> Report:
    """The report itself, or a failure with the reason of the skip."""
    if SKIPS_FAIL and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{reason} - and M4C_NO_SKIPS=1 says that nothing may be skipped here."
    return report


@pytest.fixture(scope="session")
def shared_cast(django_db_setup: None, django_db_blocker, keep_database: Callable[[], None]) -> Cast:
    """The cast, built once for each worker and committed."""
    with django_db_blocker.unblock():
        shared = build_cast()
    keep_database()
    return shared


@pytest.fixture(scope="session")
def pickled_cast(shared_cast: Cast) -> bytes:
    """The cast, ready to be copied: ten times quicker than `deepcopy`, and every test copies it."""
    return pickle.dumps(shared_cast)


@pytest.fixture
def cast(db: None, pickled_cast: bytes) -> Cast:
    """The cast, as this test's own copies: what a test changes on them stays with it."""
    copied: Cast = pickle.loads(pickled_cast)
    return copied
