"""Signing up: nobody is made before the letter's link is used, and only the proved e-mail says who somebody is."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from m4c.core.errors import NotAllowed
from m4c.core.worker import run_waiting
from m4c.people.consent_rules import may_contact
from m4c.people.desk.agreements import agreed_wordings
from m4c.people.models import Account, Channel, Consent, Person, Purpose, SignUp, Welcome
from m4c.people.models.account import website
from m4c.people.models.sign_in_link import hash_of
from m4c.people.models.welcome import welcomes_due
from m4c.people.operations.sign_up import (
    Joining,
    SignUpRefused,
    ask_to_join,
    confirm_sign_up,
    forget_sign_ups,
    sign_up_letter,
)
from tests.cast import Cast

Join = Callable[..., Welcome]


def asked(at: datetime, **more: Any) -> SignUp:
    """A sign-up of Nest Abara near Cardiff."""
    words: dict[str, Any] = {
        "given_name": "Nest",
        "family_name": "Abara",
        "email": "nest.abara@example.org",
        "postcode": "CF10 1EP",
        "agreed": {},
        "language": "en-gb",
    }
    return ask_to_join(joining=Joining(**words | more), notice=1, at=at, by=website())


@pytest.fixture
def join(cast: Cast, now: datetime) -> Join:
    """Signs up and opens the letter."""

    def both(**more: Any) -> Welcome:
        letter = sign_up_letter(sign_up=asked(now, **more), by=cast.operator)
        welcome = confirm_sign_up(token=letter.token, at=now, by=website())
        assert isinstance(welcome, Welcome)
        return welcome

    return both


def test_a_sign_up_makes_nobody_and_the_letter_has_the_link(cast: Cast, now: datetime) -> None:
    before = Person.objects.count()
    sign_up = asked(now)
    run_waiting()
    sign_up.refresh_from_db()

    link = next(word for word in mail.outbox[0].body.split() if "/join/" in word)
    assert (Person.objects.count(), mail.outbox[0].to) == (before, ["nest.abara@example.org"])
    assert sign_up.token_hash == hash_of(link.rstrip("/").rpartition("/")[2])


def test_somebody_known_is_written_to_in_the_same_words(cast: Cast, amal: Person, now: datetime) -> None:
    asked(now, given_name="Amal", email="amal.yusuf@example.org")
    asked(now, given_name="Amal", email="nobody.known@example.org")
    run_waiting()

    known, unknown = ([word for word in letter.body.split() if "/join/" not in word] for letter in mail.outbox)
    assert known == unknown


def test_the_letter_speaks_the_language_of_the_form(cast: Cast, now: datetime) -> None:
    assert "/cy/join/" in str(sign_up_letter(sign_up=asked(now, language="cy"), by=cast.operator))


def test_confirming_makes_a_person_of_the_nearest_group(cast: Cast, now: datetime, join: Join) -> None:
    welcome = join(phone="+447700900155", language="cy")

    person = welcome.person
    assert (person.name, person.language, welcome.group) == ("Nest Abara", "cy", cast.cardiff)
    assert [membership.group for membership in person.memberships.all()] == [cast.cardiff]
    assert [str(email) for email in person.emails.all()] == ["nest.abara@example.org"]
    assert (welcome.due_on - now.date(), welcome.notice.number) == (timedelta(days=7), 1)
    assert SignUp.objects.count() == 0


def test_far_from_every_group_one_joins_the_movement(cast: Cast, join: Join) -> None:
    assert join(postcode="ZE1 0AA").group == cast.movement


def test_consent_is_kept_in_the_words_that_were_shown(cast: Cast, now: datetime, join: Join) -> None:
    wordings = agreed_wordings([Channel.EMAIL])
    person = join(agreed=wordings).person

    consent = Consent.objects.get(person=person)
    assert (consent.channel, consent.wording, consent.at) == (Channel.EMAIL, wordings[Channel.EMAIL], now)
    assert consent.source == "Join form, privacy notice 1"
    assert may_contact(person, Channel.EMAIL, Purpose.NEWS, now)
    assert not may_contact(person, Channel.TEXT, Purpose.NEWS, now)


def test_an_objection_made_before_stands(cast: Cast, amal: Person, now: datetime, join: Join) -> None:
    said = {"channel": Channel.EMAIL, "purpose": Purpose.NEWS, "state": Consent.State.OBJECTED, "source": "Letter"}
    Consent.objects.create(person=amal, at=now - timedelta(days=9), taken_by=cast.operator, **said)
    email = "amal.yusuf@example.org"
    person = join(given_name="Amal", family_name="Yusuf", email=email, agreed=agreed_wordings([Channel.EMAIL])).person

    assert person == amal
    assert not may_contact(amal, Channel.EMAIL, Purpose.NEWS, now)


def test_the_proved_email_finds_the_person_and_adds_what_they_lack(cast: Cast, amal: Person, join: Join) -> None:
    welcome = join(given_name="Amal", family_name="Yusuf", email="amal.yusuf@example.org", phone="+447700900199")

    assert welcome.person == amal
    assert {phone.number for phone in amal.phones.all()} == {"+447700900101", "+447700900199"}


def test_a_phone_and_a_name_that_anybody_may_type_find_nobody(cast: Cast, amal: Person, join: Join) -> None:
    welcome = join(given_name="Amal", family_name="Yusuf", email="a.stranger@example.org", phone="+447700900101")

    assert welcome.person != amal
    assert [str(email) for email in amal.emails.all()] == ["amal.yusuf@example.org"]


def test_a_record_kept_safe_stays_as_it_is_and_only_her_contact_hears(cast: Cast, join: Join, now: datetime) -> None:
    hana = cast.person("protected_member")
    email = str(hana.emails.all()[0])
    welcome = join(given_name="Hana", family_name="Čermáková", email=email, phone="+447700900166")

    assert (welcome.person, welcome.welcomer, hana.phones.count()) == (hana, cast.leader, 0)
    seen_by = {name for name in ("leader", "organiser", "national_organiser") if due(cast, name, now)}
    assert seen_by == {"leader"}


def due(cast: Cast, persona: str, now: datetime) -> list[Welcome]:
    """What Today tells somebody a week later."""
    return list(welcomes_due(cast.fresh(persona), now.date() + timedelta(days=7)))


def test_a_link_is_good_once_and_for_a_week(cast: Cast, now: datetime) -> None:
    used, old = (sign_up_letter(sign_up=asked(now), by=cast.operator).token for _each in range(2))
    confirm_sign_up(token=used, at=now, by=website())

    for token, at in ((used, now), (old, now + timedelta(days=8)), ("unknown", now)):
        with pytest.raises(SignUpRefused, match="has been used, or is too old"):
            confirm_sign_up(token=token, at=at, by=website())


def test_unconfirmed_sign_ups_are_forgotten(cast: Cast, now: datetime) -> None:
    asked(now - timedelta(days=8))
    fresh = asked(now)

    forget_sign_ups(at=now, by=cast.operator)

    assert list(SignUp.objects.all()) == [fresh]


def test_only_the_software_makes_links_and_forgets(cast: Cast, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        sign_up_letter(sign_up=asked(now), by=cast.admin)
    with pytest.raises(NotAllowed):
        forget_sign_ups(at=now, by=cast.admin)


def test_welcomes_go_round_among_leaders_and_organisers(join: Join, cast: Cast) -> None:
    welcomers: list[Account | None] = [
        join(email=f"{number}@example.org", given_name=f"Nest{number}").welcomer for number in range(3)
    ]

    assert welcomers == [cast.leader, cast.organiser, cast.leader]


def test_a_group_without_any_is_welcomed_from_above(join: Join, cast: Cast) -> None:
    assert join(postcode="SA1 3SN").welcomer == cast.national_organiser


def test_who_joins_twice_has_one_welcome(join: Join) -> None:
    assert (join(), Welcome.objects.count()) == (join(), 1)


def test_welcomes_due_stand_on_todays_page_of_welcomer_and_organiser(cast: Cast, join: Join, now: datetime) -> None:
    welcome = join()

    seen = {name for name in cast.accounts if due(cast, name, now)}
    assert seen == {"leader", "organiser", "national_organiser", "data_protection"}
    before = welcome.due_on - timedelta(days=1)
    assert list(welcomes_due(cast.leader, before)) == [welcome]  # hers from the first day on
    assert list(welcomes_due(cast.organiser, before)) == []
