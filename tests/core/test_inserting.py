"""Many new rows at once: written as `bulk_create` writes them, all or none."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from m4c.core import inserting
from m4c.core.inserting import insert_many
from m4c.people.models import Membership, Person, PersonEmail
from m4c.people.models.findable import Findable
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def new_people(number: int) -> list[Person]:
    """People who are on no record yet."""
    names = (f"Siân {place}" for place in range(number))
    return [Person(given_name=name, language=Person.Language.WELSH, met_on=date(2026, 3, 1)) for name in names]


def as_kept(row: models.Model) -> dict[str, Any]:
    """What the database holds of a row, but for what is each row's own."""
    fresh = type(row)._default_manager.get(pk=row.pk)
    held = {field.attname: getattr(fresh, field.attname) for field in row._meta.concrete_fields}
    return {name: value for name, value in held.items() if name not in ("id", "uid", "made_at")}


def test_rows_are_written_as_bulk_create_writes_them() -> None:
    [ours], [djangos] = insert_many(new_people(1)), Person.objects.bulk_create(new_people(1))
    assert as_kept(ours) == as_kept(djangos)
    assert not ours._state.adding
    assert abs(timezone.now() - Person.objects.get(pk=ours.pk).made_at).total_seconds() < 60


def test_each_row_has_its_own_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inserting, "ROWS", 3)
    people = insert_many(new_people(7))
    assert [Person.objects.get(pk=each.pk).given_name for each in people] == [each.given_name for each in people]


def test_rows_may_hang_on_rows_that_were_written_after_they_were_made(cast: Cast) -> None:
    [person] = new_people(1)
    membership = Membership(person=person, group=cast.cardiff)
    insert_many([person])
    insert_many([membership])
    assert Membership.objects.get(pk=membership.pk).person_id == person.pk


def test_a_row_whose_key_is_anothers_keeps_it() -> None:
    [person] = insert_many(new_people(1))
    insert_many([Findable(person=person, text="sian")])
    assert Findable.objects.get(pk=person.pk).text == "sian"


def test_known_rows_are_left_out_where_asked(cast: Cast) -> None:
    person = cast.person("leader")
    known = PersonEmail.objects.filter(person=person)[0]
    rows = [PersonEmail(person=person, address=each, folded=each) for each in (known.folded, "new@example.org")]
    insert_many(rows, but_known=True)
    assert list(PersonEmail.objects.filter(person=person).order_by("pk").values_list("folded", flat=True)) == [
        known.folded,
        "new@example.org",
    ]


def test_all_or_none_are_written(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inserting, "ROWS", 1)
    person = cast.person("leader")
    rows = [PersonEmail(person=person, address=each, folded=each) for each in ("a@example.org", "a@example.org")]
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_many(rows)
    assert not PersonEmail.objects.filter(folded="a@example.org").exists()


def test_nothing_is_written_of_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert insert_many([]) == []
