"""One's own calendar by a secret address."""

import icalendar
import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import CalendarFeed, Event
from m4c.events.operations.attendance import record_attendance
from m4c.events.operations.calendar_feed import make_feed, stop_feed
from m4c.people.models import Account
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import gathering, signed_in, words_of


@pytest.fixture(autouse=True)
def fresh_limits(cast: Cast) -> None:
    """No attempt has been made yet."""
    cache.clear()


def path_of(cast: Cast) -> str:
    """The member's address."""
    return str(make_feed(at=timezone.now(), by=cast.member)).partition("8000")[2]


def test_from_the_page_to_the_phone(cast: Cast):
    client = signed_in(cast, "member")
    assert "Make my address" in words_of(client.get(reverse("own-calendar")))
    page = words_of(client.post(reverse("own-calendar")))
    address = next(word for word in page.split('"') if word.endswith(".ics"))
    assert address not in words_of(client.get(reverse("own-calendar")))
    event = gathering(cast, starts_at=timezone.now(), visibility=Event.Visibility.GROUP)
    record_attendance(event=event, person=cast.person("member"), state="yes", by=cast.operator)

    response = Client().get(address.partition("8000")[2])
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    told = icalendar.Calendar.from_ical(response.content)
    assert [line["UID"] for line in told.events] == [str(event.uid)]


def test_another_address_ends_the_first_and_stopping_ends_both(cast: Cast):
    first, second = path_of(cast), path_of(cast)
    assert [Client().get(path).status_code for path in (first, second)] == [404, 200]
    stop_feed(at=timezone.now(), by=cast.member)
    assert (Client().get(second).status_code, CalendarFeed.objects.filter(revoked_at=None).count()) == (404, 0)


def test_it_ends_with_the_account(cast: Cast):
    path = path_of(cast)
    Account.objects.filter(pk=cast.member.pk).update(is_active=False)
    assert Client().get(path).status_code == 404


def test_an_address_from_before_she_was_kept_safe_tells_nothing_more(cast: Cast):
    """Somebody else may follow it; her page and a new address are as ever."""
    path, member, now = path_of(cast), cast.person("member"), timezone.now()
    event = gathering(cast, starts_at=now)
    record_attendance(event=event, person=member, state="yes", by=cast.operator)
    keep_safe(person=member, at=timezone.now(), by=cast.leader)
    before = icalendar.Calendar.from_ical(Client().get(path).content)
    since = icalendar.Calendar.from_ical(Client().get(path_of(cast)).content)
    assert [[str(line["UID"]) for line in each.events] for each in (before, since)] == [[], [str(event.uid)]]


def test_stopping_by_the_button(cast: Cast):
    client, path = signed_in(cast, "member"), path_of(cast)
    assert client.post(reverse("stop-own-calendar"))["Location"] == reverse("own-calendar")
    assert Client().get(path).status_code == 404
