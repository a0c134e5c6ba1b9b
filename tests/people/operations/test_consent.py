"""Recording what people agreed or objected to: rows that only grow, and what the law asks of each."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from m4c.core.errors import NotAllowed
from m4c.core.models import AuditEntry
from m4c.people.models import Address, Channel, Consent, Person, PersonPhone, Purpose
from m4c.people.operations.consent import (
    ConsentRefused,
    Said,
    lift_do_not_knock,
    record_consent,
    record_consents,
    record_screening,
)
from m4c.people.operations.person import set_address
from tests.cast import Cast

GIVEN, REFUSED, WITHDRAWN, OBJECTED, TAKEN_BACK = Consent.State


def said(state: str, at: datetime, channel: str = Channel.EMAIL, purpose: str = Purpose.NEWS) -> dict[str, Any]:
    return {
        "channel": channel,
        "purpose": purpose,
        "state": state,
        "at": at,
        "source": "said at the door",
        "wording": "You may e-mail me news of our campaigns",
    }


def test_record_consent_keeps_words_time_source_and_who_took_it(cast: Cast, amal: Person, now: datetime) -> None:
    row = record_consent(person=amal, by=cast.leader, **said(GIVEN, now))

    assert (row.wording, row.at, row.source, row.taken_by) == (
        "You may e-mail me news of our campaigns",
        now,
        "said at the door",
        cast.leader,
    )


def test_record_consent_twice_is_one_row(cast: Cast, amal: Person, now: datetime) -> None:
    first = record_consent(person=amal, by=cast.leader, **said(GIVEN, now))

    assert record_consent(person=amal, by=cast.organiser, **said(GIVEN, now)) == first
    assert Consent.objects.count() == 1


def test_record_consent_adds_and_never_changes(cast: Cast, amal: Person, now: datetime) -> None:
    record_consent(person=amal, by=cast.leader, **said(GIVEN, now))
    record_consent(person=amal, by=cast.leader, **said(WITHDRAWN, now + timedelta(days=1)))

    assert [row.state for row in Consent.objects.visible_to(cast.organiser)] == [WITHDRAWN, GIVEN]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"wording": " "}, "wording"),
        ({"source": ""}, "source"),
        ({"purpose": Purpose.ALL}, "purpose"),
        ({"purpose": Purpose.SERVICE}, "purpose"),
        ({"state": TAKEN_BACK}, "state"),
    ],
)
def test_record_consent_refuses_what_says_too_little(
    cast: Cast, amal: Person, now: datetime, change: dict[str, str], field: str
) -> None:
    with pytest.raises(ConsentRefused) as refused:
        record_consent(person=amal, by=cast.leader, **said(GIVEN, now) | change)

    assert (refused.value.field, Consent.objects.count()) == (field, 0)


@pytest.mark.parametrize("persona", ["leader_elsewhere", "organiser_elsewhere", "member", "coalition_organiser"])
def test_record_consent_is_for_those_who_lead_here(cast: Cast, amal: Person, now: datetime, persona: str) -> None:
    with pytest.raises(NotAllowed):
        record_consent(person=amal, by=getattr(cast, persona), **said(GIVEN, now))


def test_objection_is_taken_back_in_their_own_words(cast: Cast, amal: Person, now: datetime) -> None:
    record_consent(person=amal, by=cast.leader, **said(OBJECTED, now, purpose=Purpose.ALL))
    record_consent(person=amal, by=cast.leader, **said(TAKEN_BACK, now + timedelta(days=1), purpose=Purpose.ALL))

    with pytest.raises(ConsentRefused, match="no such objection"):
        record_consent(person=amal, by=cast.leader, **said(TAKEN_BACK, now + timedelta(days=2), purpose=Purpose.ALL))


def test_record_consents_of_many_is_one_audit_entry(
    cast: Cast, amal: Person, add: Callable[..., Person], now: datetime
) -> None:
    people = [amal, add("Yusuf Ali", cast.cardiff)]
    rows = [Said(person, Channel.TEXT, Purpose.NEWS, GIVEN, now, "sign-in sheet", "May we text?") for person in people]
    before = AuditEntry.objects.count()
    record_consents(people=people, said=rows, by=cast.organiser)
    record_consents(people=people, said=rows, by=cast.organiser)

    assert Consent.objects.count() == 2
    assert AuditEntry.objects.count() - before == 2
    assert AuditEntry.objects.all()[0].touched == [["people.person", str(person.uid)] for person in people]


def test_record_consents_takes_no_objection_back(cast: Cast, amal: Person, now: datetime) -> None:
    row = Said(amal, Channel.TEXT, Purpose.NEWS, TAKEN_BACK, now, "sign-in sheet")

    with pytest.raises(ConsentRefused, match="one by one"):
        record_consents(people=[amal], said=[row], by=cast.organiser)


# The door


@pytest.fixture
def door(cast: Cast, amal: Person) -> Address:
    set_address(person=amal, lines="12 Heol Maes Eirwg", postcode="CF3 0EF", by=cast.organiser)
    assert amal.address is not None
    return amal.address


def test_objection_at_the_door_marks_the_address(cast: Cast, amal: Person, door: Address, now: datetime) -> None:
    record_consent(person=amal, by=cast.leader, **said(OBJECTED, now, Channel.DOOR))
    record_consent(person=amal, by=cast.leader, **said(OBJECTED, now + timedelta(days=9), Channel.DOOR))
    door.refresh_from_db()

    assert door.do_not_knock_since == now


def test_do_not_knock_outlives_whoever_asked(cast: Cast, amal: Person, door: Address, now: datetime) -> None:
    record_consent(person=amal, by=cast.leader, **said(OBJECTED, now, Channel.DOOR))
    set_address(person=amal, lines="3 Other Street", postcode="CF10 1EP", by=cast.organiser)
    door.refresh_from_db()

    assert door.do_not_knock_since == now


def test_a_postcode_alone_is_no_door(cast: Cast, amal: Person, now: datetime) -> None:
    set_address(person=amal, postcode="CF3 0EF", by=cast.organiser)
    record_consent(person=amal, by=cast.leader, **said(OBJECTED, now, Channel.DOOR))

    assert Address.objects.filter(do_not_knock_since__isnull=False).count() == 0


def test_do_not_knock_is_lifted_once_nobody_there_objects(
    cast: Cast, amal: Person, door: Address, now: datetime
) -> None:
    record_consent(person=amal, by=cast.leader, **said(OBJECTED, now, Channel.DOOR))
    amal.refresh_from_db()
    with pytest.raises(ConsentRefused, match="still objects"):
        lift_do_not_knock(person=amal, by=cast.organiser)
    record_consent(person=amal, by=cast.leader, **said(TAKEN_BACK, now + timedelta(days=1), Channel.DOOR))

    assert lift_do_not_knock(person=amal, by=cast.organiser).do_not_knock_since is None
    with pytest.raises(ConsentRefused, match="not marked"):
        lift_do_not_knock(person=amal, by=cast.organiser)


# Screening


def test_screening_marks_listed_numbers_and_clears_others(cast: Cast, amal: Person) -> None:
    screened = ["+447700900101", "+447700900102"]
    day = date(2026, 10, 1)
    record_screening(screened=screened, listed=screened[:1], on=day, by=cast.national_organiser)
    listed = PersonPhone.objects.get(person=amal).tps_seen_on
    record_screening(screened=screened, listed=[], on=day, by=cast.data_protection)

    assert listed == day
    assert PersonPhone.objects.get(person=amal).tps_seen_on is None


def test_screening_is_for_the_whole_movement(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        record_screening(screened=[], listed=[], on=date(2026, 10, 1), by=cast.organiser)


@pytest.mark.parametrize("persona", ["organiser", "leader", "data_protection", "national_organiser"])
def test_consent_is_seen_with_its_person(cast: Cast, amal: Person, now: datetime, persona: str) -> None:
    record_consent(person=amal, by=cast.leader, **said(GIVEN, now))

    assert Consent.objects.visible_to(getattr(cast, persona)).count() == 1


@pytest.mark.parametrize("persona", ["member", "organiser_elsewhere", "safeguarding", "admin", "editor"])
def test_consent_is_unseen_where_the_person_is(cast: Cast, amal: Person, now: datetime, persona: str) -> None:
    record_consent(person=amal, by=cast.leader, **said(GIVEN, now))

    assert Consent.objects.visible_to(getattr(cast, persona)).count() == 0
