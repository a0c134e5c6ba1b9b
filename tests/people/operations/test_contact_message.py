"""Messages of the contact form: to the group of the place, told of without content, answered, and forgotten."""

from datetime import datetime, timedelta

import pytest
from django.core import mail

from m4c.core.errors import NotAllowed
from m4c.core.worker import run_waiting
from m4c.people.desk.written import Written
from m4c.people.models import ContactMessage
from m4c.people.models.account import website
from m4c.people.operations.contact_message import (
    MessageRefused,
    answer_message,
    forget_messages,
    leave_message,
)
from tests.cast import PERSONAS, Cast

HELLO = Written("Ebo Iwu", "ebo.iwu@example.org", "May I bring my dog?", "en-gb")


def left(at: datetime, postcode: str = "CF10 1EP") -> ContactMessage:
    """A message that came then."""
    return leave_message(written=HELLO, postcode=postcode, notice=1, at=at, by=website())


def test_a_message_goes_to_the_group_near_the_postcode_or_to_the_movement(cast: Cast, now: datetime) -> None:
    assert [left(now, postcode).group for postcode in ("CF10 1EP", "", "ZE1 0AA")] == [
        cast.cardiff,
        cast.movement,
        cast.movement,
    ]


def test_those_who_answer_are_told_without_a_word_of_it(cast: Cast, now: datetime) -> None:
    left(now)
    run_waiting()

    assert [letter.to for letter in mail.outbox] == [[cast.organiser.email]]
    assert "/organise/messages/" in mail.outbox[0].body
    assert not any(word in mail.outbox[0].body for word in ("dog", "Ebo", "ebo.iwu"))


def test_only_those_who_answer_for_the_group_read_it(cast: Cast, now: datetime) -> None:
    message = left(now)
    readers = {name for name in PERSONAS if ContactMessage.objects.visible_to(getattr(cast, name)).exists()}

    assert readers == {"organiser", "national_organiser", "admin"}
    with pytest.raises(NotAllowed):
        answer_message(message=message, at=now, by=cast.leader)


def test_a_message_is_answered_once(cast: Cast, now: datetime) -> None:
    message = answer_message(message=left(now), at=now, by=cast.organiser)

    assert (message.answered_by, list(ContactMessage.objects.open())) == (cast.organiser, [])
    with pytest.raises(MessageRefused):
        answer_message(message=message, at=now, by=cast.organiser)


def test_messages_are_forgotten_as_the_setting_says(cast: Cast, now: datetime, settings: object) -> None:
    left(now - timedelta(days=181))
    kept = left(now - timedelta(days=179))

    forget_messages(at=now, by=cast.operator)

    assert list(ContactMessage.objects.all()) == [kept]
