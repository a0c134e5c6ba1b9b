"""News: what happened, by whom, and pieces that others published."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from m4c.website.event_chooser import EventPanel
from m4c.website.models.blocks import Body
from m4c.website.models.event_on_page import RefersToEvent
from m4c.website.models.page import SitePage, page_labels
from m4c.website.models.picture import Picture


class NewsIndexPage(SitePage):
    """All news, newest first."""

    labels = page_labels(content="lead")
    template = "website/news.html"
    shows = "m4c.website.showing.news"
    parent_page_types = ["website.HomePage"]
    subpage_types = ["website.NewsPage"]

    lead = models.TextField(_("introduction"), max_length=400, blank=True)

    content_panels = [*SitePage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = _("page of news")


class NewsPage(RefersToEvent, SitePage):
    """A piece of news, or our own summary of a piece published elsewhere."""

    labels = page_labels(
        identity="author",
        content="excerpt body",
        operational="author_roles published_on group event picture outlet outlet_link",
    )
    template = "website/news_post.html"
    shows = "m4c.website.showing.post"
    parent_page_types = ["website.NewsIndexPage", "website.GroupPage"]
    subpage_types: list[str] = []

    author = models.CharField(_("author"), max_length=80, blank=True)
    author_roles = models.CharField(
        _("the author's roles then"), max_length=160, blank=True, help_text=_("As they were when this was written.")
    )
    published_on = models.DateField(_("date"))
    group = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("group")
    )
    excerpt = models.TextField(_("what it says, in two sentences"), max_length=400)
    picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )
    body = StreamField(Body(), verbose_name=_("body"), blank=True)
    outlet = models.CharField(_("published in"), max_length=120, blank=True)
    outlet_link = models.URLField(_("address there"), max_length=500, blank=True)

    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("author"),
                FieldPanel("author_roles"),
                FieldPanel("published_on"),
                FieldPanel("group"),
                EventPanel("event"),
            ],
            heading=_("By whom and when"),
        ),
        FieldPanel("excerpt"),
        FieldPanel("picture"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("outlet"), FieldPanel("outlet_link")], heading=_("Published elsewhere")),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("excerpt"), index.SearchField("body")]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")
