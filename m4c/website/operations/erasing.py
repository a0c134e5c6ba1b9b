"""Erase somebody from the site: their own story goes, their pictures come down, their name leaves pages and drafts."""

import json
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.query import PageQuerySet

from m4c.core import public_version
from m4c.people.erasing import Forgotten, any_of, saying, without_names
from m4c.people.names import fold
from m4c.website import tasks
from m4c.website.models import (
    GroupPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    PeoplePage,
    Recognised,
    StandardPage,
    StoryIndexPage,
    StoryPage,
)
from m4c.website.operations.picture import settle

PAGES = (GroupPage, HomePage, NewsIndexPage, NewsPage, PeoplePage, StandardPage, StoryIndexPage, StoryPage)
WORDS = ["title", "draft_title", "seo_title", "search_description", "lead", "excerpt", "author", "author_roles"]
WORDS += ["teller", "given_name", "family_name", "place", "consent_wording", "body", "people"]


def own_stories(forgotten: Forgotten) -> "QuerySet[StoryPage]":
    """Stories whose teller bears their whole name, in every language."""
    told = any_of(Q(teller__iexact=name) for name in forgotten.names)
    keys = StoryPage.objects.filter(told).values("translation_key")
    return StoryPage.objects.filter(translation_key__in=keys)


def stories_told(forgotten: Forgotten) -> "QuerySet[StoryPage]":
    """Pages with stories that they told us, in every language."""
    return StoryPage.objects.filter(from_story__teller=forgotten.person.pk)


def take_away(forgotten: Forgotten, rows: "QuerySet[StoryPage]") -> None:
    """Delete their stories with their drafts, and what the editor's log calls them."""
    for page in rows.order_by("-depth"):
        pk = page.pk
        page.delete()
        PageLogEntry.objects.filter(page=pk).update(label="", data={})
    tasks.forget_gone_words.enqueue()


def pictures(forgotten: Forgotten) -> "QuerySet[Recognised]":
    """Where their face is known, by their record."""
    return Recognised.objects.filter(person=forgotten.person.pk)


def pictures_by_name(forgotten: Forgotten) -> "QuerySet[Recognised]":
    """Where a face is known by a name alone that is theirs."""
    return Recognised.objects.filter(person=None, folded__in={fold(name) for name in forgotten.names})


def take_down(forgotten: Forgotten, rows: "QuerySet[Recognised]") -> None:
    """Keep the pictures back, and forget whose face it was; an editor sees that somebody in it may not be shown."""
    today = timezone.localdate(forgotten.at)
    for row in rows.select_related("picture"):
        row.withdrawn_on = row.withdrawn_on or max(today, row.agreed_on or today)
        row.person, row.name, row.folded, row.how = None, "…", "", ""
        row.save()
        settle(row.picture)


def pages_naming(forgotten: Forgotten) -> PageQuerySet:
    """Pages, published or not, in whose words or drafts their whole name stands."""
    found: set[int] = set()
    for model in PAGES:
        texts = [name for name in WORDS if name in {column.name for column in model._meta.concrete_fields}]
        found |= set(saying(model, *texts, words=whole_names)(forgotten).values_list("pk", flat=True))
    drafts = saying(Revision, "content", "object_str", words=whole_names)(forgotten).values_list("object_id", flat=True)
    found |= {int(pk) for pk in drafts if pk.isdigit()}
    return Page.objects.filter(pk__in=found)


def whole_names(forgotten: Forgotten) -> frozenset[str]:
    """Whole names: what else they are known by stands on no page."""
    return forgotten.names


def unname(forgotten: Forgotten, rows: PageQuerySet) -> None:
    """Take their name out of pages and drafts; one that had it in its address gets another."""
    for page in rows.specific():
        draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
        page.revisions.all().delete()
        without(page, forgotten)
        page.latest_revision = page.live_revision = None
        page.save()
        if draft:
            without(draft, forgotten)
            draft.url_path = page.url_path
            draft.save_revision(clean=False)
        PageLogEntry.objects.filter(page=page.pk).update(label=page.title, data={})
    tasks.forget_gone_words.enqueue()
    public_version.bump()


def without(page: Any, forgotten: Forgotten) -> None:
    """A page without their name, not saved yet."""
    for name in WORDS:
        value = getattr(page, name, None)
        if isinstance(value, str):
            setattr(page, name, without_names(value, forgotten))
        elif value is not None and name in ("body", "people"):
            column = page._meta.get_field(name)
            blocks = blocks_without(column.get_prep_value(value), forgotten)
            setattr(page, name, column.to_python(json.dumps(blocks)))
    forms = {slugify(name, allow_unicode=each) for name in forgotten.names for each in (True, False)}
    if any(form in page.slug for form in forms):
        page.slug = f"page-{page.pk}"


def blocks_without(blocks: Any, forgotten: Forgotten) -> Any:
    """A tree of blocks, as it is kept, without their name in any text of it."""
    if isinstance(blocks, str):
        return without_names(blocks, forgotten)
    if isinstance(blocks, list):
        return [blocks_without(inner, forgotten) for inner in blocks]
    if isinstance(blocks, dict):
        return {key: blocks_without(inner, forgotten) for key, inner in blocks.items()}
    return blocks
