"""What an editor may put into the body of a page, one block after the other."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

WORDS = ["h3", "bold", "italic", "link", "ol", "ul"]  # no pictures or embeds inside of text: they are blocks


class QuoteBlock(blocks.StructBlock):
    """Somebody's own words, pulled out of the text."""

    words = blocks.TextBlock(label=_("their words"), max_length=400)
    who = blocks.CharBlock(label=_("who said it"), max_length=120, required=False)
    role = blocks.CharBlock(label=_("who they are"), max_length=120, required=False)

    class Meta:
        icon = "openquote"
        label = _("quotation")
        template = "website/blocks/quote.html"


class PictureBlock(blocks.StructBlock):
    """A picture with its caption."""

    picture = ImageBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), max_length=200, required=False)

    class Meta:
        icon = "image"
        label = _("picture")
        template = "website/blocks/picture.html"


class NumberBlock(blocks.StructBlock):
    """One figure that says something, with what it counts and where it comes from."""

    number = blocks.CharBlock(label=_("number"), max_length=20)
    what = blocks.CharBlock(label=_("what it counts"), max_length=120)
    source = blocks.CharBlock(label=_("where it comes from"), max_length=200, required=False)

    class Meta:
        icon = "order"
        label = _("number")
        template = "website/blocks/number.html"


class ActionBlock(blocks.StructBlock):
    """One thing to do next."""

    words = blocks.CharBlock(label=_("words on it"), max_length=60)
    page = blocks.PageChooserBlock(label=_("page"), required=False)
    address = blocks.CharBlock(label=_("or another address of this site"), max_length=200, required=False)

    class Meta:
        icon = "arrow-right"
        label = _("button")
        template = "website/blocks/action.html"


class Body(blocks.StreamBlock):
    """The body of a page."""

    heading = blocks.CharBlock(label=_("heading"), max_length=120, icon="title", template="website/blocks/heading.html")
    words = blocks.RichTextBlock(label=_("text"), features=WORDS, template="website/blocks/words.html")
    picture = PictureBlock()
    quote = QuoteBlock()
    number = NumberBlock()
    action = ActionBlock()
