"""What a page shows besides its own words: the latest of this and that, found when somebody looks."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from m4c.campaigns.press.public_campaigns import cards_of, public_campaigns
from m4c.core.demo_mode import is_demo
from m4c.events.public import public_events
from m4c.insight.models import PublishedReport
from m4c.people.models import Group
from m4c.website import data
from m4c.website.frame import Frame
from m4c.website.group_face import GroupFace
from m4c.website.models import GroupPage, HomePage, NewsIndexPage, NewsPage, StoryIndexPage, StoryPage
from m4c.website.models.event_on_page import RefersToEvent
from m4c.website.models.page import SitePageQuerySet

ON_A_PAGE = 13  # one that leads, and twelve

STEPS = [
    (
        gettext_lazy("People are trained"),
        gettext_lazy("In an evening or a weekend, and they pledge conversations there."),
    ),
    (
        gettext_lazy("They talk, two at a time"),
        gettext_lazy("A 1-2-1 is no survey: it is how we learn what moves somebody."),
    ),
    (
        gettext_lazy("They meet in a front room"),
        gettext_lazy("A house meeting brings ten neighbours and what they are fed up with."),
    ),
    (gettext_lazy("They choose an issue"), gettext_lazy("Specific, winnable, and somebody can say yes to it.")),
    (gettext_lazy("They act together"), gettext_lazy("Until whoever decides sits down at the table.")),
    (
        gettext_lazy("They keep watch"),
        gettext_lazy("A promise is written down in its own words, and watched until it is kept."),
    ),
]


def home(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """The front page: stories, news, what is next, and numbers of the last report."""
    report = PublishedReport.objects.visible_to(None).filter(group__kind=Group.Kind.MOVEMENT).first()
    frame = Frame(request)
    return {
        "frame": frame,
        "words": page.lead or default_words(),
        "is_demo": is_demo(),
        "steps": STEPS,
        "stories": told()[:3],
        "news": reported()[:3],
        "campaigns": cards_of(list(public_campaigns()[:3]), timezone.now()) if frame.campaigns else [],
        "stories_page": frame.first_of(StoryIndexPage),
        "news_page": frame.first_of(NewsIndexPage),
        "events": public_events().filter(cancelled_at=None).coming(timezone.now())[:4],
        "report": report,
        "numbers": numbers(report.figures) if report else [],
        "facts": data.of_movement(str(page.title), frame.site),
    }


def default_words() -> str:
    """Who we are, where an editor has not said it yet."""
    return _(
        "Then ten in a front room, then a hall. We help neighbours turn what they are fed up with into promises that"
        " get kept."
    )


def numbers(figures: dict[str, Any]) -> list[dict[str, Any]]:
    """Four figures of a published report; one that was withheld is left out."""
    rows = [
        (figures["trained"]["total"], _("people trained")),
        (figures["one_to_ones"]["pledged"], _("one-to-ones pledged")),
        (figures["one_to_ones"]["held"], _("one-to-ones held")),
        (figures["house_meetings"]["held"], _("house meetings held")),
    ]
    return [{"figure": figure, "label": label} for figure, label in rows if isinstance(figure, int) and figure]


def stories(page: StoryIndexPage, request: HttpRequest) -> dict[str, Any]:
    """All stories, or those of one series."""
    series = dict(StoryPage.Series.choices)
    chosen = request.GET.get("series", "")
    chosen = chosen if chosen in series else ""
    there = set(told().values_list("series", flat=True).order_by().distinct()) - {""}
    address = page.get_url(request)
    tabs = [{"label": _("All"), "url": address, "current": not chosen, "count": None}]
    tabs += [
        {"label": label, "url": f"{address}?series={code}", "current": code == chosen, "count": None}
        for code, label in series.items()
        if code in there
    ]
    found = told().filter(series=chosen) if chosen else told()
    return {"stories": leaf(found, request), "series": tabs, "chosen": chosen}


def story(page: StoryPage, request: HttpRequest) -> dict[str, Any]:
    """One story, and three others."""
    return {
        "others": told().exclude(pk=page.pk)[:3],
        "index": page.get_parent(),
        "facts": data.of_story(page, Frame(request).address),
        **event_of(page),
    }


def news(page: NewsIndexPage, request: HttpRequest) -> dict[str, Any]:
    """All news; on the first leaf the newest leads."""
    posts = leaf(reported(), request)
    rows = list(posts)
    leads = posts.number == 1 and bool(rows)
    return {"posts": posts, "first": rows[0] if leads else None, "rest": rows[1:] if leads else rows}


def post(page: NewsPage, request: HttpRequest) -> dict[str, Any]:
    """One piece of news, and three others."""
    return {
        "others": reported().exclude(pk=page.pk)[:3],
        "index": page.get_parent(),
        "facts": data.of_news(page, Frame(request).address),
        **event_of(page),
    }


def event_of(page: RefersToEvent) -> dict[str, Any]:
    """The event that a page refers to, and whether it has been; None where there is none to show."""
    event = page.shown_event()
    return {"event": event, "event_is_over": event is not None and event.starts_at < timezone.now()}


def group(page: GroupPage, request: HttpRequest) -> dict[str, Any]:
    """A group's page, and what the group does."""
    return {"face": GroupFace(page.group, get_language())}


def told() -> SitePageQuerySet:
    """Published stories in this language, newest first, with their pictures."""
    pages: SitePageQuerySet = StoryPage.objects.visible_to(None).in_language(get_language())
    return pages.select_related("picture").order_by("-told_on", "-pk")


def reported() -> SitePageQuerySet:
    """Published news in this language, newest first, with their pictures."""
    pages: SitePageQuerySet = NewsPage.objects.visible_to(None).in_language(get_language())
    return pages.select_related("picture").order_by("-published_on", "-pk")


def leaf(pages: SitePageQuerySet, request: HttpRequest) -> Any:
    """One leaf of a list, by the number in the address."""
    return Paginator(pages, ON_A_PAGE).get_page(request.GET.get("page"))
