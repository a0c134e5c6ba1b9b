"""What our PostgreSQL keeps of statements, and how many values go into one."""

import pytest
from django.db import connection

from m4c.core.postgresql.base import MOST
from m4c.people.models import Address, Person

pytestmark = pytest.mark.postgres


def kept() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [text for (text,) in cursor.fetchall()]


def test_a_statement_that_comes_again_is_planned_once(db: None) -> None:
    for number in range(5):
        list(Person.objects.filter(given_name=f"Nobody {number}", known_as="again and again"))
    (one,) = [text for text in kept() if 'known_as" = ' in text and "given_name" in text]
    assert "Nobody" not in one
    assert connection.connection.prepared_max == MOST


def test_no_more_rows_are_written_at_once_than_values_can_be_counted() -> None:
    fields, rows = Address._meta.concrete_fields, [Address()] * 100_000
    number = connection.ops.bulk_batch_size(fields, rows)
    assert number * len(fields) <= 65_535 < (number + 1) * len(fields)
    assert connection.ops.bulk_batch_size(fields, rows[:5]) == 5
