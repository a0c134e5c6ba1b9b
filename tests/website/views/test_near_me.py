"""What is on near a place: public events of the week and groups, by distance; nothing of what was asked is kept."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.events.models import Event
from tests.cast import Cast


def asked(client: Client, where: str) -> Any:
    """The page for a place."""
    return client.get(reverse("near-me"), {"where": where})


def on(cast: Cast, title: str, days: float = 2, **more: Any) -> Event:
    """A public event of Cardiff."""
    words = {"kind": "social", "visibility": "public", "group": cast.cardiff} | more
    return Event.objects.create(title=title, starts_at=timezone.now() + timedelta(days=days), **words)


def test_only_public_events_of_this_week_nearby_are_shown_the_nearest_first(client: Client, cast: Cast) -> None:
    on(cast, "In Swansea", postcode="SA1 3SN", group=cast.swansea)
    on(cast, "At St Mellons", postcode="CF3 0EF")
    on(cast, "In the centre", postcode="CF10 1EP")
    on(cast, "Where Cardiff meets")
    on(cast, "Next month", days=30)
    on(cast, "For the group", visibility="group")
    on(cast, "Called off", cancelled_at=timezone.now())
    on(cast, "In a front room", kind="house_meeting")

    near = asked(client, "CF10 1EP").context["near"]
    assert [each.event.title for each in near.events] == ["In the centre", "Where Cardiff meets", "At St Mellons"]
    assert [each.group for each in near.groups] == [cast.cardiff, cast.st_mellons]


@pytest.mark.parametrize("where", ["cf10", "CF10 1EP", "Cardiff", "cardiff"])
def test_a_place_is_found_by_postcode_or_by_name(client: Client, cast: Cast, where: str) -> None:
    assert asked(client, where).context["near"].groups[0].group == cast.cardiff


def test_where_nothing_is_one_may_start(client: Client, cast: Cast) -> None:
    page = asked(client, "ZE1 0AA").content.decode()

    assert "Nobody near you yet: start one" in page
    assert f"{reverse('contact')}?about=start" in page


def test_a_place_unknown_is_said_to_be(client: Client, cast: Cast) -> None:
    assert "We do not know that place" in asked(client, "Nowhere-on-Sea").content.decode()


def test_what_was_asked_is_kept_by_nobody(client: Client, cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = asked(client, "CF10 1EP")

    assert "CF10" not in "".join(record.getMessage() for record in caplog.records if record.name.startswith("m4c"))
    assert answer["Cache-Control"] == "private, no-store"
    assert (answer["X-Robots-Tag"], answer["Referrer-Policy"]) == ("noindex", "no-referrer")
    assert "CF10" not in answer.content.decode().partition('rel="canonical"')[2].partition(">")[0]
    assert dict(answer.cookies) == {}
