"""What our PostgreSQL keeps of statements, and how many values go into one."""

import pytest
from django.db import connection
from django.db.models import QuerySet

from m4c.core.postgresql.base import MOST
from m4c.core.prepared import prepared, prepared_to_plan
from m4c.people.models import Address, Person

pytestmark = pytest.mark.postgres


def kept() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [text for (text,) in cursor.fetchall()]


@prepared
def called(name: str) -> QuerySet[Person]:
    return Person.objects.filter(given_name=name)


@prepared_to_plan
def known_as(name: str) -> QuerySet[Person]:
    return Person.objects.filter(known_as=name)


def test_the_plan_of_a_prepared_statement_is_kept_without_its_values_and_no_other(db: None) -> None:
    for number in range(4):
        assert called(f"Nobody {number}") == known_as(f"Nobody {number}") == []
        assert not Person.objects.filter(family_name=f"Nobody {number}")
    texts = [text for text in kept() if "people_person" in text]
    assert len(texts) == 1
    assert '"given_name" = ($1)' in texts[0]
    assert connection.connection.prepared_max == MOST


def test_no_more_rows_are_written_at_once_than_values_can_be_counted() -> None:
    fields, rows = Address._meta.concrete_fields, [Address()] * 100_000
    number = connection.ops.bulk_batch_size(fields, rows)
    assert number * len(fields) <= 65_535 < (number + 1) * len(fields)
    assert connection.ops.bulk_batch_size(fields, rows[:5]) == 5
