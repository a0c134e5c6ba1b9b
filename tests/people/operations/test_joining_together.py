"""Somebody joins a group while a list is written into it: one waits for the other, and never each for the other."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction

from m4c.people.models import Group, Membership, Person
from m4c.people.operations.group import count_heads, hold
from m4c.people.operations.membership import come_in
from tests.cast import Cast

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True), pytest.mark.slow]


def turn_up(person: Person, group: Group, process: list[int], begun: threading.Event) -> None:
    """Let somebody in at a door, on a connection of its own; says which process of the database serves it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            process += cursor.fetchone()
        begun.set()
        with transaction.atomic():
            come_in([person], group)
    finally:
        connections.close_all()


def wait_until_it_waits(process: int) -> None:
    """Until this process of the database waits for what another holds."""
    with connection.cursor() as cursor:
        waits = False
        while not waits:
            cursor.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", [process])
            [waits] = cursor.fetchone()


def test_who_turns_up_waits_for_a_list_that_is_written(cast: Cast) -> None:
    group, person = cast.st_mellons, Person.objects.create(given_name="Amal", family_name="Yusuf")
    process: list[int] = []
    begun = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            hold(group.ancestor_paths[:1])  # as an import does
            coming = pool.submit(turn_up, person, group, process, begun)
            begun.wait()
            wait_until_it_waits(process[0])
            count_heads(group.ancestor_paths, 500)
        coming.result()
    assert Membership.objects.open().filter(person=person, group=group).count() == 1


def test_rows_of_a_group_are_written_while_heads_are_counted(cast: Cast) -> None:
    def note(person: Person) -> None:
        try:
            Membership.objects.create(person=person, group=cast.movement)
        finally:
            connections.close_all()

    person = Person.objects.create(given_name="Amal", family_name="Yusuf")
    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        count_heads(cast.st_mellons.ancestor_paths, 1)
        pool.submit(note, person).result()
