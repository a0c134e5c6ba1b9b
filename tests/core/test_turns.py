"""Who takes a turn keeps others from it until the transaction ends, and stands in the way of nothing else."""

import pytest
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from m4c.core.turns import take_turn


@pytest.mark.django_db
def test_a_turn_is_taken_on_any_database() -> None:
    take_turn("people")
    take_turn("people")  # by whoever has it


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_turn_is_over_with_the_transaction_and_others_do_not_wait_for_it() -> None:
    other = connections.create_connection("default")
    try:
        with transaction.atomic():
            take_turn("people")
            assert (is_free(other, "people"), is_free(other, "events")) == (False, True)
        assert is_free(other, "people")
    finally:
        other.close()


def is_free(other: BaseDatabaseWrapper, at: str) -> bool:
    """Whether another connection could take this turn now; it gives it back at once."""
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext(%s))", [at])
        [(free,)] = cursor.fetchall()
    return bool(free)
