"""Feeds of stories and of news, one for each language."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from m4c.core.page_cache import kept
from m4c.people.context import name_of_movement
from m4c.website.frame import Frame, whole
from m4c.website.models import NewsPage, StoryPage

AT_MOST = 30


@kept
@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """The latest stories."""
    pages = StoryPage.objects.visible_to(None).in_language(get_language()).order_by("-told_on", "-pk")[:AT_MOST]
    entries = [entry(request, page, page.lead, page.teller, page.told_on) for page in pages]
    return feed(request, _("Stories"), entries)


@kept
@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """The latest news, and what was published elsewhere."""
    pages = NewsPage.objects.visible_to(None).in_language(get_language()).order_by("-published_on", "-pk")[:AT_MOST]
    entries = [entry(request, page, page.excerpt, page.author, page.published_on) for page in pages]
    return feed(request, _("News"), entries)


def entry(request: HttpRequest, page: StoryPage | NewsPage, words: str, author: str, day: date) -> dict[str, Any]:
    """One page as a feed tells it. Its name for machines outlives a change of address."""
    return {
        "title": page.title,
        "link": whole(page.get_url(request)),
        "description": words,
        "author_name": author or None,
        "pubdate": timezone.make_aware(datetime.combine(day, time(12))),
        "updateddate": page.last_published_at,
        "unique_id": f"urn:uuid:{page.translation_key}",
    }


def feed(request: HttpRequest, title: str, entries: Iterable[dict[str, Any]]) -> HttpResponse:
    """An Atom feed in the language of the address."""
    frame = Frame(request)
    made = Atom1Feed(
        title=f"{title} · {name_of_movement() or 'Movement for Change'}",
        link=frame.site,
        description=title,
        language=get_language(),
        feed_url=frame.address,
        feed_guid=frame.address,
    )
    for one in entries:
        made.add_item(**one)
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
