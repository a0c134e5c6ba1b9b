"""What machines ask every site for: what they may read, and where everything is."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from django.views.decorators.http import require_safe

from m4c.campaigns.press.public_campaigns import public_campaigns
from m4c.commitments.faces.addresses import commitment_addresses
from m4c.core.icons import APPLES, GROUND, SIZES
from m4c.core.languages import in_language
from m4c.core.page_cache import kept
from m4c.events.public import public_events
from m4c.insight.models import PublishedReport
from m4c.people.context import name_of_movement
from m4c.website.frame import whole
from m4c.website.group_face import standing_groups
from m4c.website.models import (
    GroupPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    PeoplePage,
    StandardPage,
    StoryIndexPage,
    StoryPage,
)

KINDS = (HomePage, StoryIndexPage, StoryPage, NewsIndexPage, NewsPage, StandardPage, PeoplePage, GroupPage)
LISTS = ("public-events", "public-past-events", "public-groups", "public-reports")


@kept
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Public pages may be read; the workspace and the editor are nobody's to list."""
    closed = "".join(f"Disallow: {where}\n" for where in ("/organise/", "/cms/", "/account/", "/cy/account/"))
    words = f"User-agent: *\n{closed}\nSitemap: {whole(reverse('sitemap'))}\n"
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@kept
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone puts on its home screen: the movement's name and lamps, leading to its first page."""
    name = name_of_movement() or str(gettext("Movement for Change"))
    sizes = [size for size in SIZES if size != APPLES]
    icons = [
        {"src": static(f"icons/touch-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"} for size in sizes
    ]
    colours = {"background_color": GROUND, "theme_color": GROUND}
    told = {"name": name, "start_url": "/", "display": "browser", "icons": icons, **colours}
    return JsonResponse(told, content_type="application/manifest+json")


@kept
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public address in every language, each with its other languages."""
    sets = [*pages(request), *records()]
    return render(request, "website/sitemap.xml", {"sets": sets}, content_type="application/xml; charset=utf-8")


def pages(request: HttpRequest) -> Iterator[dict[str, str]]:
    """What editors published: each page's address by language, translations together."""
    together: dict[object, dict[str, str]] = {}
    for kind in KINDS:
        for page in kind.objects.visible_to(None).select_related("locale").order_by("path"):
            together.setdefault(page.translation_key, {})[page.locale.language_code] = whole(page.get_url(request))
    yield from together.values()


def records() -> Iterator[dict[str, str]]:
    """What other apps' records show: the same address in each language."""
    addresses = [plain(name) for name in LISTS]
    addresses += [plain("public-event", uid=uid) for uid in coming_events()]
    written = set(GroupPage.objects.visible_to(None).values_list("group", flat=True))
    addresses += [plain("public-group", slug=group.slug) for group in standing_groups() if group.pk not in written]
    reports = PublishedReport.objects.visible_to(None).values_list("slug", flat=True)
    addresses += [plain("public-report", slug=slug) for slug in reports]
    campaigns = list(public_campaigns().values_list("slug", flat=True))
    addresses += [plain("public-campaigns")] * bool(campaigns)
    addresses += [plain("public-campaign", slug=slug) for slug in campaigns]
    addresses += [plain(name, **given) for name, given in commitment_addresses(timezone.localdate())]
    for address in addresses:
        yield {code: whole(in_language(address, code)) for code, _name in settings.LANGUAGES}


def coming_events() -> list[object]:
    """Names of the gatherings ahead."""
    return list(public_events().filter(cancelled_at=None).coming(timezone.now()).values_list("uid", flat=True)[:1000])


def plain(name: str, **given: object) -> str:
    """A route's address in the project's own language."""
    with override(settings.LANGUAGE_CODE):
        return reverse(name, kwargs=given)
