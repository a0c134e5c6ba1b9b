"""The website's chapter of the demo: whole in both languages, and the same each time."""

from types import SimpleNamespace

import pytest
from django.test import Client

from m4c.people.models import Group
from m4c.website import demo, demo_pictures
from m4c.website.models import GroupPage, NewsPage, PeoplePage, StandardPage, StoryPage
from tests.cast import Cast
from tests.website.site import picture_bytes

KINDS = (StoryPage, NewsPage, StandardPage, PeoplePage, GroupPage)


@pytest.fixture
def told(laid_out: Cast, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """The chapter told to the cast's movement, with small pictures."""
    monkeypatch.setattr(demo, "drawn", lambda name: picture_bytes())
    demo.tell(SimpleNamespace(shelf={"groups": {group.name: group for group in Group.objects.all()}}))  # type: ignore[arg-type]
    return laid_out


def test_every_page_is_there_in_both_languages(told: Cast):
    counts = {kind.__name__: kind.objects.visible_to(None).in_language("en-gb").count() for kind in KINDS}
    assert counts == {"StoryPage": 4, "NewsPage": 4, "StandardPage": 2, "PeoplePage": 1, "GroupPage": 3}
    welsh = {kind.__name__: kind.objects.visible_to(None).in_language("cy").count() for kind in KINDS}
    assert welsh == counts


def test_every_page_of_it_opens(told: Cast):
    client = Client()
    urls = [page.url for kind in KINDS for page in kind.objects.visible_to(None)]
    assert {url: client.get(url).status_code for url in urls} == dict.fromkeys(urls, 200)


def test_a_picture_is_the_same_each_time():
    assert demo_pictures.drawn("wall") == demo_pictures.drawn("wall")
