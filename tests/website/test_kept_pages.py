"""Home, story and event page: kept for everybody, and true again as soon as something changes."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from m4c.events.models import Event
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
