"""Stories: somebody's own, in the first person, told with their consent."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from m4c.website.event_chooser import EventPanel
from m4c.website.models.blocks import Body
from m4c.website.models.consented import CONSENT_FIELDS, ConsentedPage
from m4c.website.models.event_on_page import RefersToEvent
from m4c.website.models.page import SitePage, page_labels
from m4c.website.models.picture import Picture


class StoryIndexPage(SitePage):
    """All stories, newest first."""

    labels = page_labels(content="lead")
    template = "website/stories.html"
    shows = "m4c.website.showing.stories"
    parent_page_types = ["website.HomePage"]
    subpage_types = ["website.StoryPage"]

    lead = models.TextField(_("introduction"), max_length=400, blank=True)

    content_panels = [*SitePage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = _("page of stories")


class StoryPage(RefersToEvent, ConsentedPage):
    """A story in the first person: who tells it, where and when, and what they agreed to."""

    class Series(models.TextChoices):
        FUTURE_LEADERS = "future_leaders", _("Future Leader Stories")
        WHY_I_ORGANISE = "why_i_organise", _("Why I organise")
        WHAT_WE_WON = "what_we_won", _("What we won")

    labels = page_labels(
        identity="teller given_name family_name",
        content="lead body parent_agreed",
        operational=f"place told_on series group event picture has_exit from_story {CONSENT_FIELDS}",
    )
    template = "website/story.html"
    shows = "m4c.website.showing.story"
    parent_page_types = ["website.StoryIndexPage", "website.GroupPage"]
    subpage_types: list[str] = []

    teller = models.CharField(
        _("who tells it"),
        max_length=80,
        blank=True,
        help_text=_("As they wish to be called. Nobody, where they agreed without a name."),
    )
    given_name = models.CharField(_("their own given name"), max_length=80, blank=True)
    family_name = models.CharField(
        _("their own family name"),
        max_length=80,
        blank=True,
        help_text=_("Shown nowhere: what they did not agree to have told of it is looked for in the story."),
    )
    place = models.CharField(_("where"), max_length=80, blank=True)
    told_on = models.DateField(_("when"))
    series = models.CharField(_("series"), max_length=20, choices=Series, blank=True)
    group = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("group")
    )
    # What was told in the workspace: the page goes as far as its teller says there, and not chosen by an editor.
    from_story = models.ForeignKey(
        "listening.Story", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    lead = models.TextField(_("first sentence or two"), max_length=400)
    picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )
    body = StreamField(Body(), verbose_name=_("story"))
    has_exit = models.BooleanField(
        _("show a button to leave quickly"),
        default=False,
        help_text=_("For survivors' stories: a reader who is watched at home can leave at one press."),
    )
    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("teller"),
                FieldPanel("given_name"),
                FieldPanel("family_name"),
                FieldPanel("place"),
                FieldPanel("told_on"),
                FieldPanel("series"),
                FieldPanel("group"),
                EventPanel("event"),
                FieldPanel("has_exit"),
            ],
            heading=_("Whose story it is"),
        ),
        FieldPanel("lead"),
        FieldPanel("picture"),
        FieldPanel("body"),
        *ConsentedPage.consent_panels,
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
