"""Replies that come at the same moment, each from a connection of its own: nobody takes a place twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from m4c.events.models import Attendance, Event, Reply
from m4c.events.operations.replier import Replier
from m4c.events.operations.reply import Coming, cancel_reply, reply_to_event
from m4c.events.replies.places import places_left
from m4c.people.models import Person
from m4c.people.models.account import website
from tests.cast import Cast
from tests.factories import gathering

TOGETHER, PLACES = 8, 5

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def event(cast: Cast) -> Event:
    """A public meeting tomorrow, with room for a few."""
    website()
    then = timezone.now() + timedelta(days=1)
    return gathering(cast, starts_at=then, visibility=Event.Visibility.PUBLIC, capacity=PLACES)


def reply(event: Event, number: int, guests: int = 0) -> str:
    """A reply on a connection of its own; its token."""
    replier = Replier(f"G{number}", f"F{number}", email=f"g{number}@example.org")
    try:
        replied = reply_to_event(
            event=event, replier=replier, coming=Coming(guests), notice=1, at=timezone.now(), by=website()
        )
    finally:
        connections.close_all()
    return replied.token


def all_at_once(event: Event, numbers: list[int], guests: int = 0) -> list[str]:
    """So many replies at once."""
    with ThreadPoolExecutor(len(numbers)) as pool:
        return list(pool.map(lambda number: reply(event, number, guests), numbers))


def test_no_place_is_given_twice(event: Event) -> None:
    tokens = all_at_once(event, list(range(TOGETHER)))
    assert (len(set(tokens)), Reply.objects.count()) == (TOGETHER, TOGETHER)
    assert (Attendance.objects.filter(state="yes").count(), places_left(event)) == (PLACES, 0)
    assert Reply.objects.waiting().count() == TOGETHER - PLACES


def test_guests_are_places_too(event: Event) -> None:
    all_at_once(event, list(range(TOGETHER)), guests=1)
    assert (Reply.objects.waiting().count(), places_left(event)) == (TOGETHER - 2, 1)


def test_the_same_person_at_once_is_one(event: Event) -> None:
    all_at_once(event, [7] * TOGETHER)
    assert (Person.objects.filter(given_name="G7").count(), Reply.objects.count()) == (1, 1)


def test_places_given_up_at_once_are_given_on_once(event: Event) -> None:
    tokens = all_at_once(event, list(range(TOGETHER)))
    with_place = [token for token in tokens if Reply.objects.of_token(token).get().waiting_since is None]

    def give_up(token: str) -> None:
        try:
            cancel_reply(token=token, at=timezone.now(), by=website())
        finally:
            connections.close_all()

    with ThreadPoolExecutor(TOGETHER) as pool:
        list(pool.map(give_up, with_place))
    assert (Reply.objects.waiting().count(), Attendance.objects.filter(state="yes").count()) == (0, TOGETHER - PLACES)
