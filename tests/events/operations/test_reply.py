"""Replies by the public page: who they are, what they write, which places they take, and what a stranger learns."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.core.models import AuditEntry
from m4c.events.models import Attendance, Event, EventLetter, Guest, LetterToSomebody, Reply
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.event import call_off_event
from m4c.events.operations.replier import Replier
from m4c.events.operations.reply import Coming, Replied, ReplyRefused, cancel_reply, change_reply, reply_to_event
from m4c.events.replies.links import token_of
from m4c.events.replies.places import has_room, places_left
from m4c.people.models import Consent, Membership, Person, PersonEmail
from m4c.people.models.account import website
from m4c.people.operations.consent import record_consent
from tests.cast import Cast
from tests.factories import NOW, gathering, somebody

NEST = Replier("Nest", "Abara", email="nest.abara@example.org", language="en-gb")
EBO = Replier("Ebo", "Iwu", phone="+447700900155", language="cy")
WORDS = {"email": "You may e-mail me news."}


@pytest.fixture
def event(cast: Cast) -> Event:
    """A public meeting in a week."""
    return meeting(cast)


def meeting(cast: Cast, capacity: int | None = None, **more: Any) -> Event:
    """A public meeting in a week, with room for so many."""
    event = gathering(cast, days=7, visibility=Event.Visibility.PUBLIC, **more)
    Event.objects.filter(pk=event.pk).update(capacity=capacity)
    event.refresh_from_db()
    return event


def reply(event: Event, replier: Replier = NEST, **more: Any) -> Replied:
    """What comes of a reply."""
    return reply_to_event(event=event, replier=replier, coming=Coming(**more), notice=1, at=NOW, by=website())


def state(event: Event, person: Person) -> str:
    """Where somebody stands."""
    return Attendance.objects.get(event=event, person=person).state


def test_somebody_new_comes_in_as_a_supporter_and_agrees_to_nothing(cast: Cast, event: Event):
    replied = reply(event, guests=2, names=["Idris"], access_needs=["bsl"], words=" By train ")
    person, row = replied.reply.person, Reply.objects.get()

    assert (row.guests, row.access_needs, row.words, row.waiting_since) == (2, ["bsl"], "By train", None)
    assert list(Guest.objects.values_list("name", flat=True)) == ["Idris"]
    assert state(event, person) == "yes"
    assert [(one.group, one.role) for one in person.memberships.all()] == [(cast.cardiff, Membership.Role.SUPPORTER)]
    assert not Consent.objects.filter(person=person).exists()
    letter = LetterToSomebody.objects.get()
    assert (letter.person, letter.kind, letter.state) == (person, EventLetter.Kind.CONFIRMATION, "queued")
    assert AuditEntry.objects.filter(operation="events.reply_to_event").count() == 1


def test_the_box_is_kept_in_its_words(cast: Cast, event: Event):
    person = reply(event, Replier("Nest", email="nest@example.org", agreed=WORDS)).reply.person
    assert [(row.channel, row.purpose, row.state, row.wording) for row in Consent.objects.filter(person=person)] == [
        ("email", "news", "given", "You may e-mail me news.")
    ]


def test_a_typed_box_lifts_no_refusal(cast: Cast, event: Event):
    amal = somebody(cast, "Amal Yusuf", emails=["amal@example.org"])
    said = {"purpose": "news", "state": "withdrawn", "at": NOW, "source": "phone"}
    record_consent(person=amal, channel="email", **said, by=cast.organiser)  # type: ignore[arg-type]
    agreed = WORDS | {"phone": "You may ring me."}
    reply(event, Replier("Amal", "Yusuf", email="amal@example.org", agreed=agreed))
    given = Consent.objects.filter(person=amal, state="given")
    assert list(given.values_list("channel", flat=True)) == ["phone"]


def test_nothing_is_written_into_the_record_of_somebody_known(cast: Cast, event: Event):
    amal = somebody(cast, "Amal Yusuf", phones=["+447700900155"])
    replied = reply(event, Replier("Amal", "Yusuf", email="mine@example.org", phone="+447700900155"))
    assert replied.reply.person == amal
    assert not PersonEmail.objects.filter(person=amal).exists()


def test_the_same_person_twice_is_one_reply_that_stands(cast: Cast, event: Event):
    first, again = reply(event, guests=1), reply(event, guests=4)
    assert (Reply.objects.count(), Reply.objects.get().guests, first.reply.pk) == (1, 1, again.reply.pk)
    assert first.had_room is again.had_room is True
    assert LetterToSomebody.objects.count() == 1  # one is on its way already
    LetterToSomebody.objects.update(state="sent")
    reply(event)
    assert [row.occasion for row in LetterToSomebody.objects.order_by("pk")] == [0, 1]


def test_whoever_types_a_known_name_gets_a_link_that_opens_nothing(cast: Cast, event: Event):
    first, again = reply(event, EBO), reply(event, EBO)
    assert (len(first.token), len(again.token)) == (43, 43)
    assert Reply.objects.of_token(first.token).exists()
    assert not Reply.objects.of_token(again.token).exists()


def test_a_household_that_shares_an_address_is_as_many_as_their_names(cast: Cast, event: Event):
    reply(event)
    reply(event, Replier("Idris", "Abara", email=NEST.email))
    assert Reply.objects.values("person").distinct().count() == 2


def test_letters_to_one_address_end_somewhere(cast: Cast):
    for number in range(7):
        reply(meeting(cast, title=f"Meeting {number}"))
    assert (Reply.objects.count(), LetterToSomebody.objects.count()) == (7, 5)


def test_places_count_guests_and_those_who_said_yes_elsewhere(cast: Cast):
    event = meeting(cast, 5)
    record_attendance(event=event, person=cast.person("member"), state="yes", by=cast.operator)
    assert places_left(event) == 4
    reply(event, guests=2)
    assert (places_left(event), has_room(event), has_room(event, 2)) == (1, True, False)


def test_who_does_not_fit_waits_and_is_told_no_number(cast: Cast):
    event = meeting(cast, 2)
    reply(event)
    waits = reply(event, EBO, guests=1)
    assert (waits.had_room, waits.reply.waiting_since, state(event, waits.reply.person)) == (False, NOW, "listed")
    assert places_left(event) == 1


def test_a_full_event_answers_those_with_a_place_and_all_others_alike(cast: Cast):
    event = meeting(cast, 1)
    reply(event)
    assert [reply(event).had_room, reply(event, EBO).had_room] == [False, False]
    assert Reply.objects.get(person__given_name="Nest").waiting_since is None


def test_a_place_given_up_goes_to_the_first_who_fits(cast: Cast):
    event = meeting(cast, 2)
    nest = reply(event)
    reply(event, EBO, guests=0)
    two = reply(event, Replier("Ola", email="ola@example.org"), guests=1).reply
    one = reply(event, Replier("Siw", email="siw@example.org")).reply
    cancel_reply(token=nest.token, at=NOW, by=website())

    two.refresh_from_db()
    one.refresh_from_db()
    assert (two.waiting_since, one.waiting_since) == (NOW, None)
    assert (state(event, nest.reply.person), state(event, one.person)) == ("no", "yes")
    places = LetterToSomebody.objects.filter(kind=EventLetter.Kind.PLACE)
    assert [letter.person for letter in places] == [one.person]


def test_change_frees_and_takes_places(cast: Cast):
    event = meeting(cast, 3)
    nest = reply(event, guests=2)
    waiting = reply(event, EBO).reply
    change_reply(token=nest.token, coming=Coming(guests=1, names=["Idris"]), at=NOW, by=website())
    waiting.refresh_from_db()
    assert (waiting.waiting_since, places_left(event)) == (None, 0)
    with pytest.raises(ReplyRefused, match="no room"):
        change_reply(token=nest.token, coming=Coming(guests=2), at=NOW, by=website())
    assert places_left(event) == 0


def test_guests_stay_themselves_when_a_reply_changes(cast: Cast, event: Event):
    nest = reply(event, names=["Idris", "Ola"])
    kept = Guest.objects.get(name="Idris").pk
    change_reply(token=nest.token, coming=Coming(names=["Idris", "Siw"]), at=NOW, by=website())
    assert (Guest.objects.get(name="Idris").pk, sorted(Guest.objects.values_list("name", flat=True))) == (
        kept,
        ["Idris", "Siw"],
    )


def test_who_cancelled_may_come_after_all_by_link_or_form(cast: Cast, event: Event):
    nest = reply(event)
    cancel_reply(token=nest.token, at=NOW, by=website())
    cancel_reply(token=nest.token, at=NOW, by=website())
    change_reply(token=nest.token, coming=Coming(), at=NOW, by=website())
    assert state(event, nest.reply.person) == "yes"
    cancel_reply(token=nest.token, at=NOW, by=website())
    reply(event, guests=1)
    assert (Reply.objects.get().cancelled_at, state(event, nest.reply.person)) == (None, "yes")


def test_what_takes_no_reply(cast: Cast, event: Event):
    inside = gathering(cast, days=7)
    over = gathering(cast, days=-7, visibility=Event.Visibility.PUBLIC)
    called_off = call_off_event(event=meeting(cast, title="Off"), at=NOW, by=cast.organiser)
    for closed in (inside, over, called_off):
        with pytest.raises(ReplyRefused):
            reply(closed)
    with pytest.raises(ReplyRefused, match="opens nothing"):
        cancel_reply(token="x" * 43, at=NOW, by=website())
    with pytest.raises(ReplyRefused, match="write to us"):
        reply(event, guests=21)
    with pytest.raises(TypeError):
        reply(event, access_needs=["gold"])
    assert not Reply.objects.exists()


def test_somebody_kept_safe_is_answered_like_all_and_seen_by_none(cast: Cast, event: Event):
    safe = cast.person("protected_member")
    PersonEmail.objects.create(person=safe, address="safe@example.org", folded="safe@example.org")
    before = Membership.objects.filter(person=safe).count()
    replied = reply(event, Replier(safe.given_name, safe.family_name, email="safe@example.org", agreed=WORDS))

    assert (replied.reply.person, replied.had_room) == (safe, True)
    assert Membership.objects.filter(person=safe).count() == before
    for rows in (Attendance.objects, Reply.objects, LetterToSomebody.objects):
        assert not rows.visible_to(cast.organiser).filter(person=safe).exists()


def test_the_link_is_worked_out_from_the_reply_and_kept_as_a_hash(cast: Cast, event: Event):
    nest = reply(event)
    assert (token_of(nest.reply), len(nest.reply.token_hash)) == (nest.token, 64)
    assert nest.token not in str(Reply.objects.values())


@pytest.mark.parametrize("capacity", [None, 500])
@pytest.mark.parametrize("number", [0, 30])
def test_a_reply_takes_few_statements_however_many_have_come_in(cast: Cast, capacity: int | None, number: int):
    event = meeting(cast, capacity)
    for each in range(number):
        reply(event, Replier(f"G{each}", f"F{each}", email=f"g{each}@example.org"))
    website()
    with CaptureQueriesContext(connection) as new:
        reply(event, guests=1, names=["Idris"])
    somebody(cast, "Amal Yusuf", emails=["amal@example.org"])
    with CaptureQueriesContext(connection) as known:
        reply(event, Replier("Amal", "Yusuf", email="amal@example.org"))
    assert (len(new) <= 30, len(known) <= 30) == (True, True), (len(new), len(known))


def test_a_reply_waits_its_turn_by_the_clock(cast: Cast):
    event = meeting(cast, 1)
    reply(event)
    first = reply_to_event(
        event=event, replier=EBO, coming=Coming(), notice=1, at=NOW - timedelta(hours=1), by=website()
    )
    later = reply(event, Replier("Ola", email="ola@example.org"))
    assert list(Reply.objects.waiting()) == [first.reply, later.reply]
