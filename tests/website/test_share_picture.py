"""The picture of an event: drawn by us, once for what it says, and of a size that other sites take."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from PIL import Image

from m4c.events.models import Event
from m4c.events.operations.event import edit_event
from m4c.website import share_picture
from m4c.website.share_picture import SIZE, Words, draw, picture_of, words_of
from tests.cast import Cast
from tests.factories import gathering

PUBLIC = Event.Visibility.PUBLIC.value


@pytest.mark.parametrize(
    "title", ["Soup", "Street lights and " * 12, "Llanfairpwllgwyngyllgogerychwyrndrobwll" * 3, "🎉"]
)
def test_any_title_fits(title: str):
    picture = Image.open(BytesIO(draw(Words(title, "Tuesday 1 December 2026, 19:00", "Jubilee Hall · Cardiff"))))
    assert (picture.size, picture.format) == (SIZE, "PNG")


def test_the_page_leads_to_it(cast: Cast):
    event = gathering(cast, starts_at=timezone.now() + timedelta(days=3), visibility=PUBLIC)
    page = Client().get(f"/events/{event.uid}/").text
    address = f"/events/{event.uid}/picture.png"
    assert f'{address}?v={words_of(event).version}"' in page
    answer = Client().get(address)
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")


def test_it_is_drawn_once_for_what_it_says(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    cache.clear()
    event = gathering(cast, days=3, visibility=PUBLIC, place="14 Glebe Street", at_home=True)
    drawn: list[Words] = []

    def note(words: Words) -> bytes:
        drawn.append(words)
        return b"picture"

    monkeypatch.setattr(share_picture, "draw", note)
    picture_of(event)
    picture_of(event)
    changed = edit_event(event=event, values={"title": "Songs"}, by=cast.organiser)
    picture_of(changed)
    assert [(words.title, words.where) for words in drawn] == [("Street lights", "Cardiff"), ("Songs", "Cardiff")]
