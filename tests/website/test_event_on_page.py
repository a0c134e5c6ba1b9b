"""A story and a post refer to an event: chosen among public ones, and shown as long as everybody may know of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from m4c.core import public_version
from m4c.events.models import Event
from m4c.website.event_chooser import EventComparison
from m4c.website.models import NewsPage, StoryPage
from tests.cast import Cast
from tests.website.site import AGREED, page_of, story_below
from tests.website.test_pages import post, story

TITLE = "The night of the lamps"


@pytest.fixture
def event(laid_out: Cast) -> Event:
    """A public event of Cardiff's, a week from now."""
    return Event.objects.create(
        kind=Event.Kind.ASSEMBLY,
        title=TITLE,
        group=laid_out.cardiff,
        starts_at=timezone.now() + timedelta(days=7),
        visibility=Event.Visibility.PUBLIC,
    )


HIDDEN: list[dict[str, Any]] = [
    {"visibility": Event.Visibility.GROUP},
    {"visibility": Event.Visibility.INVITED},
    {"kind": Event.Kind.HOUSE_MEETING},
]


def hide(event: Event, **values: Any) -> None:
    """Have it be one that not everybody may know of."""
    Event.objects.filter(pk=event.pk).update(**values)
    public_version.bump()
    public_version.forget()


@pytest.fixture
def editor(laid_out: Cast) -> Client:
    """The editor of Cardiff at work."""
    client = Client()
    client.force_login(laid_out.fresh("editor"))
    return client


def test_its_card_stands_on_a_story_and_on_a_post(event: Event) -> None:
    for page in (story(event=event), post(event=event)):
        shown = Client().get(page.url).text
        assert (TITLE in shown, f"/events/{event.uid}/" in shown, "Come along" in shown) == (True, True, True)
        assert "<c-" not in shown


def test_an_event_that_has_been_invites_nobody(event: Event) -> None:
    hide(event, starts_at=timezone.now() - timedelta(days=7))
    assert "Where it happened" in Client().get(story(event=event).url).text


@pytest.mark.parametrize("values", [*HIDDEN, {"cancelled_at": timezone.now()}])
def test_it_vanishes_from_page_feed_and_lists(event: Event, values: dict[str, Any]) -> None:
    pages = story(event=event), post(event=event)
    wheres = [*(page.url for page in pages), "/stories/", "/news/", "/feeds/stories.xml", "/feeds/news.xml", "/"]
    assert TITLE in Client().get(wheres[0]).text
    hide(event, **values)
    wheres = [where for where in wheres if where != "/" or "cancelled_at" not in values]
    assert [where for where in wheres if TITLE in Client().get(where).text] == []


def test_an_editor_chooses_among_public_ones(event: Event, editor: Client) -> None:
    for address in ("/cms/choose-event/", "/cms/choose-event/results/?q=LAMPS", "/cms/choose-event/results/?q=cardiff"):
        assert TITLE in editor.get(address).text, address
    assert TITLE not in editor.get("/cms/choose-event/results/?q=assembled").text
    assert TITLE in editor.get(f"/cms/choose-event/chosen/{event.pk}/").text


@pytest.mark.parametrize("values", HIDDEN)
def test_the_editor_names_no_other(laid_out: Cast, event: Event, editor: Client, values: dict[str, Any]) -> None:
    draft = story_below(page_of(laid_out.cardiff), event=event, **AGREED)
    before = draft.latest_revision_id
    draft.event = None
    draft.save_revision()
    draft.event = event
    draft.save_revision()
    wheres = [
        "/cms/choose-event/",
        "/cms/choose-event/results/?q=lamps",
        f"/cms/choose-event/chosen/{event.pk}/",
        f"/cms/pages/{draft.pk}/edit/",
        f"/cms/pages/{draft.pk}/history/",
        f"/cms/pages/{draft.pk}/revisions/compare/{before}...latest/",
        f"/cms/pages/{draft.pk}/view_draft/",
        f"/cms/api/main/pages/{draft.pk}/",
    ]
    assert TITLE in editor.get(wheres[3]).text
    hide(event, **values)
    assert [where for where in wheres if TITLE in editor.get(where).text] == []


def test_drafts_compared_tell_of_a_hidden_event_that_it_is_one(event: Event) -> None:
    with_it, without = StoryPage(event=event), StoryPage()
    field = StoryPage._meta.get_field("event")
    assert TITLE in EventComparison(field, without, with_it).htmldiff()
    hide(event, visibility=Event.Visibility.GROUP)
    assert "an event that is not public" in EventComparison(field, without, with_it).htmldiff()


@pytest.mark.parametrize("kind", [StoryPage, NewsPage])
def test_a_form_takes_no_other(laid_out: Cast, event: Event, kind: type[StoryPage | NewsPage]) -> None:
    form = kind.get_edit_handler().get_form_class()(for_user=laid_out.fresh("editor"))
    assert form.fields["event"].queryset.filter(pk=event.pk).count() == 1
    hide(event, visibility=Event.Visibility.GROUP)
    assert form.fields["event"].queryset.all().filter(pk=event.pk).count() == 0
