"""What every page of the site shares."""

from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from m4c.core.labels import Labelled, label
from m4c.website.models.guarded import GuardedPage
from m4c.website.models.picture import Picture

JOINED = ("locale", "picture", "share_picture", "group")  # what a page reads of other tables wherever it is shown


class SitePageQuerySet(PageQuerySet):
    """Which pages."""

    def visible_to(self, account: Any) -> Self:
        """What is published, for everybody: drafts are seen in the editor alone.

        Wagtail's own `public()` says the same in two queries.
        """
        path = ExpressionWrapper(OuterRef("path"), output_field=models.CharField())
        closed = PageViewRestriction.objects.annotate(below=path).filter(below__startswith=F("page__path"))
        return self.live().filter(~Exists(closed))

    def in_language(self, language: str) -> Self:
        """Those written in this language."""
        return self.filter(locale__language_code=language)


class SitePage(GuardedPage):
    """A page of the public site, and the picture that goes with it where it is shared."""

    shows = ""  # the import path of a function of page and request: what the page shows besides its own words

    share_picture = models.ForeignKey(
        Picture,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture for shares"),
        help_text=_("Shown where somebody shares the page; without one, the movement's own."),
    )

    objects = PageManager.from_queryset(SitePageQuerySet)()

    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("share_picture"),
                FieldPanel("show_in_menus"),
            ],
            heading=_("Found and shared"),
        ),
    ]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page, and what it shows besides; the frame is told which page it stands round."""
        request.shown_page = self  # type: ignore[attr-defined]
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | (import_string(self.shows)(self, request) if self.shows else {})


def page_labels(*, operational: str = "", **more: str) -> dict[str, Labelled]:
    """Labels of a page: Wagtail's own columns and those of every page here, and what this kind of page adds."""
    wagtails = [field.name for field in [*Page._meta.concrete_fields, *Page._meta.many_to_many] if field.name != "id"]
    return label(operational=f"{' '.join(wagtails)} page_ptr share_picture {operational}", **more)


def pages_for_menus(language: str, *always: type[SitePage]) -> PageQuerySet:
    """The pages right below the home page that menus lead to: those of the kinds given, and those chosen by hand."""
    kinds = [kind.pk for kind in ContentType.objects.get_for_models(*always).values()]
    pages: PageQuerySet = Page.objects.live().filter(depth=3, locale__language_code=language)
    return pages.filter(Q(content_type__in=kinds) | Q(show_in_menus=True)).order_by("path")


def above_all(pages: list[Page]) -> Page | None:
    """The page from which all of these hang, which may be the only one of them; None for none."""
    found: Page | None = Page.objects.first_common_ancestor_of(pages, include_self=True) if pages else None
    return found


def language_of(page: Any) -> str | None:
    """The language in which the page of this id is written; None where there is no such page."""
    code: str | None = Page.objects.filter(pk=page).values_list("locale__language_code", flat=True).first()
    return code


def public_page(url_path: str) -> SitePage | None:
    """The page that the public finds at this address in Wagtail's tree, with all that its own columns point to."""
    found = SitePageQuerySet(Page).visible_to(None).filter(url_path=url_path).first()
    kind = found and found.specific_class
    if found is None or kind is None:
        return None
    names = [field.name for field in kind._meta.concrete_fields if field.name in JOINED]
    page: SitePage | None = kind._default_manager.select_related(*names).filter(pk=found.pk).first()
    return page


def is_a(kind: type[Page], page: Page) -> bool:
    """Whether a page, read without its own columns, is of this kind."""
    return bool(page.content_type_id == ContentType.objects.get_for_model(kind).pk)
