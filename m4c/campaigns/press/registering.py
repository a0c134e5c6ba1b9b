"""What others read of press, the public page and the campaign report."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.campaigns.models import NamingDecision, PressItem, PressNote, PressQuote
from m4c.campaigns.operations.erasing_press import no_contact
from m4c.campaigns.press import coming, panels
from m4c.campaigns.press.quoting import quotes_with_stories, standing_quotes
from m4c.core.demo import CHAPTERS, Chapter
from m4c.listening.models import Story
from m4c.listening.models.story import Use
from m4c.listening.stories.followers import STORY_SHOWN, Shown
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import goes, mentions, nameless
from m4c.people.groups.merging import follows
from m4c.people.merging import move


def places_of(story: Story) -> Iterable[Shown]:
    """Where its words stand now, of press items and notes: they let go of it by themselves."""
    rows = quotes_with_stories().filter(story=story).select_related("item", "note", "story")
    for quote in standing_quotes(rows, timezone.localdate(), Use.PRESS):
        if quote.item:
            title = _("Press log: {title}").format(title=quote.item)
            yield Shown(title, reverse("campaign-press-item", kwargs={"uid": quote.item.uid}))
        elif quote.note:
            title = _("Note to the press: {title}").format(title=quote.note)
            yield Shown(title, reverse("press-note", kwargs={"uid": quote.note.uid}))


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands on other pages."""
    goes(PressQuote, "person", gettext_lazy("their words in the press log"))
    goes(PressQuote, "story__teller", gettext_lazy("words of their story in the press log"))
    nameless(PressNote, "contact", gettext_lazy("notes that named them for the press"), COUNTED, erase=no_contact)
    said = gettext_lazy("their name in what was written for the press")
    mentions(PressItem, "title", "outlet", "author", "author_roles", what=said)
    mentions(PressQuote, "named_as", "words", "agreed_how", what=said)
    mentions(PressNote, "headline", "words", what=said)
    mentions(NamingDecision, "why", "answer", what=said)
    # Of two groups that decided on the same person the decision of the one that goes stays behind with it.
    follows(NamingDecision, key=("powerholder",), among=Q(ended_at=None))
    move(PressQuote, "person")
    move(PressNote, "contact")
    hold(
        "press",
        gettext_lazy("Your words and your name in the press"),
        Table(PressQuote, of=("person", "story__teller"), leave=("story", "campaign")),
        Table(PressNote, of=("contact",), only=("headline", "embargo_until", "written_at")),
    )
    STORY_SHOWN.add("campaigns.press", places_of)
    panels.register()
    CHAPTERS.add("campaigns.press", Chapter(108, "m4c.campaigns.press.demo.tell"))
    coming.register()
