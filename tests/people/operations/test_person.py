"""Keeping a person's record: add, change, reach, and the contact that stops."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.people.models import Address, Engagement, Membership, Person, PersonPhone
from m4c.people.operations.person import (
    NewPerson,
    PersonRefused,
    add_people,
    add_person,
    edit_person,
    record_death,
    record_move_away,
    resume_contact,
    set_address,
    set_contact_details,
)
from tests.cast import Cast

UID = UUID("01990000-0000-7000-8000-000000000001")
AMAL = NewPerson(
    given_name=" Amal ",
    family_name="Yusuf",
    known_as="Ami",
    emails=["Amal.Yusuf@example.org"],
    phones=["+447700900101"],
    address="12 Heol Maes Eirwg",
    postcode="cf30ef",
    met_on=date(2026, 9, 1),
    source="Stall",
)


def test_add_person_comes_in_by_a_group_as_supporter(cast: Cast) -> None:
    person = add_person(group=cast.cardiff, new=AMAL, by=cast.leader)
    membership = Membership.objects.get(person=person)

    assert (person.name, person.folded_name, person.sort_name, person.folded_known_as) == (
        "Ami Yusuf",
        "amalyusuf",
        "yusufamal",
        "ami",
    )
    assert (membership.group, membership.role, membership.started_on) == (cast.cardiff, "supporter", date(2026, 9, 1))
    assert [email.folded for email in person.emails.all()] == ["amal.yusuf@example.org"]
    assert str(person.address) == "12 Heol Maes Eirwg, CF3 0EF"


def test_add_person_met_by_a_leader_is_seen_by_them(cast: Cast) -> None:
    leader = cast.person("leader")
    new = NewPerson("Amal", met_by=leader, met_on=date(2026, 9, 1))
    person = add_person(group=cast.cardiff, new=new, by=cast.leader)
    row = Engagement.objects.get(kind="met")

    assert (row.person, row.leader, row.group, row.at.date()) == (person, leader, cast.cardiff, date(2026, 9, 1))
    assert person in Person.objects.visible_to(cast.leader)


def test_add_person_refuses_no_name(cast: Cast) -> None:
    with pytest.raises(PersonRefused) as refused:
        add_person(group=cast.cardiff, new=NewPerson(given_name="  ", emails=["amal@example.org"]), by=cast.leader)

    assert (refused.value.field, refused.value.code) == ("given_name", "no_name")


def test_add_person_refuses_what_is_no_postcode(cast: Cast) -> None:
    with pytest.raises(PersonRefused, match="is not a postcode") as refused:
        add_person(group=cast.cardiff, new=NewPerson("Amal", postcode="nonsense"), by=cast.leader)

    assert refused.value.field == "postcode"


@pytest.mark.parametrize("persona", ["leader_elsewhere", "organiser_elsewhere", "member", "coalition_organiser"])
def test_add_person_is_for_those_who_lead_here(cast: Cast, persona: str) -> None:
    with pytest.raises(NotAllowed):
        add_person(group=cast.cardiff, new=AMAL, by=getattr(cast, persona))


def test_add_person_of_the_same_uid_is_one_record(cast: Cast) -> None:
    new = NewPerson("Amal", "Yusuf", phones=["+447700900101"], uid=UID)

    assert add_person(group=cast.cardiff, new=new, by=cast.organiser) == add_person(
        group=cast.cardiff, new=new, by=cast.organiser
    )


@pytest.mark.parametrize(
    "other",
    [NewPerson("Aisha", "Yusuf", uid=UID), NewPerson("Amal", "Yusuf", phones=["+447700900102"], uid=UID)],
)
def test_add_person_refuses_other_content_as_it_refuses_the_unseen(cast: Cast, other: NewPerson) -> None:
    add_person(group=cast.cardiff, new=NewPerson("Amal", "Yusuf", uid=UID), by=cast.organiser)
    sentences = set()
    for group, new, by in (
        (cast.cardiff, other, cast.organiser),
        (cast.manchester, NewPerson("Amal", "Yusuf", uid=UID), cast.organiser_elsewhere),
    ):
        with pytest.raises(PersonRefused) as refused:
            add_person(group=group, new=new, by=by)
        sentences.add((str(refused.value), refused.value.code))

    assert sentences == {("That record cannot be written.", "uid_taken")}


def test_add_people_takes_a_constant_number_of_queries(cast: Cast, django_assert_max_num_queries) -> None:
    rows = [NewPerson(f"Person{number}", emails=[f"p{number}@example.org"], postcode="CF3 0EF") for number in range(50)]
    with django_assert_max_num_queries(25):
        people = add_people(group=cast.cardiff, rows=rows, by=cast.operator)

    assert [person.given_name for person in people] == [row.given_name for row in rows]


# Changes


def test_edit_person_folds_names_anew(cast: Cast, amal: Person) -> None:
    edit_person(person=amal, values={"family_name": "O'Dowd", "known_as": "Ámi"}, by=cast.organiser)
    amal.refresh_from_db()

    assert (amal.folded_name, amal.sort_name, amal.folded_known_as) == ("amalodowd", "odowdamal", "ami")


def test_edit_person_refuses_no_name(cast: Cast, amal: Person) -> None:
    with pytest.raises(PersonRefused, match="Give a name"):
        edit_person(person=amal, values={"given_name": "", "family_name": " "}, by=cast.organiser)
    amal.refresh_from_db()

    assert amal.name == "Amal Yusuf"


def test_edit_person_moves_the_first_meeting_in_the_ledger(cast: Cast, amal: Person) -> None:
    edit_person(person=amal, values={"met_on": date(2026, 8, 2)}, by=cast.organiser)

    assert Engagement.objects.get(kind="met").at.date() == date(2026, 8, 2)


def test_edit_person_changes_only_what_is_editable(cast: Cast, amal: Person) -> None:
    with pytest.raises(TypeError, match="died_on"):
        edit_person(person=amal, values={"died_on": date(2026, 8, 2)}, by=cast.organiser)


@pytest.mark.parametrize("persona", ["leader", "organiser_elsewhere", "member", "safeguarding"])
def test_edit_person_is_for_organisers_here(cast: Cast, amal: Person, persona: str) -> None:
    with pytest.raises(NotAllowed):
        edit_person(person=amal, values={"known_as": "Ami"}, by=getattr(cast, persona))


def test_set_contact_details_replaces_and_orders(cast: Cast, amal: Person) -> None:
    PersonPhone.objects.filter(person=amal).update(tps_seen_on=date(2026, 9, 9))
    phones = ["+447700900102", "+447700900101"]
    set_contact_details(person=amal, emails=["new@example.org"], phones=phones, by=cast.organiser)
    entry = AuditEntry.objects.first()

    assert [str(email) for email in amal.emails.all()] == ["new@example.org"]
    assert [(phone.number, phone.tps_seen_on) for phone in amal.phones.all()] == [
        ("+447700900102", None),
        ("+447700900101", date(2026, 9, 9)),
    ]
    assert entry is not None
    assert entry.changes == {"emails": None, "phones": None}


@pytest.mark.parametrize(("stop", "field"), [(record_death, "died_on"), (record_move_away, "moved_away_on")])
def test_contact_stops_and_history_stays(cast: Cast, amal: Person, stop: Callable[..., Person], field: str) -> None:
    stop(person=amal, on=date(2026, 9, 9), by=cast.organiser)
    amal.refresh_from_db()

    assert (getattr(amal, field), amal.is_contactable) == (date(2026, 9, 9), False)
    assert list(Person.objects.filter(pk=amal.pk).contactable()) == []
    assert Membership.objects.open().filter(person=amal).count() == 1


def test_resume_contact_takes_it_back(cast: Cast, amal: Person) -> None:
    record_move_away(person=amal, on=date(2026, 9, 9), by=cast.organiser)

    assert resume_contact(person=amal, by=cast.organiser).is_contactable


# Addresses


@pytest.mark.parametrize(
    ("lines", "postcode", "doors"),
    [
        ("12 Heol Maes Eirwg", "CF3 0EF", 1),
        ("12, heol maes-eirwg.", "cf30ef", 1),
        ("14 Heol Maes Eirwg", "CF3 0EF", 2),
        ("12 Heol Maes Eirwg", "", 2),  # of which town?
        ("12 Heol Maes Eirwg", "CF3", 2),
        ("", "CF3 0EF", 2),
    ],
)
def test_the_same_words_at_the_same_postcode_are_one_door(
    cast: Cast, amal: Person, add: Callable[..., Person], lines: str, postcode: str, doors: int
) -> None:
    set_address(person=amal, lines="12 Heol Maes Eirwg", postcode="CF3 0EF", by=cast.organiser)
    set_address(person=add("Yusuf Ali", cast.cardiff), lines=lines, postcode=postcode, by=cast.organiser)

    assert Address.objects.count() == doors


def test_without_a_full_postcode_no_door_is_shared(cast: Cast, amal: Person, add: Callable[..., Person]) -> None:
    for person in (amal, add("Yusuf Ali", cast.manchester)):
        set_address(person=person, lines="12 High Street", by=cast.national_organiser)

    assert Address.objects.count() == 2


def test_set_address_blank_forgets_it(cast: Cast, amal: Person) -> None:
    set_address(person=amal, lines="12 High Street", by=cast.organiser)

    assert set_address(person=amal, by=cast.organiser).address is None


def test_lists_go_on_after_and_before_a_person(cast: Cast, add: Callable[..., Person]) -> None:
    for name in ("Amal Ürün", "Amal Yusuf", "Amal Yusuf", "Zac Abad", "Ed yusuf"):
        add(name, cast.st_mellons)
    people = list(Person.objects.in_group(cast.st_mellons))

    assert [person.name for person in people] == ["Zac Abad", "Amal Ürün", "Amal Yusuf", "Amal Yusuf", "Ed yusuf"]
    for place, person in enumerate(people):
        assert list(Person.objects.in_group(cast.st_mellons).after(person)) == people[place + 1 :]
        assert list(Person.objects.in_group(cast.st_mellons).before(person)) == people[:place]
