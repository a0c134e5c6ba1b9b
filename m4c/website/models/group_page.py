"""The public page of a group, and the place below which its editors write."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from m4c.website.models.blocks import Body
from m4c.website.models.page import SitePage, page_labels
from m4c.website.models.picture import Picture


class GroupPage(SitePage):
    """A group as its neighbours meet it; its stories, news and pages stand below it."""

    labels = page_labels(content="lead body", operational="group picture")
    template = "website/group_page.html"
    shows = "m4c.website.showing.group"
    parent_page_types = ["website.HomePage", "website.GroupPage"]

    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="+", verbose_name=_("group"))
    lead = models.TextField(_("who we are, in two sentences"), max_length=400, blank=True)
    picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )
    body = StreamField(Body(), verbose_name=_("body"), blank=True)

    content_panels = [*SitePage.content_panels, FieldPanel("lead"), FieldPanel("picture"), FieldPanel("body")]
    search_fields = [*SitePage.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        verbose_name = _("group's page")
        verbose_name_plural = _("groups' pages")
