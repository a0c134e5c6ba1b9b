"""A told story is on the site as far as its teller says, and off page, feed and cache once they lower it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from m4c.listening.models import Story
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story import Wording, edit_story, lower_story, take_back_story
from m4c.listening.operations.story_lapse import lapse_story_consents
from m4c.people.models import BirthBand
from m4c.people.operations.birth_band import say_age
from m4c.people.operations.protection import keep_safe
from m4c.website.models import StoryPage
from m4c.website.operations.story import draft_story_page
from m4c.website.story_consent import NotAgreed, state_of
from tests.cast import Cast
from tests.factories import signed_in, words_of
from tests.listening.stories import agreed

FEED = reverse("stories-feed")


@pytest.fixture
def story(laid_out: Cast) -> Story:
    """A story whose teller said yes to the website, with their first name."""
    return agreed(laid_out, {Use.WEBSITE: Level.FIRST_NAME, Use.KEPT: Level.TEAM}, at=timezone.now())


@pytest.fixture
def page(laid_out: Cast, story: Story) -> StoryPage:
    """Its page, published."""
    draft_story_page(story=story, by=laid_out.organiser)
    found = StoryPage.objects.get(from_story=story)
    found.get_parent().specific.save_revision().publish()
    found.save_revision().publish()
    return StoryPage.objects.get(pk=found.pk)


def where_it_is_read(page: StoryPage) -> tuple[int, bool, bool]:
    """What strangers meet: the page's status, and whether the feed and the list of stories hold its title."""
    client = Client()
    lists = [client.get(address).content.decode() for address in (FEED, "/stories/")]
    return client.get(page.url).status_code, page.title in lists[0], page.title in lists[1]


def test_a_draft_says_what_was_agreed(laid_out: Cast, story: Story) -> None:
    client = signed_in(laid_out, "organiser")
    for _twice in range(2):
        client.post(reverse("draft-story-page", kwargs={"uid": story.uid}))
    page = StoryPage.objects.get(from_story=story)
    assert (page.live, page.teller, page.consent_level, state_of(page)) == (False, "Amal", 5, "")


def test_an_editor_publishes_the_words_as_they_were_approved(laid_out: Cast) -> None:
    then = timezone.now() - timedelta(days=3)
    words = '“Go home,” he said; "no" isn\'t  an answer & <never> was.\n\nSo we stayed.'
    story = agreed(laid_out, {Use.WEBSITE: Level.FIRST_NAME, Use.KEPT: Level.TEAM}, words=words, at=then)
    draft_story_page(story=story, by=laid_out.organiser)
    page = StoryPage.objects.get(from_story=story)
    editor = ContentstateConverter(features=["bold", "italic", "link"])
    block = page.body[0]
    page.body = [("words", editor.to_database_format(editor.from_database_format(block.value.source)))]
    assert "data-block-key" in page.body[0].value.source
    page.save_revision()
    assert state_of(page) == ""
    page.body = [("words", page.body[0].value.source.replace("stayed", "left"))]
    page.save_revision()
    assert "has not approved this very text" in state_of(page)


def lowered(cast: Cast, story: Story) -> None:
    lower_story(story=story, use=Use.WEBSITE, level=Level.NAMELESS, at=timezone.now(), by=cast.organiser)


def stopped(cast: Cast, story: Story) -> None:
    lower_story(story=story, use=Use.WEBSITE, level=0, at=timezone.now(), by=cast.organiser)


def taken_back(cast: Cast, story: Story) -> None:
    take_back_story(story=story, at=timezone.now(), by=cast.organiser)


def reworded(cast: Cast, story: Story) -> None:
    new = Wording(story.title, "Quite other words.", story.told_on)
    edit_story(story=story, wording=new, at=timezone.now(), by=cast.organiser)


def ran_out(cast: Cast, story: Story) -> None:
    lapse_story_consents(at=timezone.now() + timedelta(days=366), by=cast.operator)


def kept_safe(cast: Cast, story: Story) -> None:
    keep_safe(person=story.teller, at=timezone.now(), by=cast.safeguarding)


def under_18(cast: Cast, story: Story) -> None:
    say_age(person=story.teller, band=BirthBand.Band.YOUNG, at=timezone.now(), by=cast.organiser)


@pytest.mark.parametrize("act", [lowered, stopped, taken_back, reworded, ran_out, kept_safe, under_18])
def test_it_is_off_page_feed_and_cache_at_once(laid_out: Cast, story: Story, page: StoryPage, act: object) -> None:
    assert where_it_is_read(page) == (200, True, True)
    assert where_it_is_read(page) == (200, True, True)  # kept from before
    act(laid_out, story)  # type: ignore[operator]
    assert where_it_is_read(page) == (404, False, False)


def test_no_draft_of_it_goes_out_again_by_itself(laid_out: Cast, story: Story, page: StoryPage) -> None:
    draft = page.get_latest_revision()
    stopped(laid_out, story)
    draft.refresh_from_db()
    with pytest.raises(NotAgreed):
        draft.publish()
    assert where_it_is_read(page) == (404, False, False)


def test_the_workspace_says_where_it_is_shown(laid_out: Cast, story: Story, page: StoryPage) -> None:
    shown = words_of(signed_in(laid_out, "organiser").get(reverse("story", kwargs={"uid": story.uid})))
    assert f"On the website: {page.title}" in shown
