"""What stands round every public page: its menus, its own address, and the same page in the other languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from m4c.campaigns.press.public_campaigns import any_public
from m4c.commitments.faces.addresses import any_commitment
from m4c.core.languages import in_language
from m4c.core.page_cache import READ_FROM_ADDRESS, known
from m4c.website.models import NewsIndexPage, StoryIndexPage
from m4c.website.models.page import SitePage, is_a, pages_for_menus

# Routes of the menus, each with the words that lead there.
PLACES = [
    ("public-events", _("Events")),
    ("public-groups", _("Groups")),
    ("public-reports", _("Reports")),
    ("near-me", _("Near you")),
]
HOUSE = [
    ("contact", _("Contact")),
    ("method", _("How we count")),
    ("glossary", _("Our words")),
    ("complain", _("How to complain")),
    ("who-pays", _("Who pays for us")),
    ("hide-your-visit", _("Hiding your visit")),
    ("privacy-notice", _("Privacy notice")),
    ("ask-own-data", _("What we hold about you")),
    ("leave", _("Leave a group")),
    ("imprint", _("Imprint")),
]


TOLD = (StoryIndexPage, NewsIndexPage)


@dataclass(frozen=True)
class Way:
    """One line of a menu, lit where one is at or below its address."""

    label: Any
    url: str
    current: bool = False


@dataclass(frozen=True)
class Language:
    """This very page in one of the languages: `url` from the root; `exists` where it is truly written in it."""

    code: str
    name: str
    url: str
    current: bool
    exists: bool = True

    @property
    def address(self) -> str:
        """The whole address, for those who come from elsewhere."""
        return whole(self.url)

    @property
    def locale(self) -> str:
        """The language and its country as Open Graph writes them: en_GB, cy_GB."""
        return f"{self.code.partition('-')[0]}_GB"


class Frame:
    """Menus and addresses for one request, each asked for when it is drawn, once."""

    def __init__(self, request: HttpRequest) -> None:
        self.request, self.language = request, translation.get_language()

    @property
    def page(self) -> SitePage | None:
        """The page of Wagtail's that is shown, if it is one."""
        return getattr(self.request, "shown_page", None)

    @cached_property
    def in_menus(self) -> list[Page]:
        """The pages that menus lead to, in this language."""
        return known(
            self.request,
            f"menus {self.language}",
            lambda: list(
                pages_for_menus(self.language, *TOLD).annotate(
                    has_campaigns=any_public(), has_commitments=any_commitment()
                )
            ),
        )

    def first_of(self, kind: type[Page]) -> Page | None:
        """The first page of a kind among them."""
        return next((page for page in self.in_menus if is_a(kind, page)), None)

    @cached_property
    def menu(self) -> list[Way]:
        """The main menu: what we have to tell, then where one may come."""
        told = [page for kind in (StoryIndexPage, NewsIndexPage) for page in self.in_menus if is_a(kind, page)]
        return [*map(self.way_to_page, told), *self.campaigns, *self.ways(PLACES)]

    @cached_property
    def campaigns(self) -> list[Way]:
        """Where campaigns and commitments are, once everybody may read of one: asked along with the pages."""
        pages = self.in_menus
        campaigns = [("public-campaigns", _("Campaigns"))] if any(page.has_campaigns for page in pages) else []
        promised = any(page.has_commitments for page in pages)
        return self.ways(campaigns + ([("public-commitments", _("Commitments"))] if promised else []))

    @cached_property
    def about(self) -> list[Way]:
        """Who we are: the pages that editors chose for the foot."""
        told = (StoryIndexPage, NewsIndexPage)
        return [self.way_to_page(page) for page in self.in_menus if not any(is_a(kind, page) for kind in told)]

    @cached_property
    def house(self) -> list[Way]:
        """What a house has to say about itself, by law and by good manners."""
        return self.ways(HOUSE)

    def ways(self, routes: Iterable[tuple[str, Any]]) -> list[Way]:
        """Lines that lead to routes."""
        ways = []
        for name, label in routes:
            try:
                ways.append(self.way(label, reverse(name)))
            except NoReverseMatch:
                continue
        return ways

    def way_to_page(self, page: Page) -> Way:
        """The line that leads to a page."""
        return self.way(page.title, page.get_url(self.request))

    def way(self, label: Any, url: str) -> Way:
        """One line."""
        return Way(label, url, self.request.path.startswith(url))

    @cached_property
    def languages(self) -> list[Language]:
        """The same page in each language: its translation, or else the same address, or else the home page."""
        there = self.translations
        languages = []
        for code, name in settings.LANGUAGES:
            with translation.override(code):
                own_name = str(name)  # each language is named in itself
            url = there.get(code) if self.page else in_language(self.request.path_info, code)
            languages.append(
                Language(code, own_name, (url or in_language("/", code)) + self.query, code == self.language, bool(url))
            )
        return languages

    @cached_property
    def translations(self) -> dict[str, str]:
        """Where the page and its published translations are, by language."""
        if not self.page:
            return {}
        pages = self.page.get_translations().live().select_related("locale")
        found = {page.locale.language_code: page.get_url(self.request) for page in pages}
        return found | {self.language: self.page.get_url(self.request)}

    @property
    def query(self) -> str:
        """What of the address behind `?` a public page reads, and so belongs to it."""
        kept = [(name, self.request.GET[name]) for name in READ_FROM_ADDRESS if name in self.request.GET]
        return f"?{urlencode(kept)}" if kept else ""

    @property
    def address(self) -> str:
        """This page's own whole address."""
        return whole(self.request.path_info + self.query)

    @property
    def site(self) -> str:
        """The whole address of the home page in this language."""
        return whole(in_language("/", self.language))


def whole(url: str) -> str:
    """A whole address, by the site's own name: never by the one that a visitor's browser sent."""
    return f"{settings.SITE_URL}{url}"


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `frame`, which reads nothing until a template draws it."""
    return {"frame": Frame(request)}
