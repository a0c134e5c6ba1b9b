"""The first page of the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from m4c.website.models.page import SitePage, page_labels
from m4c.website.models.picture import Picture


class HomePage(SitePage):
    """Who we are in one sentence, and the way in; campaigns, events, stories and numbers below are computed."""

    labels = page_labels(content="lead", operational="picture")
    template = "website/home.html"
    shows = "m4c.website.showing.home"
    parent_page_types = ["wagtailcore.Page"]

    lead = models.TextField(_("who we are, in two sentences"), max_length=400, blank=True)
    picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )

    content_panels = [*SitePage.content_panels, FieldPanel("lead"), FieldPanel("picture")]

    class Meta:
        verbose_name = _("home page")
