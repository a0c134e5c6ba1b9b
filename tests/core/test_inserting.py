"""Many new rows at once: written as `bulk_create` writes them, all or none."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from m4c.core import inserting
from m4c.core.inserting import in_columns, insert_columns, insert_many, insert_new
from m4c.core.models.record import new_uid
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
        assert insert_many([]) == insert_columns(Person, given_name=[]) == insert_new(Person, given_name=[]) == []


def test_what_is_not_what_its_field_holds_is_made_so(cast: Cast) -> None:
    """A uid as it was typed, and no time at all where none is known."""
    uid = new_uid()
    [joined] = insert_many([Membership(uid=str(uid), person=cast.person("leader"), group=cast.swansea)])
    kept = Membership.objects.get(pk=joined.pk)
    assert (kept.uid, kept.ended_on) == (uid, None)


def test_columns_are_written_as_rows_are(cast: Cast) -> None:
    uids = [new_uid(), new_uid()]
    names, days = ["Siân", "Bet"], [date(2026, 3, 1), None]
    ids = insert_columns(Person, uid=uids, given_name=names, met_on=days, language=Person.Language.WELSH, title="")
    [sian] = Person.objects.bulk_create(new_people(1))
    sian.given_name = "Siân"
    sian.save()
    assert as_kept(Person.objects.get(pk=ids[0])) == as_kept(sian)
    kept = Person.objects.filter(pk__in=ids).order_by("pk").values_list("uid", "given_name", "met_on")
    assert list(kept) == list(zip(uids, names, days, strict=True))
    assert abs(timezone.now() - Person.objects.get(pk=ids[1]).made_at).total_seconds() < 60


def test_columns_are_answered_with_rows_where_asked() -> None:
    sian, bet = insert_new(Person, given_name=["Siân", "Bet"], source="a list")
    fresh = Person.objects.get(pk=bet.pk)
    fields = [field.attname for field in Person._meta.concrete_fields]
    assert [getattr(bet, name) for name in fields] == [getattr(fresh, name) for name in fields]
    assert (sian.given_name, sian.source, bet._state.adding) == ("Siân", "a list", False)


def test_of_known_columns_no_row_is_written_twice(cast: Cast) -> None:
    person = cast.person("leader").pk
    emails = ["a@example.org", "a@example.org"]
    columns = {"person_id": person, "address": emails, "folded": emails}
    assert insert_columns(PersonEmail, but_known=True, **columns) == []
    assert PersonEmail.objects.filter(folded="a@example.org").count() == 1


def test_columns_that_a_table_does_not_have_are_refused() -> None:
    with pytest.raises(TypeError, match="nickname"):
        insert_columns(Person, nickname=["Bet"])


def test_rows_are_put_into_columns() -> None:
    assert in_columns([(1, "a"), (2, "b")], "person_id", "text") == {"person_id": [1, 2], "text": ["a", "b"]}
    assert in_columns([], "person_id", "text") == {"person_id": [], "text": []}


def test_as_many_rows_are_written_as_there_are_though_all_are_alike(cast: Cast) -> None:
    people = insert_new(Person, known_as=["Bet"] * 3, uid=[new_uid() for _each in range(3)])
    assert len({each.pk for each in people}) == 3
    insert_columns(Findable, person_id=[each.pk for each in people], text=[""] * 3)
    assert Findable.objects.filter(person__in=people, text="").count() == 3
