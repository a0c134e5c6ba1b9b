"""The public list: by place, kind and time, near a postcode, on a map, and each series once."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from m4c.events.models import Event, Series
from tests.cast import Cast
from tests.factories import gathering, queries_of, words_of

PUBLIC = Event.Visibility.PUBLIC.value
CARDIFF, NORWICH = "CF10 1EP", "NR2 1AB"


def meeting(cast: Cast, days: int = 3, **more: Any) -> Event:
    """A public meeting so many days from now."""
    return gathering(cast, starts_at=timezone.now() + timedelta(days=days), visibility=PUBLIC, **more)


def found(query: str) -> str:
    """What the list shows for a search."""
    return words_of(Client().get(f"/events/find/?{query}"))


def test_by_kind_and_time(cast: Cast):
    meeting(cast, 3, title="Soup and songs", kind="social")
    meeting(cast, 9, title="Street lights")
    ninth = timezone.localdate() + timedelta(days=9)
    shown = {
        query: ("Soup and songs" in found(query), "Street lights" in found(query))
        for query in ("kind=social", f"since={ninth}", f"until={ninth - timedelta(days=1)}", "kind=nonsense&since=soon")
    }
    assert list(shown.values()) == [(True, False), (False, True), (True, False), (True, True)]


def test_by_the_name_of_a_hall_or_a_group_but_never_of_a_home(cast: Cast):
    meeting(cast, title="Soup", place="Jubilee Hall")
    meeting(cast, title="Supper", place="14 Glebe Street", at_home=True)
    assert ("Soup" in found("where=jubilee"), "Supper" in found("where=jubilee")) == (True, False)
    assert "Supper" not in found("where=Glebe")
    assert "Supper" in found("where=Cardiff")


def test_near_a_postcode_the_nearest_first(cast: Cast):
    meeting(cast, title="Soup", postcode=CARDIFF)
    meeting(cast, group=cast.norwich, title="Songs", postcode=NORWICH)
    page = found(f"where={CARDIFF}")
    assert ("Soup" in page, "Songs" in page, "away" in page) == (True, False, True)


def test_a_search_is_kept_by_nobody(cast: Cast):
    answer = Client().get("/events/find/?where=CF10+1EP")
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("private, no-store", "no-referrer")
    assert "noindex" in answer["X-Robots-Tag"]


@pytest.mark.parametrize("query", ["where=Atlantis", "where=%00", "since=9999-12-31", "page=99", "until=0001-01-01"])
def test_odd_words_are_answered(cast: Cast, query: str):
    meeting(cast)
    assert "<h1" in found(query)


def test_a_series_stands_once_with_its_next_dates(cast: Cast):
    series = Series.objects.create(
        group=cast.cardiff,
        kind="committee",
        title="Tuesdays",
        rule="FREQ=WEEKLY",
        first_on=date(2026, 1, 1),
        starts="19:00",
    )
    events = [meeting(cast, 7 * week, title=f"Tuesday {week}") for week in (1, 2, 3)]
    for event in events:
        Event.objects.filter(pk=event.pk).update(series=series, series_day=timezone.localdate(event.starts_at))
    page = words_of(Client().get("/events/"))
    assert [f"Tuesday {week}" in page for week in (1, 2, 3)] == [True, False, False]
    assert ("Next dates" in page, str(events[1].uid) in page) == (True, True)
    assert "Next dates" in words_of(Client().get(f"/events/{events[0].uid}/"))


def test_the_map_has_a_list_beside_it(cast: Cast):
    meeting(cast, title="Soup", postcode=CARDIFF)
    page = words_of(Client().get("/events/"))
    assert ("dot-map-dot" in page, "dot-map-list" in page) == (True, True)


@pytest.mark.parametrize("path", ["/events/", f"/events/find/?where={CARDIFF}"])
def test_it_costs_the_same_for_one_as_for_many(cast: Cast, path: str):
    meeting(cast, postcode=CARDIFF)
    client = Client()
    queries_of(client, path)
    before = queries_of(client, "/events/find/?page=1")
    for days in range(4, 8):
        meeting(cast, days, postcode=NORWICH)
    assert queries_of(client, "/events/find/?page=1") == before <= 14
