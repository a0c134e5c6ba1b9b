"""The first of many hits by id: the same whether the index's are sorted or people are looked through in that order."""

from unittest.mock import patch

import pytest
from django.db import connection

from m4c.people.finding import postgresql
from m4c.people.finding.conditions import part
from m4c.people.finding.rows import write
from m4c.people.models import Person

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]


@pytest.mark.parametrize("few", [0, 4, 5, 1_000])
def test_the_first_by_id_are_the_same_either_way(few: int) -> None:
    people = [Person.objects.create(given_name="Anona", family_name=f"Iwu{number}") for number in range(5)]
    Person.objects.create(given_name="Ebo", family_name="Iwu")
    write(Person.objects.all())
    with patch.object(postgresql, "FEW_TO_SORT", few), connection.cursor() as cursor:
        cursor.execute(*postgresql.hits([postgresql.asked(part(["ono"]))], 3))
        none = cursor.fetchall()
        cursor.execute(*postgresql.hits([postgresql.asked(part(["non"]))], 3))
        assert (none, {pk for (pk,) in cursor.fetchall()}) == ([], {person.pk for person in people[:3]})
