"""One's own data without an account: a link to an address on record and to no other, good once, and what it may do."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from m4c.core.worker import run_waiting
from m4c.people.models import Consent, Correction, OwnDataLink, Person, Protection, RightsRequest
from m4c.people.models.account import website
from m4c.people.operations import own_data as operations
from m4c.people.operations.own_data import Asking, OwnDataLetter
from m4c.people.operations.person import NewPerson, PersonRefused, add_person
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.rights_request import RightsRefused
from m4c.people.rights.own_page import page_of_link
from m4c.people.rights.own_requests import own_requests
from tests.cast import Cast


def ask(now: datetime, **typed: str) -> list[OwnDataLink]:
    return operations.ask_own_data(asking=Asking(**typed), at=now, by=website())


def sent(cast: Cast, now: datetime, **typed: str) -> OwnDataLetter:
    """The letter, as the worker writes it."""
    link = ask(now, **typed)[0]
    return operations.own_data_letter(link=link, language="en-gb", by=cast.operator)


@pytest.fixture
def used(cast: Cast, amal: Person, now: datetime) -> OwnDataLink:
    """The link that Amal has used."""
    letter = sent(cast, now, email="amal.yusuf@example.org")
    return operations.use_own_data_link(token=letter.token, at=now, by=website())


@pytest.mark.parametrize("typed", [{"email": "amal.yusuf@example.org"}, {"phone": "+447700900101"}])
def test_the_link_goes_to_the_address_on_record(cast: Cast, amal: Person, now: datetime, typed: dict[str, str]) -> None:
    link = ask(now, **typed)[0]

    assert (link.person, link.email, link.token_hash) == (amal, "amal.yusuf@example.org", "")


def test_a_letter_goes_out_whose_link_is_kept_as_a_hash(cast: Cast, amal: Person, now: datetime) -> None:
    from django.utils import timezone

    ask(timezone.now(), email="amal.yusuf@example.org")
    run_waiting()
    (letter,) = mail.outbox
    token = next(word for word in letter.body.split() if "/my-data/" in word).rstrip("/").rpartition("/")[2]

    assert letter.to == ["amal.yusuf@example.org"]
    assert OwnDataLink.objects.of_token(token).exists()
    assert token not in str(OwnDataLink.objects.values_list())
    assert "Amal" not in letter.body


def test_whoever_is_not_known_gets_nothing(cast: Cast, amal: Person, now: datetime) -> None:
    assert ask(now, email="nobody@example.org") == []
    assert ask(now, phone="+447700900999") == []
    assert ask(now) == []
    assert not RightsRequest.objects.exists()


def test_a_shared_address_asks_whose(cast: Cast, amal: Person, now: datetime) -> None:
    idil = NewPerson("Idil", "Yusuf", known_as="Didi", emails=["amal.yusuf@example.org"])
    other = add_person(group=cast.cardiff, new=idil, by=cast.operator)
    email = "amal.yusuf@example.org"

    assert [ask(now, email=email), ask(now, email=email, first_name="Zoë")] == [[], []]
    assert [ask(now, email=email, first_name=name)[0].person for name in ("amal", "DIDI")] == [amal, other]


def test_by_phone_without_an_address_it_is_answered_in_person(cast: Cast, now: datetime) -> None:
    new = NewPerson("Ebo", "Iwu", phones=["+447700900188"])
    person = add_person(group=cast.cardiff, new=new, by=cast.operator)
    links = [ask(now, phone="+447700900188") for _again in range(2)]
    run_waiting()

    assert links == [[], []]
    request = RightsRequest.objects.get()
    assert (request.person, request.kind, request.way) == (person, "access", "own_data")
    assert [letter.to for letter in mail.outbox] == [[cast.data_protection.email]]
    assert "Ebo" not in mail.outbox[0].body


def test_somebody_kept_safe_is_written_to_where_only_they_read(cast: Cast, amal: Person, now: datetime) -> None:
    keep_safe(person=amal, by=cast.leader, at=now, safe_contact_note="Never to amal.yusuf@example.org")
    typed = {"email": "amal.yusuf@example.org"}
    assert ask(now, **typed) == []
    assert [request.person for request in RightsRequest.objects.all()] == [amal]
    Protection.objects.filter(person=amal).update(safe_email="only.amal@example.org")

    assert [link.email for link in ask(now, **typed)] == ["only.amal@example.org"]
    assert [link.email for link in ask(now, phone="+447700900101")] == ["only.amal@example.org"]


def test_nobody_is_flooded_and_nobody_dead_is_written_to(cast: Cast, amal: Person, now: datetime) -> None:
    counts = [len(ask(now, email="amal.yusuf@example.org")) for _again in range(5)]
    Person.objects.filter(pk=amal.pk).update(died_on=now.date())

    assert counts == [1, 1, 1, 0, 0]
    assert ask(now + timedelta(days=1), email="amal.yusuf@example.org") == []


def test_a_link_opens_nothing_once_its_person_is_kept_safe(cast: Cast, amal: Person, now: datetime) -> None:
    typed = {"email": "amal.yusuf@example.org"}
    letter, used = sent(cast, now, **typed), sent(cast, now, **typed)
    link = operations.use_own_data_link(token=used.token, at=now, by=website())
    later = now + timedelta(minutes=5)
    keep_safe(person=amal, by=cast.leader, at=later)

    with pytest.raises(RightsRefused):
        operations.use_own_data_link(token=letter.token, at=later, by=website())
    with pytest.raises(RightsRefused):
        operations.stop_own(link=link, channels=["email"], at=later, by=website())
    assert page_of_link(link.pk, later) is None
    Protection.objects.update(safe_email="only.amal@example.org")
    safe = sent(cast, later + timedelta(minutes=1), **typed)
    assert operations.use_own_data_link(token=safe.token, at=later + timedelta(minutes=2), by=website())


def test_it_opens_once_and_not_for_long(cast: Cast, amal: Person, now: datetime) -> None:
    letter = sent(cast, now, email="amal.yusuf@example.org")
    with pytest.raises(RightsRefused):
        operations.use_own_data_link(token=letter.token, at=now + timedelta(minutes=61), by=website())
    link = operations.use_own_data_link(token=letter.token, at=now, by=website())
    for token in (letter.token, "", "other"):
        with pytest.raises(RightsRefused):
            operations.use_own_data_link(token=token, at=now, by=website())

    assert page_of_link(link.pk, now + timedelta(minutes=29)) is not None
    assert page_of_link(link.pk, now + timedelta(minutes=31)) is None
    assert page_of_link(None, now) is None


def test_contact_details_are_put_right_and_the_old_stay_with_the_request(
    cast: Cast, amal: Person, used: OwnDataLink, now: datetime
) -> None:
    values: dict[str, Any] = {"phones": ["+447700900102"], "address": ("4 Lôn y Felin", "CF3 0EF")}
    request = operations.put_own_right(link=used, values=values, at=now, by=website())

    assert request is not None
    assert (request.kind, request.outcome, request.closed_on) == ("correction", "done", now.date())
    assert {(row.field, row.before) for row in Correction.objects.all()} == {
        ("phones", "+447700900101"),
        ("address", ""),
    }
    assert [phone.number for phone in amal.phones.all()] == ["+447700900102"]


def test_nothing_changed_is_no_request_and_nonsense_is_refused(
    cast: Cast, amal: Person, used: OwnDataLink, now: datetime
) -> None:
    same = operations.put_own_right(link=used, values={"phones": ["+447700900101"]}, at=now, by=website())
    with pytest.raises(PersonRefused):
        operations.put_own_right(link=used, values={"address": ("", "nowhere")}, at=now, by=website())

    assert same is None
    assert not RightsRequest.objects.exists()


def test_what_was_agreed_is_withdrawn_and_news_objected_to(
    cast: Cast, amal: Person, used: OwnDataLink, now: datetime
) -> None:
    Consent.objects.create(
        person=amal,
        channel="email",
        purpose="news",
        state="given",
        wording="Yes",
        at=now,
        source="s",
        taken_by=website(),
    )
    later = now + timedelta(minutes=5)
    operations.stop_own(link=used, channels=["email", "phone"], at=later, by=website())
    said = set(Consent.objects.filter(at=later).values_list("channel", "purpose", "state"))

    objected = {(way, to, "objected") for way in ("email", "phone") for to in ("news", "money")}
    assert said == objected | {("email", "news", "withdrawn")}


@pytest.mark.parametrize("channels", [[], ["pigeon"]])
def test_no_way_at_all_is_refused(cast: Cast, used: OwnDataLink, now: datetime, channels: list[str]) -> None:
    with pytest.raises(RightsRefused):
        operations.stop_own(link=used, channels=channels, at=now, by=website())


def test_a_page_that_has_been_open_for_long_does_nothing(cast: Cast, used: OwnDataLink, now: datetime) -> None:
    late = now + timedelta(hours=1)
    with pytest.raises(RightsRefused):
        operations.put_own_right(link=used, values={"phones": []}, at=late, by=website())
    with pytest.raises(RightsRefused):
        operations.stop_own(link=used, channels=["email"], at=late, by=website())


def test_links_that_open_nothing_are_forgotten(cast: Cast, used: OwnDataLink, now: datetime) -> None:
    ask(now, phone="+447700900101")
    operations.forget_own_data_links(at=now + timedelta(minutes=20), by=cast.operator)
    assert OwnDataLink.objects.count() == 2
    operations.forget_own_data_links(at=now + timedelta(hours=2), by=cast.operator)

    assert OwnDataLink.objects.count() == 0


def test_signed_in_one_asks_of_ones_own_record_and_the_desk_is_told(cast: Cast, now: datetime) -> None:
    request = operations.ask_of_own_record(kind="access", words="All of it", at=now, by=cast.member)
    run_waiting()

    assert (request.person, request.way, request.identity_on) == (cast.person("member"), "own_data", None)
    assert own_requests(cast.member) == [request]
    assert own_requests(cast.operator) == []
    assert [letter.to for letter in mail.outbox] == [[cast.data_protection.email]]
    for kind, by in (("access", cast.member), ("gold", cast.member), ("erasure", cast.operator)):
        with pytest.raises(RightsRefused):
            operations.ask_of_own_record(kind=kind, words="", at=now, by=by)
