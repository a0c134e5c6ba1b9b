"""A group's pages, when it becomes part of another: what was written moves, and its address answers."""

from django.test import Client
from django.utils import timezone

from m4c.people.models import Group
from m4c.people.operations.group_merge import merge_group
from m4c.website.models import GroupPage, StoryPage
from tests.cast import Cast
from tests.website.site import AGREED, page_of, story_below


def merge(cast: Cast, gone: Group, kept: Group) -> None:
    now = timezone.now()
    groups = [Group.objects.get(pk=group.pk) for group in (gone, kept)]
    merge_group(groups=groups, on=now.date(), at=now, by=cast.operator)


def test_stories_move_and_the_address_leads_on(laid_out: Cast) -> None:
    old, new = page_of(laid_out.swansea), page_of(laid_out.cardiff)
    for page in (old, new):
        page.save_revision().publish()
    address = GroupPage.objects.get(pk=old.pk).get_url()
    story = story_below(old, group=laid_out.swansea, **AGREED)
    merge(laid_out, laid_out.swansea, laid_out.cardiff)
    moved = StoryPage.objects.get(pk=story.pk)

    assert (moved.get_parent().pk, moved.group) == (new.pk, laid_out.cardiff)
    assert moved.get_latest_revision_as_object().group == laid_out.cardiff
    assert not GroupPage.objects.get(pk=old.pk).live
    assert Client().get(address)["Location"] == GroupPage.objects.get(pk=new.pk).get_url()


def test_two_stories_of_one_address_both_stand(laid_out: Cast) -> None:
    old, new = page_of(laid_out.swansea), page_of(laid_out.cardiff)
    stories = [story_below(page, group=laid_out.swansea, **AGREED) for page in (old, new)]
    merge(laid_out, laid_out.swansea, laid_out.cardiff)

    slugs = sorted(StoryPage.objects.filter(pk__in=[story.pk for story in stories]).values_list("slug", flat=True))
    assert slugs == ["the-lights-came-on", "the-lights-came-on-swansea"]


def test_address_of_a_page_without_a_new_one_answers_with_the_group(laid_out: Cast) -> None:
    old = page_of(laid_out.swansea)
    old.save_revision().publish()
    address = GroupPage.objects.get(pk=old.pk).get_url()
    merge(laid_out, laid_out.swansea, laid_out.norwich)

    assert Client().get(address)["Location"] == "/groups/norwich/"


def test_pages_of_groups_below_move_with_them(laid_out: Cast) -> None:
    below = page_of(laid_out.st_mellons)
    merge(laid_out, laid_out.cardiff, laid_out.swansea)

    assert GroupPage.objects.get(pk=below.pk).get_parent().specific.group == laid_out.swansea
