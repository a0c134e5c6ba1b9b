"""What every page of the site shares."""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from m4c.core.labels import Labelled, label
from m4c.website.models.guarded import GuardedPage
from m4c.website.models.picture import Picture


class SitePageQuerySet(PageQuerySet):
    """Which pages."""

    def visible_to(self, account: Any) -> Self:
        """What is published, for everybody: drafts are seen in the editor alone."""
        return self.live().public()


class SitePage(GuardedPage):
    """A page of the public site, and the picture that goes with it where it is shared."""

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
            ],
            heading=_("Found and shared"),
        ),
    ]

    class Meta:
        abstract = True


def page_labels(*, operational: str = "", **more: str) -> dict[str, Labelled]:
    """Labels of a page: Wagtail's own columns and those of every page here, and what this kind of page adds."""
    wagtails = [field.name for field in [*Page._meta.concrete_fields, *Page._meta.many_to_many] if field.name != "id"]
    return label(operational=f"{' '.join(wagtails)} page_ptr share_picture {operational}", **more)
