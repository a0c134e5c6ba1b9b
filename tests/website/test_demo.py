"""The website's chapter of the demo: whole in both languages, and the same each time."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from m4c.core.permissions import Role
from m4c.people.models import Account, Group
from m4c.website import demo, demo_pictures
from m4c.website.models import GroupPage, NewsPage, PeoplePage, StandardPage, StoryPage
from tests.cast import Cast
from tests.website.site import picture_bytes

KINDS = (StoryPage, NewsPage, StandardPage, PeoplePage, GroupPage)


@pytest.fixture(scope="module")
def chapter(site: None, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The chapter told once to the cast's movement, with small pictures."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")), pytest.MonkeyPatch.context() as patched:
        patched.setattr(demo, "drawn", lambda name: picture_bytes())
        with django_db_blocker.unblock():
            shelf = {"groups": {group.name: group for group in Group.objects.all()}}
            by = Account.objects.of_system(Role.OPERATOR)
            demo.tell(SimpleNamespace(shelf=shelf, by=by, now=timezone.now()))  # type: ignore[arg-type]
        yield


@pytest.fixture
def told(chapter: None, cast: Cast) -> Cast:
    """The cast, to whose movement the chapter is told."""
    return cast


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
