"""What editors see first of translation: pages without a twin in another language, and twins left behind."""

from typing import Any

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Subquery
from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.query import PageQuerySet

from m4c.website.editors_door import explorable_by

SHOWN = 20


def untranslated(request: HttpRequest, language: str) -> PageQuerySet:
    """An editor's pages that are not there in a language, the latest changed first."""
    sources, twins = sources_and_twins(request, language)
    return sources.filter(~Exists(twins)).order_by("-latest_revision_created_at", "pk")


def left_behind(request: HttpRequest, language: str) -> PageQuerySet:
    """An editor's pages that changed after their twin in a language did, the latest changed first."""
    sources, twins = sources_and_twins(request, language)
    changed = Subquery(twins.values("latest_revision_created_at")[:1])
    return (
        sources.annotate(twin_changed_at=changed)
        .filter(twin_changed_at__lt=F("latest_revision_created_at"))
        .order_by("-latest_revision_created_at", "pk")
    )


def sources_and_twins(request: HttpRequest, language: str) -> tuple[PageQuerySet, PageQuerySet]:
    """An editor's pages in the first language, and of each its twin in another."""
    own = explorable_by(request).filter(depth__gt=1)
    twins = own.filter(locale__language_code=language, translation_key=OuterRef("translation_key")).order_by()
    return own.filter(locale__language_code=settings.LANGUAGE_CODE), twins


class Untranslated(Component):
    """The panel on the editor's first page."""

    name = "untranslated"
    template_name = "website/cms/untranslated.html"
    order = 150

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """For each further language, what is missing and what fell behind."""
        further = [(code, name) for code, name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
        languages = [
            (name, untranslated(self.request, code)[:SHOWN], left_behind(self.request, code)[:SHOWN])
            for code, name in further
        ]
        return {"languages": languages}
