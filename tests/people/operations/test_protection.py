"""Keep safe: one press, a named contact, a confirmation within two days, and a log of each look."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.people.models import Account, Person, ProtectedLook, Protection
from m4c.people.operations.person import NewPerson, add_person
from m4c.people.operations.protection import (
    ProtectionRefused,
    confirm_protection,
    keep_safe,
    lift_protection,
    look,
    set_safe_contact,
    take_back_slip,
    write_safe_contact_note,
)
from tests.cast import PERSONAS, Cast


def who_sees(cast: Cast, person: Person) -> set[str]:
    return {name for name in PERSONAS if person in Person.objects.visible_to(cast.fresh(name))}


def test_one_press_hides_at_once(cast: Cast, amal: Person, now: datetime) -> None:
    before = who_sees(cast, amal)
    keep_safe(person=amal, by=cast.leader, at=now)

    assert before == {"leader", "organiser", "national_organiser", "data_protection"}
    assert who_sees(cast, amal) == {"leader"}


def test_keep_safe_is_to_be_confirmed_within_two_days(cast: Cast, amal: Person, now: datetime) -> None:
    protection = keep_safe(person=amal, by=cast.leader, at=now, safe_contact_note="Text only")
    late = now + timedelta(days=2, minutes=1)

    assert (protection.confirm_by, protection.group) == (now + timedelta(days=2), cast.cardiff)
    assert protection.safe_contact_note == "Text only"
    assert (protection.is_overdue(now + timedelta(days=2)), protection.is_overdue(late)) == (False, True)
    assert who_sees(cast, amal) == {"leader"}  # an unanswered press keeps her hidden


def test_keep_safe_pressed_again_is_the_same_protection(cast: Cast, amal: Person, now: datetime) -> None:
    first = keep_safe(person=amal, by=cast.leader, at=now)

    assert keep_safe(person=amal, by=cast.organiser, at=now + timedelta(hours=1)) == first
    assert first.contact == cast.person("leader")


@pytest.mark.parametrize("persona", ["member", "leader_elsewhere", "organiser_elsewhere", "coalition_organiser"])
def test_keep_safe_is_for_those_who_look_after_people_here(
    cast: Cast, amal: Person, now: datetime, persona: str
) -> None:
    with pytest.raises(NotAllowed):
        keep_safe(person=amal, by=getattr(cast, persona), at=now)


def test_keep_safe_when_a_record_is_taken(cast: Cast, now: datetime) -> None:
    new = NewPerson("Mariam", "Noor", keep_safe_at=now)
    person = add_person(group=cast.cardiff, new=new, by=cast.leader)

    assert who_sees(cast, person) == {"leader"}


# Her contact


def test_contact_is_whoever_presses(cast: Cast, amal: Person, now: datetime) -> None:
    assert keep_safe(person=amal, by=cast.organiser, at=now).contact == cast.person("organiser")
    assert who_sees(cast, amal) == {"organiser"}


@pytest.mark.parametrize("persona", ["safeguarding", "data_protection"])
def test_contact_is_whoever_led_her_last_where_the_presser_meets_nobody(
    cast: Cast, amal: Person, now: datetime, persona: str
) -> None:
    day = date(2026, 10, 2)
    new = NewOneToOne(cast.person("organiser"), amal, day, held_on=day)
    record_one_to_one(group=cast.cardiff, new=new, by=cast.organiser)

    assert keep_safe(person=amal, by=getattr(cast, persona), at=now).contact == cast.person("organiser")


def test_contact_is_never_herself(cast: Cast, now: datetime) -> None:
    herself = cast.person("leader")
    protection = keep_safe(person=herself, by=cast.leader, at=now, contact=herself)

    assert protection.contact is None


def test_contact_is_the_one_named(cast: Cast, amal: Person, now: datetime) -> None:
    keep_safe(person=amal, by=cast.organiser, at=now, contact=cast.person("leader"))

    assert who_sees(cast, amal) == {"leader"}


def test_set_safe_contact_moves_access(cast: Cast, amal: Person, now: datetime) -> None:
    protection = keep_safe(person=amal, by=cast.leader, at=now)
    organiser = cast.person("organiser")
    set_safe_contact(
        protection=protection, contact=organiser, safe_contact_note=" Ring the library ", by=cast.safeguarding
    )
    protection.refresh_from_db()

    assert (protection.contact, protection.safe_contact_note) == (organiser, "Ring the library")
    assert who_sees(cast, amal) == {"organiser"}
    entry = AuditEntry.objects.first()
    assert entry is not None
    assert entry.changes == {"contact": None, "safe_contact_note": None}


def test_set_safe_contact_refuses_herself(cast: Cast, amal: Person, now: datetime) -> None:
    protection = keep_safe(person=amal, by=cast.leader, at=now)

    with pytest.raises(ProtectionRefused, match="their own contact"):
        set_safe_contact(protection=protection, contact=amal, safe_contact_note="", by=cast.safeguarding)


def test_safe_contact_note_is_written_by_her_contact(cast: Cast, amal: Person, now: datetime) -> None:
    protection = keep_safe(person=amal, by=cast.leader, at=now)
    write_safe_contact_note(protection=protection, safe_contact_note="Text only", by=cast.leader)

    assert Protection.objects.get(pk=protection.pk).safe_contact_note == "Text only"
    with pytest.raises(NotAllowed):
        write_safe_contact_note(protection=protection, safe_contact_note="Ring", by=cast.organiser)


# Confirmed and lifted


def test_confirm_names_who_stands_by_it(cast: Cast, amal: Person, now: datetime) -> None:
    protection = keep_safe(person=amal, by=cast.leader, at=now)
    confirm_protection(protection=protection, at=now, by=cast.safeguarding)
    protection.refresh_from_db()

    assert (protection.confirmed_by, protection.confirmed_at) == (cast.safeguarding, now)
    assert not protection.is_overdue(now + timedelta(days=9))
    with pytest.raises(ProtectionRefused, match="already"):
        confirm_protection(protection=protection, at=now, by=cast.safeguarding)


@pytest.mark.parametrize("persona", [name for name in PERSONAS if name != "safeguarding"])
def test_only_safeguarding_confirms_and_lifts(cast: Cast, amal: Person, now: datetime, persona: str) -> None:
    protection = keep_safe(person=amal, by=cast.leader, at=now)
    for operation in (confirm_protection, lift_protection):
        with pytest.raises(NotAllowed):
            operation(protection=protection, at=now, by=getattr(cast, persona))


def test_lift_shows_her_to_whoever_saw_her_before(cast: Cast, amal: Person, now: datetime) -> None:
    protection = keep_safe(person=amal, by=cast.leader, at=now)
    lift_protection(protection=protection, at=now, by=cast.safeguarding)

    assert who_sees(cast, amal) == {"leader", "organiser", "national_organiser", "data_protection"}
    with pytest.raises(ProtectionRefused, match="lifted already"):
        confirm_protection(protection=protection, at=now, by=cast.safeguarding)


def test_lifted_may_be_placed_anew(cast: Cast, amal: Person, now: datetime) -> None:
    first = keep_safe(person=amal, by=cast.leader, at=now)
    lift_protection(protection=first, at=now, by=cast.safeguarding)

    assert keep_safe(person=amal, by=cast.leader, at=now) != first


# A slip


def test_slip_is_taken_back_within_minutes_by_whoever_pressed(cast: Cast, amal: Person, now: datetime) -> None:
    protection = keep_safe(person=amal, by=cast.leader, at=now)
    take_back_slip(protection=protection, at=now + timedelta(minutes=10), by=cast.leader)
    protection.refresh_from_db()

    assert (protection.lifted_by, Protection.objects.filter(person=amal).count()) == (cast.leader, 1)


def test_slip_is_none_after_ten_minutes(cast: Cast, amal: Person, now: datetime) -> None:
    protection = keep_safe(person=amal, by=cast.leader, at=now)

    with pytest.raises(ProtectionRefused, match="Only the safeguarding lead"):
        take_back_slip(protection=protection, at=now + timedelta(minutes=10, seconds=1), by=cast.leader)


def test_slip_is_none_once_confirmed_or_pressed_by_another(cast: Cast, amal: Person, now: datetime) -> None:
    protection = keep_safe(person=amal, by=cast.leader, at=now)
    with pytest.raises(ProtectionRefused):
        take_back_slip(protection=protection, at=now, by=cast.organiser)
    confirm_protection(protection=protection, at=now, by=cast.safeguarding)

    with pytest.raises(ProtectionRefused):
        take_back_slip(protection=protection, at=now, by=cast.leader)


# Looks


@pytest.mark.parametrize("persona", ["leader", "safeguarding"])
def test_each_look_is_logged(cast: Cast, amal: Person, now: datetime, persona: str) -> None:
    protection = keep_safe(person=amal, by=cast.leader, at=now)
    account: Account = getattr(cast, persona)
    look(protection=protection, door="person", by=account)
    look(protection=protection, door="person", by=account)

    assert list(ProtectedLook.objects.values_list("protection", "by", "door")) == [
        (protection.pk, account.pk, "person"),
        (protection.pk, account.pk, "person"),
    ]


@pytest.mark.parametrize("persona", [name for name in PERSONAS if name not in ("leader", "safeguarding")])
def test_nobody_else_looks(cast: Cast, amal: Person, now: datetime, persona: str) -> None:
    protection = keep_safe(person=amal, by=cast.leader, at=now)

    with pytest.raises(NotAllowed):
        look(protection=protection, door="person", by=getattr(cast, persona))


def test_looks_are_seen_by_safeguarding_and_data_protection(cast: Cast, amal: Person, now: datetime) -> None:
    look(protection=keep_safe(person=amal, by=cast.leader, at=now), door="person", by=cast.leader)
    readers = {name for name in PERSONAS if ProtectedLook.objects.visible_to(getattr(cast, name)).exists()}

    assert readers == {"safeguarding", "data_protection"}


def test_the_audit_knows_her_by_uid_alone(cast: Cast, add: Callable[..., Person], now: datetime) -> None:
    person = add("Mariam Noor", cast.cardiff, emails=["mariam.noor@example.org"], phones=["+447700900188"])
    protection = keep_safe(person=person, by=cast.organiser, at=now, safe_contact_note="Never ring the house")
    confirm_protection(protection=protection, at=now, by=cast.safeguarding)
    kept = " ".join(f"{entry.operation} {entry.touched} {entry.changes}" for entry in AuditEntry.objects.all())

    for words in ("Mariam", "Noor", "mariam.noor", "7700900188", "Never ring"):
        assert words not in kept
