"""Public events: those open to everybody, and nothing of any other."""

import pytest
from django.test import Client

from m4c.events.models import Event
from tests.cast import Cast
from tests.factories import gathering

AHEAD = 5_000  # days from the cast's own day: after today, whenever the tests run
PUBLIC = Event.Visibility.PUBLIC.value


@pytest.mark.parametrize("visibility", [Event.Visibility.GROUP, Event.Visibility.INVITED])
def test_nothing_of_an_event_that_is_not_public_ever_shows(laid_out: Cast, visibility: str):
    event = gathering(laid_out, days=AHEAD, title="Behind closed doors", visibility=visibility)
    client = Client()
    assert client.get(f"/events/{event.uid}/").status_code == 404
    pages = ["/", "/events/", "/groups/cardiff/", "/sitemap.xml"]
    assert [page for page in pages if "Behind closed doors" in client.get(page).text] == []
    assert str(event.uid) not in client.get("/sitemap.xml").text


def test_a_house_meeting_never_shows_though_it_be_public(laid_out: Cast):
    event = gathering(laid_out, days=AHEAD, kind=Event.Kind.HOUSE_MEETING.value, title="Tea", visibility=PUBLIC)
    assert Client().get(f"/events/{event.uid}/").status_code == 404
    assert "Tea" not in Client().get("/events/").text


def test_a_public_event_shows_in_both_languages(laid_out: Cast):
    event = gathering(laid_out, days=AHEAD, title="Soup and songs", visibility=PUBLIC)
    for where in ("/events/", "/cy/events/", f"/events/{event.uid}/", f"/cy/events/{event.uid}/", "/", "/cy/"):
        assert "Soup and songs" in Client().get(where).text, where


def test_one_called_off_says_so_and_leaves_the_list(laid_out: Cast):
    event = gathering(laid_out, days=AHEAD, title="Soup and songs", visibility=PUBLIC)
    Event.objects.filter(pk=event.pk).update(cancelled_at=event.starts_at)
    assert "Soup and songs" not in Client().get("/events/").text
    page = Client().get(f"/events/{event.uid}/").text
    assert "This will not take place" in page
    assert "https://schema.org/EventCancelled" in page


def test_the_past_has_a_list_of_its_own(laid_out: Cast):
    gathering(laid_out, days=-900, title="Long ago", visibility=PUBLIC)
    assert "Long ago" not in Client().get("/events/").text
    assert "Long ago" in Client().get("/events/past/").text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_as_for_three(laid_out: Cast, number: int, django_assert_max_num_queries):
    for day in range(number):
        gathering(laid_out, days=AHEAD + day, visibility=PUBLIC)
    Client().get("/events/past/")  # what a process remembers of kinds and sites
    with django_assert_max_num_queries(8):
        Client().get("/events/")


def test_an_event_takes_at_most_eight_queries(laid_out: Cast, django_assert_max_num_queries):
    event = gathering(laid_out, days=AHEAD, visibility=PUBLIC)
    gathering(laid_out, days=AHEAD + 1, visibility=PUBLIC)
    Client().get("/events/")
    with django_assert_max_num_queries(8):
        assert Client().get(f"/events/{event.uid}/").status_code == 200
