"""Home, story and event page: kept for everybody, and true again as soon as something changes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import Event
from m4c.events.operations.event import NewEvent, edit_event, plan_event
from tests.cast import Cast
from tests.website.test_pages import story


@pytest.fixture
def addresses(laid_out: Cast) -> list[str]:
    """The front page, a story and an event."""
    event = Event.objects.filter(visibility=Event.Visibility.PUBLIC).first()
    found = ["/", story().url, "/cy/"]
    return found + ([reverse("public-event", args=[event.uid])] if event else [])


def test_a_kept_page_asks_only_whether_something_changed(addresses: list[str]) -> None:
    for address in addresses:
        client = Client()
        first = client.get(address)
        with CaptureQueriesContext(connection) as asked:
            second = client.get(address)
        assert (second.status_code, second.content, len(asked)) == (200, first.content, 1), address


def test_a_page_made_anew_takes_at_most_eight_statements(laid_out: Cast) -> None:
    """With what all pages say alike known already: whose site it is, its menus, its name and its notice."""
    event = Event.objects.create(
        kind=Event.Kind.ASSEMBLY,
        title="The night of the lamps",
        group=laid_out.cardiff,
        starts_at=timezone.now() + timedelta(days=7),
        visibility=Event.Visibility.PUBLIC,
    )
    address = story(event=event, group=laid_out.cardiff).url
    client, cost = Client(), {}
    client.get("/cy/")
    for where in ("/", address, reverse("public-event", args=[event.uid])):
        client.get(where)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{where}?page=2").status_code == 200
        cost[where] = len(asked)
    assert {where: count for where, count in cost.items() if count > 8} == {}


def test_a_kept_event_page_is_true_again_once_the_event_changes(laid_out: Cast) -> None:
    new = NewEvent(
        kind=Event.Kind.ASSEMBLY,
        title="The night of the lamps",
        starts_at=timezone.now() + timedelta(days=7),
        visibility=Event.Visibility.PUBLIC,
    )
    list_address = reverse("public-events")
    assert new.title not in Client().get(list_address).content.decode()
    event = plan_event(group=laid_out.cardiff, new=new, by=laid_out.organiser)
    address = reverse("public-event", args=[event.uid])
    assert new.title in Client().get(list_address).content.decode()

    assert "The night of the candles" not in Client().get(address).content.decode()
    edit_event(event=event, values={"title": "The night of the candles"}, by=laid_out.organiser)
    assert "The night of the candles" in Client().get(address).content.decode()

    edit_event(event=event, values={"visibility": Event.Visibility.GROUP}, by=laid_out.organiser)
    assert Client().get(address).status_code == 404
