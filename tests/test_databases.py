"""The tests' own database: what migrations loaded outlasts a test that commits, and who opens it is known."""

import socket

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from m4c.people.models import Account
from m4c.places.models import AreaName
from tests.cast import Cast
from tests.conftest import DATABASE


@pytest.mark.django_db(transaction=True)
def test_restore_brings_back_what_the_migrations_loaded(request):
    before = AreaName.objects.count()
    AreaName.objects.all().delete()
    request.config.stash[DATABASE].restore()
    assert before > 0
    assert AreaName.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_a_test_that_commits_finds_the_migrated_rows():
    assert ContentType.objects.filter(app_label="core").exists()


def lead_nowhere(model: type[Model], key: str) -> None:
    """Give a row a key that no row has, and look as Django does after each test."""
    with transaction.atomic():
        row = model._default_manager.exclude(**{key: None})[:1].get()
        model._default_manager.filter(pk=row.pk).update(**{key: -1})
        connection.check_constraints()


@pytest.mark.parametrize(("model", "key"), [(Account, "person_id"), (AreaName, "area_id")])
def test_a_key_that_leads_nowhere_is_found_in_every_table(cast, model, key):
    """In those of places too, which the look after each test spares until they are written to."""
    with pytest.raises(IntegrityError):
        lead_nowhere(model, key)


@pytest.fixture
def accounts(cast: Cast) -> int:
    """Opens the database behind a test that does not name it."""
    return Account.objects.count()


def test_whoever_opens_the_database_by_a_fixture_is_marked_for_the_run_on_postgresql(request, accounts):
    assert "database" in request.node.keywords


@pytest.mark.django_db
def test_so_is_whoever_asks_for_it_by_a_mark(request):
    assert "database" in request.node.keywords


def test_whoever_is_not_marked_cannot_open_it(request):
    assert "database" not in request.node.keywords
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        Account.objects.count()


def test_the_network_is_closed_but_for_loopback():
    with pytest.raises(RuntimeError, match=r"may not reach the network, and this one tried 192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(RuntimeError, match=r"this one tried example\.org"):
        socket.getaddrinfo("example.org", 80)
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
