"""The page of the people who can be met: leaders and organisers who agreed to stand there."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

from m4c.people.names import fold
from m4c.people.names_out_of_use import names_out_of_use
from m4c.website.models.page import SitePage, page_labels


class SomebodyBlock(blocks.StructBlock):
    """One of them."""

    name = blocks.CharBlock(label=_("name"), max_length=80)
    role = blocks.CharBlock(label=_("what they do"), max_length=120)
    place = blocks.CharBlock(label=_("where"), max_length=80, required=False)
    words = blocks.TextBlock(label=_("in their own words"), max_length=400, required=False)
    picture = ImageBlock(label=_("picture"), required=False)
    agreed_on = blocks.DateBlock(label=_("when they agreed to stand here"))

    class Meta:
        icon = "user"
        label = _("person")
        template = "website/blocks/somebody.html"


class PeoplePage(SitePage):
    """Who we are, by name and face."""

    labels = page_labels(content="people")
    template = "website/people_page.html"
    parent_page_types = ["website.HomePage"]
    subpage_types: list[str] = []

    people = StreamField([("somebody", SomebodyBlock())], verbose_name=_("people"), blank=True)

    content_panels = [*SitePage.content_panels, FieldPanel("people")]

    class Meta:
        verbose_name = _("page of people")

    @property
    def shown_people(self) -> list[blocks.StreamValue.StreamChild]:
        """Those who may stand there now. Whoever is kept safe or set aside is left out, and stays written."""
        hidden = names_out_of_use()
        return [one for one in self.people if fold(one.value["name"]) not in hidden]
