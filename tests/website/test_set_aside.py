"""A record set aside, or kept safe, takes the pictures and words of its person off the site at once."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from m4c.listening.models.story import Level, Use
from m4c.people.models import Person, RightsRequest
from m4c.people.operations.protection import keep_safe
from m4c.people.operations.restriction import set_aside, set_aside_no_longer
from m4c.people.operations.rights_request import Asked, take_in_request
from m4c.website.models import HomePage, PeoplePage, Picture, StoryPage
from m4c.website.operations.picture import Face, say_who_is_recognised
from m4c.website.operations.story import draft_story_page
from m4c.website.story_consent import NotAgreed, state_of
from tests.cast import Cast
from tests.factories import somebody
from tests.listening.stories import agreed
from tests.website.site import AGREED, page_of, picture, story_below

Hide = Callable[[Cast, Person], None]
WORDS = {"given_name": "Nia", "family_name": "Parry", "teller": "Nia"}


def asked(cast: Cast, person: Person) -> RightsRequest:
    """That their record be set aside."""
    given = Asked("restriction", "phone", person.name, timezone.localdate())
    return take_in_request(group=cast.movement, asked=given, person=person, by=cast.data_protection)


def aside(cast: Cast, person: Person) -> None:
    set_aside(request=asked(cast, person), at=timezone.now(), by=cast.data_protection)


def safe(cast: Cast, person: Person) -> None:
    keep_safe(person=person, at=timezone.now(), by=cast.safeguarding)


@pytest.fixture
def nia(laid_out: Cast) -> Person:
    return somebody(laid_out, "Nia Parry")


def published(cast: Cast) -> StoryPage:
    """A story that an editor wrote down as hers."""
    parent = page_of(cast.cardiff)
    parent.save_revision().publish()
    story = story_below(parent, **{**AGREED, **WORDS})
    story.get_latest_revision().publish()
    return StoryPage.objects.get(pk=story.pk)


def page_of_people(*names: str) -> PeoplePage:
    """The page of those who can be met, with these."""
    home = HomePage.objects.get(locale__language_code="en-gb")
    told = [("somebody", {"name": name, "role": "Leader", "agreed_on": date(2026, 9, 1)}) for name in names]
    page = home.add_child(instance=PeoplePage(title="Us", people=told, locale=home.locale))
    page.save_revision().publish()
    return page


@pytest.mark.parametrize("hide", [aside, safe])
def test_what_an_editor_wrote_down_as_theirs_is_off_the_site(laid_out: Cast, nia: Person, hide: Hide) -> None:
    page, client = published(laid_out), Client()
    assert client.get(page.url).status_code == 200
    hide(laid_out, nia)
    assert client.get(page.url).status_code == 404
    page.refresh_from_db()
    assert state_of(page) == "Nothing of it is shown for now."
    with pytest.raises(NotAgreed):
        page.get_latest_revision().publish()


@pytest.mark.parametrize("hide", [aside, safe])
def test_they_are_left_out_among_the_people(laid_out: Cast, nia: Person, hide: Hide) -> None:
    page, client = page_of_people("Nia Parry", "Ebo Iwu"), Client()
    before = client.get(page.url).content.decode()
    hide(laid_out, nia)
    after = client.get(page.url).content.decode()
    assert [(name in before, name in after) for name in ("Nia Parry", "Ebo Iwu")] == [(True, False), (True, True)]
    assert [one.value["name"] for one in PeoplePage.objects.get(pk=page.pk).people] == ["Nia Parry", "Ebo Iwu"]


def test_a_story_told_in_the_workspace_is_off_the_site(laid_out: Cast) -> None:
    story = agreed(laid_out, {Use.WEBSITE: Level.FIRST_NAME, Use.KEPT: Level.TEAM}, at=timezone.now())
    draft_story_page(story=story, by=laid_out.organiser)
    page = StoryPage.objects.get(from_story=story)
    page.get_parent().specific.save_revision().publish()
    page.save_revision().publish()
    assert Client().get(page.url).status_code == 200
    aside(laid_out, story.teller)
    assert Client().get(page.url).status_code == 404


def test_their_pictures_wait(laid_out: Cast, nia: Person) -> None:
    shown = picture()
    say_who_is_recognised(
        picture=shown, faces=[Face("Nia Parry", date(2026, 10, 1), "In writing")], by=laid_out.operator
    )
    assert not Picture.objects.get(pk=shown.pk).is_kept_back
    aside(laid_out, nia)
    assert Picture.objects.get(pk=shown.pk).is_kept_back


def test_once_it_ends_an_editor_may_publish_again(laid_out: Cast, nia: Person) -> None:
    page, request = published(laid_out), asked(laid_out, nia)
    set_aside(request=request, at=timezone.now(), by=laid_out.data_protection)
    today, now = timezone.localdate(), timezone.now()
    set_aside_no_longer(request=request, told_on=today, at=now, by=laid_out.data_protection)
    page.refresh_from_db()
    assert (page.live, state_of(page)) == (False, "")
