"""Pages that are scheduled go out and off in time, but for what may not be public any more."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Revision

from m4c.website.models import GroupPage, StoryPage
from m4c.website.operations.schedule import publish_due_pages
from m4c.website.tasks import publish_due
from tests.cast import Cast
from tests.website.site import AGREED, page_of, story_below

SOON = timedelta(hours=1)


def scheduled(story: StoryPage) -> StoryPage:
    """The story, to be published in an hour, which is now over."""
    story.go_live_at = timezone.now() + SOON
    story.save_revision().publish()
    over = timezone.now() - SOON
    for revision in Revision.objects.exclude(approved_go_live_at=None):
        revision.content = {**revision.content, "go_live_at": over.isoformat()}
        revision.approved_go_live_at = over
        revision.save()
    return story


def test_a_story_goes_out_in_time(laid_out: Cast) -> None:
    story = scheduled(story_below(page_of(laid_out.cardiff), **AGREED))
    assert not StoryPage.objects.get(pk=story.pk).live
    publish_due.call()
    assert StoryPage.objects.get(pk=story.pk).live


def test_a_page_goes_off_in_time(laid_out: Cast) -> None:
    page = page_of(laid_out.cardiff)
    page.save_revision().publish()
    GroupPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - SOON)
    publish_due_pages()
    assert not GroupPage.objects.get(pk=page.pk).live


def test_what_is_agreed_to_no_more_is_held_back_and_the_rest_goes_out(laid_out: Cast) -> None:
    first = scheduled(story_below(page_of(laid_out.cardiff), **AGREED))
    second = scheduled(story_below(page_of(laid_out.manchester), **AGREED))
    StoryPage.objects.filter(pk=first.pk).update(consent_lowered_on=timezone.localdate())
    assert publish_due_pages() == 1
    assert [StoryPage.objects.get(pk=story.pk).live for story in (first, second)] == [False, True]
    assert not Revision.objects.exclude(approved_go_live_at=None).exists()
