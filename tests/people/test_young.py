"""Those under 18: a band and no birthday, no account under 13, nobody alone with them or past a parent."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.events.asking_people import ask
from m4c.listening.operations.one_to_one import NewOneToOne, hold_one_to_one, record_one_to_one
from m4c.people.consent_rules import may_contact, who_may_be_contacted
from m4c.people.exports.whom import people_of
from m4c.people.models import BirthBand, Channel, Consent, Person, Purpose
from m4c.people.operations.account import create_account, invite
from m4c.people.operations.birth_band import say_age
from m4c.people.operations.consent import record_consent
from m4c.people.operations.must_see import Unseen
from m4c.people.operations.people_export import Wanted, request_export
from m4c.people.operations.person_merge import merge
from m4c.people.permissions import EXPORT_PEOPLE
from m4c.people.young import YoungRefused, band_of, check_not_alone, not_under_18, under_18_among
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, gathering, somebody, words_of

SignIn = Callable[..., Client]
Band = BirthBand.Band


def aged(cast: Cast, name: str, band: str, **more: Any) -> Person:
    person = somebody(cast, name, **more)
    say_age(person=person, band=band, at=timezone.now(), by=cast.organiser)
    return person


@pytest.fixture
def teen(cast: Cast) -> Person:
    return aged(cast, "Nia Parry", Band.YOUNG, emails=["nia.parry@example.org"], phones=["+447700900155"])


def test_of_two_records_the_younger_stands_by_the_day_it_is_here(cast: Cast) -> None:
    night = datetime(2026, 6, 15, 23, 30, tzinfo=UTC)  # the 16th in London
    keep, other = somebody(cast, "Nia Parry"), somebody(cast, "Nia Parry")
    for person, day in ((keep, 16), (other, 17)):
        given: dict[str, Any] = {"band": Band.YOUNG, "told_on": date(2021, 6, day), "recorded_by": cast.organiser}
        BirthBand.objects.create(person=person, **given)
    merge(keep=keep, other=other, choices={}, at=night, by=cast.organiser)
    assert BirthBand.objects.get().told_on == date(2021, 6, 17)


def test_a_band_is_outgrown_in_time(cast: Cast) -> None:
    told = date(2026, 11, 22)
    child = BirthBand(band=Band.CHILD, told_on=told)
    young = BirthBand(band=Band.YOUNG, told_on=told)
    assert [child.on(told.replace(year=told.year + years)) for years in (12, 13, 17, 18)] == [
        Band.CHILD, Band.YOUNG, Band.YOUNG, Band.ADULT,
    ]  # fmt: skip
    assert [young.on(told.replace(year=told.year + years)) for years in (4, 5)] == [Band.YOUNG, Band.ADULT]


def test_the_rows_under_18_are_those_that_the_row_itself_says(cast: Cast, teen: Person) -> None:
    rows = list(BirthBand.objects.all())
    for years in (0, 4, 5, 18):
        day = timezone.localdate() + timedelta(days=366 * years)
        by_row = {row.person_id for row in rows if row.on(day) != Band.ADULT}
        assert set(BirthBand.objects.under_18(day).values_list("person_id", flat=True)) == by_row


def test_an_age_not_known_is_no_row(cast: Cast, teen: Person) -> None:
    say_age(person=teen, band="", at=NOW, by=cast.organiser)
    assert (band_of(teen.pk), under_18_among([teen.pk])) == ("", set())


def test_who_may_say_it(cast: Cast, teen: Person) -> None:
    done = doers(lambda by: say_age(person=teen, band=Band.YOUNG, at=NOW, by=by), cast)
    assert done == {"organiser", "national_organiser", "data_protection"}
    hidden = cast.person("protected_member")
    with pytest.raises(Unseen):
        say_age(person=hidden, band=Band.YOUNG, at=NOW, by=cast.national_organiser)


def test_nobody_under_13_has_an_account(cast: Cast) -> None:
    child = aged(cast, "Osian Rhys", Band.CHILD, emails=["osian@example.org"])
    for make in (create_account, invite):
        with pytest.raises(YoungRefused) as refused:
            make(email="osian@example.org", role="member", group=cast.cardiff, by=cast.organiser, given_name="Osian")
        assert refused.value.code == "under_13"
    assert child.pk
    with pytest.raises(YoungRefused):
        say_age(person=cast.person("member"), band=Band.CHILD, at=NOW, by=cast.organiser)


def test_from_13_somebody_may_have_one(cast: Cast, teen: Person) -> None:
    made = create_account(
        email="nia.parry@example.org", role="member", group=cast.cardiff, by=cast.organiser, person=teen
    )
    assert made.person == teen


def test_no_adult_meets_them_alone(cast: Cast, teen: Person) -> None:
    new = NewOneToOne(cast.person("organiser"), teen, TODAY, held_on=TODAY)
    with pytest.raises(YoungRefused) as refused:
        record_one_to_one(group=cast.cardiff, new=new, by=cast.organiser)
    assert (refused.value.field, refused.value.code) == ("alongside", "alone_with_a_child")
    company = NewOneToOne(cast.person("organiser"), teen, TODAY, held_on=TODAY, alongside="Ms Bowen, Fitzalan High")
    assert record_one_to_one(group=cast.cardiff, new=company, by=cast.organiser).alongside == "Ms Bowen, Fitzalan High"


def test_holding_it_asks_again(cast: Cast) -> None:
    person = somebody(cast, "Nia Parry")
    new = NewOneToOne(cast.person("organiser"), person, TODAY)
    arranged = record_one_to_one(group=cast.cardiff, new=new, by=cast.organiser)
    say_age(person=person, band=Band.YOUNG, at=timezone.now(), by=cast.organiser)
    with pytest.raises(YoungRefused):
        hold_one_to_one(one_to_one=arranged, on=TODAY, by=cast.organiser)
    held = hold_one_to_one(one_to_one=arranged, on=TODAY, alongside="Her mother", by=cast.organiser)
    assert held.alongside == "Her mother"


def test_two_of_them_meet_as_they_like(cast: Cast, teen: Person) -> None:
    other = aged(cast, "Gwen Ellis", Band.YOUNG)
    check_not_alone([(teen.pk, other.pk, timezone.localdate(), "")])


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.PHONE, Channel.POST, Channel.DOOR])
def test_nobody_reaches_them_whatever_they_agreed_to(cast: Cast, teen: Person, channel: Channel) -> None:
    said = {"channel": channel, "purpose": "news", "state": "given", "wording": "Yes", "source": "Stall"}
    record_consent(person=teen, at=NOW, by=cast.organiser, **said)
    assert Consent.objects.filter(person=teen).exists()
    answer = may_contact(teen, channel, Purpose.NEWS, timezone.now())
    assert (bool(answer), "Under 18" in answer.why) == (False, True)
    listed = who_may_be_contacted(Person.objects.all(), channel, Purpose.NEWS, timezone.now())
    assert teen not in listed


def test_they_are_left_out_of_what_a_list_asks_with_the_reason(cast: Cast, teen: Person) -> None:
    event = gathering(cast, days=60)
    left = ask({"event": str(event.uid), "state": "asked"}, [teen], cast.organiser, NOW)
    assert [(person, "parent" in why) for person, why in left] == [(teen, True)]


def test_files_of_people_leave_them_out_unless_told(cast: Cast, teen: Person) -> None:
    def taken(*, with_young: bool) -> bool:
        wanted = Wanted("csv", "A trip", ["first_name"], with_young=with_young)
        groups = cast.organiser.groups_for(EXPORT_PEOPLE)
        export = request_export(groups=groups, wanted=wanted, by=cast.organiser, at=NOW, queued=False)
        return people_of(export).filter(pk=teen.pk).exists()

    assert [taken(with_young=each) for each in (False, True)] == [False, True]


def test_one_rule_for_rows_and_for_lists(cast: Cast, teen: Person) -> None:
    adult = aged(cast, "Ann Lee", Band.ADULT)
    found = set(Person.objects.filter(not_under_18("pk"), pk__in=[teen.pk, adult.pk]).values_list("pk", flat=True))
    assert (found, under_18_among([teen.pk, adult.pk])) == ({adult.pk}, {teen.pk})


def test_the_page_says_what_follows(cast: Cast, teen: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser, second_factor=True)
    address = reverse("say-age", args=[teen.uid])
    assert "no adult meets them alone" in words_of(client.get(address))
    assert client.post(address, {"band": Band.ADULT}).status_code == 302
    assert band_of(teen.pk) == Band.ADULT


def test_the_form_of_a_conversation_asks_who_was_there(cast: Cast, teen: Person, sign_in: SignIn) -> None:
    client = sign_in(cast.organiser, second_factor=True)
    today = timezone.localdate().isoformat()
    sent = {"other": teen.name, "other-chosen": str(teen.uid), "how_far": "held", "day": today}
    page = client.post(reverse("record-one-to-one"), sent | {"group": cast.cardiff.slug})
    assert "alongside" in words_of(page, 422)
