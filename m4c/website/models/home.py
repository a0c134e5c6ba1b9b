"""The first page of the site."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from m4c.core.demo_mode import is_demo
from m4c.website.models.page import SitePage, page_labels
from m4c.website.models.picture import Picture

STEPS = [
    (_("People are trained"), _("In an evening or a weekend, and they pledge conversations there.")),
    (_("They talk, two at a time"), _("A 1-2-1 is no survey: it is how we learn what moves somebody.")),
    (_("They meet in a front room"), _("A house meeting brings ten neighbours and what they are fed up with.")),
    (_("They choose an issue"), _("Specific, winnable, and somebody can say yes to it.")),
    (_("They act together"), _("Until whoever decides sits down at the table.")),
    (_("They keep watch"), _("A promise is written down in its own words, and watched until it is kept.")),
]


class HomePage(SitePage):
    """Who we are in one sentence, and the way in; campaigns, events, stories and numbers below are computed."""

    labels = page_labels(content="lead", operational="picture")
    template = "website/home.html"
    parent_page_types = ["wagtailcore.Page"]

    lead = models.TextField(_("who we are, in two sentences"), max_length=400, blank=True)
    picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )

    content_panels = [*SitePage.content_panels, FieldPanel("lead"), FieldPanel("picture")]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """How a movement moves, and on the demo the way in and out of it."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"is_demo": is_demo(), "steps": STEPS}
