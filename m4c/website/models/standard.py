"""A page of text, pictures and buttons."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from m4c.website.models.blocks import Body
from m4c.website.models.page import SitePage, page_labels


class StandardPage(SitePage):
    """What does not change from day to day: who we are, how we work, how to help."""

    labels = page_labels(content="body")
    template = "website/standard.html"

    body = StreamField(Body(), verbose_name=_("body"), blank=True)

    content_panels = [*SitePage.content_panels, FieldPanel("body")]
    search_fields = [*SitePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("page")
