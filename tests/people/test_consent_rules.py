"""May we contact somebody: each channel's rule, and that one and many are answered alike."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import product
from random import Random

import pytest

from m4c.people.consent_rules import may_contact, standing_of, who_may_be_contacted
from m4c.people.models import Channel, Consent, Person, PersonPhone, Purpose
from m4c.people.operations.consent import Said, write_consents
from m4c.people.operations.person import NewPerson, add_people, record_death, record_move_away, set_address
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast

GIVEN, REFUSED, WITHDRAWN, OBJECTED, TAKEN_BACK = Consent.State
NEWS = Purpose.NEWS
Say = Callable[..., None]


@pytest.fixture
def say(cast: Cast, amal: Person, now: datetime) -> Say:
    """Writes what Amal said so many days ago."""

    def write(channel: Channel, state: str, days_ago: int, purpose: Purpose = NEWS, person: Person = amal) -> None:
        at = now - timedelta(days=days_ago)
        said = Said(person, channel, purpose, state, at, source="told us", wording="Yes, write to me")
        write_consents([said], taken_by=cast.organiser)

    return write


def allowed(person: Person, at: datetime, purpose: Purpose = NEWS) -> set[str]:
    """The channels open to a person; one and many must agree on each."""
    person.refresh_from_db()
    answers = {channel.value for channel in Channel if may_contact(person, channel, purpose, at, automatic=True)}
    everybody = Person.objects.filter(pk=person.pk)
    assert answers == {
        channel.value for channel in Channel if who_may_be_contacted(everybody, channel, purpose, at).exists()
    }
    return answers


def test_nobody_asked_means_no_email_and_no_text(amal: Person, now: datetime) -> None:
    assert allowed(amal, now) == {"phone", "post", "door"}


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.TEXT])
def test_email_and_text_need_consent_given_before(amal: Person, say: Say, now: datetime, channel: Channel) -> None:
    say(channel, GIVEN, 1)

    assert may_contact(amal, channel, NEWS, now)
    assert not may_contact(amal, channel, NEWS, now - timedelta(days=2))
    assert not may_contact(amal, channel, Purpose.MONEY, now)


@pytest.mark.parametrize("state", [REFUSED, WITHDRAWN])
@pytest.mark.parametrize("channel", [*Channel])
def test_a_later_no_counts_for_every_channel(
    amal: Person, say: Say, now: datetime, channel: Channel, state: str
) -> None:
    say(channel, GIVEN, 9)
    say(channel, state, 3)

    assert channel.value not in allowed(amal, now)


@pytest.mark.parametrize("consent_days_ago", [9, 1])
@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.TEXT, Channel.POST, Channel.DOOR])
def test_objection_beats_consent_whenever_it_came(
    amal: Person, say: Say, now: datetime, channel: Channel, consent_days_ago: int
) -> None:
    say(channel, OBJECTED, 5)
    say(channel, GIVEN, consent_days_ago)

    assert channel.value not in allowed(amal, now)


@pytest.mark.parametrize("channel", [*Channel])
def test_objection_to_anything_at_all_stops_every_purpose(
    amal: Person, say: Say, now: datetime, channel: Channel
) -> None:
    say(channel, GIVEN, 9)
    say(channel, OBJECTED, 5, Purpose.ALL)

    assert {
        purpose for purpose in (NEWS, Purpose.MONEY, Purpose.SERVICE) if channel in allowed(amal, now, purpose)
    } == set()


def test_objection_taken_back_leaves_what_was_agreed(amal: Person, say: Say, now: datetime) -> None:
    say(Channel.EMAIL, GIVEN, 9)
    say(Channel.EMAIL, OBJECTED, 5)
    say(Channel.EMAIL, TAKEN_BACK, 2)

    assert "email" in allowed(amal, now)


def test_objection_to_appeals_leaves_the_news(amal: Person, say: Say, now: datetime) -> None:
    say(Channel.POST, OBJECTED, 5, Purpose.MONEY)

    assert "post" in allowed(amal, now)
    assert "post" not in allowed(amal, now, Purpose.MONEY)


def test_phone_listed_with_the_preference_service_needs_a_yes(amal: Person, say: Say, now: datetime) -> None:
    PersonPhone.objects.filter(person=amal).update(tps_seen_on=date(2026, 10, 1))
    before = allowed(amal, now)
    say(Channel.PHONE, GIVEN, 1)

    assert "phone" not in before
    assert "phone" in allowed(amal, now)


def test_phone_a_yes_overrides_an_earlier_objection_only(amal: Person, say: Say, now: datetime) -> None:
    say(Channel.PHONE, GIVEN, 9)
    say(Channel.PHONE, OBJECTED, 5)
    before = allowed(amal, now)
    say(Channel.PHONE, GIVEN, 1)

    assert "phone" not in before
    assert "phone" in allowed(amal, now)


def test_service_messages_need_no_consent(amal: Person, say: Say, now: datetime) -> None:
    say(Channel.EMAIL, OBJECTED, 3)

    assert allowed(amal, now, Purpose.SERVICE) == {"email", "text", "phone", "post", "door"}


def test_service_messages_stop_at_an_objection_to_them(amal: Person, say: Say, now: datetime) -> None:
    say(Channel.PHONE, OBJECTED, 3, Purpose.SERVICE)

    assert "phone" not in allowed(amal, now, Purpose.SERVICE)
    assert "phone" in allowed(amal, now)


def test_do_not_knock_holds_for_all_who_live_there(
    cast: Cast, amal: Person, say: Say, add: Callable[..., Person], now: datetime
) -> None:
    neighbour = add("Yusuf Ali", cast.cardiff)
    for person in (amal, neighbour):
        set_address(person=person, lines="12 Heol Maes Eirwg", postcode="CF3 0EF", by=cast.organiser)
    say(Channel.DOOR, OBJECTED, 3)

    assert "door" not in allowed(neighbour, now)
    assert "door" in allowed(neighbour, now - timedelta(days=4))
    assert allowed(neighbour, now) == {"phone", "post"}


@pytest.mark.parametrize("stop", [record_death, record_move_away])
def test_somebody_who_died_or_moved_away_is_not_contacted_at_all(
    cast: Cast, amal: Person, say: Say, now: datetime, stop: Callable[..., Person]
) -> None:
    say(Channel.EMAIL, GIVEN, 9)
    stop(person=amal, on=now.date(), by=cast.organiser)

    assert [allowed(amal, now, purpose) for purpose in (NEWS, Purpose.SERVICE)] == [set(), set()]


def test_somebody_kept_safe_gets_nothing_that_goes_out_by_itself(
    cast: Cast, amal: Person, say: Say, now: datetime
) -> None:
    say(Channel.EMAIL, GIVEN, 9)
    keep_safe(person=amal, by=cast.leader, at=now)

    assert allowed(amal, now) == set()
    assert may_contact(amal, Channel.EMAIL, NEWS, now)


def test_nobody_is_contacted_for_anything_at_all(amal: Person, now: datetime) -> None:
    with pytest.raises(ValueError, match="say what for"):
        may_contact(amal, Channel.EMAIL, Purpose.ALL, now)
    with pytest.raises(ValueError, match="say what for"):
        who_may_be_contacted(Person.objects.all(), Channel.EMAIL, Purpose.ALL, now)


def test_the_answer_says_why(amal: Person, say: Say, now: datetime) -> None:
    say(Channel.EMAIL, GIVEN, 4)
    say(Channel.POST, OBJECTED, 4)
    answers = [may_contact(amal, channel, NEWS, now).why for channel in Channel]

    assert answers == [
        "Agreed on 1 October 2026: told us.",
        "No consent yet.",
        "No objection.",
        "Objected on 1 October 2026.",
        "No objection.",
    ]


@pytest.mark.parametrize("seed", range(2))
def test_one_and_many_are_answered_alike(cast: Cast, now: datetime, seed: int) -> None:
    """Of forty people with stories drawn by lot, the two ways of asking find the same for each."""
    lot = Random(seed)
    rows = [NewPerson(f"Somebody{number}", "Drawn", phones=[f"+4477009{number:05}"]) for number in range(40)]
    people = add_people(group=cast.cardiff, rows=rows, by=cast.operator)
    PersonPhone.objects.filter(person__in=lot.sample(people, 15)).update(tps_seen_on=now.date())
    said = [row for person in people for row in story_by_lot(lot, person, now)]
    write_consents(said, taken_by=cast.organiser)
    standings = [standing_of(person) for person in people]
    everybody = Person.objects.filter(pk__in=[person.pk for person in people])

    for at in (now, now - timedelta(days=3)):
        for channel, purpose in product(Channel, (NEWS, Purpose.SERVICE)):
            one_by_one = {one.person for one in standings if one.answer(channel, purpose, at)}
            assert set(who_may_be_contacted(everybody, channel, purpose, at)) == one_by_one


def story_by_lot(lot: Random, person: Person, now: datetime) -> list[Said]:
    """Up to five things that somebody said in the last week, each by lot and each at a time of its own."""
    story = []
    for days in lot.sample(range(7), lot.randrange(6)):
        state = lot.choice([*Consent.State])
        purpose = NEWS if state in Consent.State.answers() else lot.choice([NEWS, Purpose.SERVICE, Purpose.ALL])
        at = now - timedelta(days=days)
        story.append(Said(person, lot.choice([*Channel]), purpose, state, at, source="told us", wording="Yes"))
    return story
