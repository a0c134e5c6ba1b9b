"""The tests' own database: what migrations loaded outlasts a test that commits."""

import socket

import pytest
from django.contrib.contenttypes.models import ContentType

from tests.conftest import DATABASE


@pytest.mark.django_db(transaction=True)
def test_restore_brings_back_what_the_migrations_loaded(request):
    before = ContentType.objects.count()
    ContentType.objects.all().delete()
    request.config.stash[DATABASE].restore()
    assert before > 0
    assert ContentType.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_a_test_that_commits_finds_the_migrated_rows():
    assert ContentType.objects.filter(app_label="core").exists()


def test_the_network_is_closed_but_for_loopback():
    with pytest.raises(RuntimeError, match=r"may not reach the network, and this one tried 192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(RuntimeError, match=r"this one tried example\.org"):
        socket.getaddrinfo("example.org", 80)
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
