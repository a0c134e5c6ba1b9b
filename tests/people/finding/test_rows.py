"""What people are found by follows their records, and a rebuild changes nothing."""

from collections.abc import Callable
from datetime import date

from django.db import connection

from m4c.people.finding.rows import rebuild, withdraw
from m4c.people.models import Findable, NameWord, Person
from m4c.people.operations.person import (
    NewPerson,
    add_people,
    edit_person,
    record_death,
    set_address,
    set_contact_details,
)
from tests.cast import Cast

NOTHING = {"added": 0, "changed": 0, "withdrawn": 0}


def text_of(person: Person) -> str:
    return Findable.objects.get(person=person).text


def words() -> set[str]:
    return set(NameWord.objects.values_list("word", flat=True))


def test_whoever_is_added_is_found(cast: Cast) -> None:
    rows = [NewPerson("Kit", "Okafor", phones=["+447700900123"]), NewPerson(known_as="Bo", postcode="CF3 0LN")]
    kit, bo = add_people(group=cast.cardiff, rows=rows, by=cast.organiser)
    assert (text_of(kit), text_of(bo)) == ("  kit  okafor  07700900123  ", "  bo  cf30ln  ")
    assert rebuild() == NOTHING


def test_each_change_is_followed(cast: Cast, add: Callable[..., Person]) -> None:
    kit = add("Kit Okafor", cast.cardiff, emails=["kit@example.org"])
    edit_person(person=kit, values={"known_as": "Christopher"}, by=cast.organiser)
    assert text_of(kit) == "  kit  okafor  christopher  kit@example.org  "
    set_contact_details(person=kit, emails=[], phones=["+447700900123"], by=cast.organiser)
    assert text_of(kit) == "  kit  okafor  christopher  07700900123  "
    set_address(person=kit, postcode="M1 1AA", by=cast.organiser)
    record_death(person=kit, on=date(2026, 9, 1), by=cast.organiser)
    assert text_of(kit) == "  kit  okafor  christopher  07700900123  m11aa  "
    assert rebuild() == NOTHING


def test_a_word_that_nobody_bears_any_more_is_forgotten(cast: Cast, add: Callable[..., Person]) -> None:
    kit, bo = add("Kit Zzyzx", cast.cardiff), add("Bo Zzyzx", cast.cardiff)
    edit_person(person=kit, values={"given_name": "Christopher", "family_name": "Okafor"}, by=cast.organiser)
    assert words() >= {"zzyzx", "christopher"}
    withdraw([bo.pk])
    assert words() & {"zzyzx", "kit"} == set()
    assert rebuild() == {"added": 1, "changed": 0, "withdrawn": 0}


def test_a_rebuild_mends_what_was_changed_behind_it(cast: Cast, add: Callable[..., Person]) -> None:
    kit = add("Kit Okafor", cast.cardiff)
    Person.objects.filter(pk=kit.pk).update(family_name="Eze")
    NameWord.objects.create(word="nobody", backwards="ydobon")
    assert rebuild() == {"added": 0, "changed": 1, "withdrawn": 1}
    assert (text_of(kit), rebuild()) == ("  kit  eze  ", NOTHING)
    assert words() & {"okafor", "nobody"} == set()


def test_the_cast_is_found_as_it_was_made(cast: Cast) -> None:
    assert rebuild() == NOTHING


def test_the_index_says_what_the_texts_say(cast: Cast, add: Callable[..., Person]) -> None:
    kit = add("Kit Okafor", cast.cardiff)
    edit_person(person=kit, values={"family_name": "Eze"}, by=cast.organiser)
    add("Bo Okafor", cast.swansea).delete()
    checks = {"sqlite": "INSERT INTO people_findable_index (people_findable_index, rank) VALUES ('integrity-check', 1)"}
    with connection.cursor() as cursor:
        cursor.execute(checks.get(connection.vendor, "ANALYZE people_findable"))  # FTS5 says what is wrong with it
