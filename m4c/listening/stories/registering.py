"""What stories tell the other apps: what becomes of them on erasure and merges, and what they hold on a person."""

from django.utils.translation import gettext_lazy as _

from m4c.core.demo import CHAPTERS, Chapter
from m4c.core.navigation import OWN, RECORDS, Place
from m4c.core.permissions import SIGNED_IN
from m4c.listening.models import SpeakerCard, Story, StoryAsk, StoryConsent, StoryUsed
from m4c.listening.models.story import Level
from m4c.listening.operations.erasing import no_story
from m4c.listening.permissions import KEEP_STORIES
from m4c.listening.stories import panels
from m4c.people.access.sources import Table, hold
from m4c.people.erasing import goes, mentions
from m4c.people.followers import AGE_SAID, PROTECTED
from m4c.people.groups.merging import follows
from m4c.people.merging import move
from m4c.people.models import Person
from m4c.people.rights.own_sections import OWN_SECTIONS, OwnSection

THIRD = _("Their own words; other people may be in them.")
SECRETS = ("link_hash", "approval_hash", "approval_sent_at")


def register() -> None:
    """Tell all of it."""
    on_erasure()
    panels.register()
    move(Story, "teller")
    move(StoryAsk, "person")
    follows(Story, title=_("stories"))
    hold(
        "stories",
        _("Stories that you told us"),
        Table(
            Story,
            of=("teller",),
            words=("title", "words", "parent_agreed"),
            leave=SECRETS,
            always=THIRD,
            is_private=lambda story: story.level == Level.LISTENER,
            author="listener",
        ),
        Table(StoryConsent, of=("story__teller",), leave=("story",)),
        Table(SpeakerCard, of=("story__teller",), leave=("story",)),
        Table(StoryUsed, of=("story__teller",), leave=("story", "card")),
        Table(StoryAsk),
    )
    RECORDS.add("write-down-story", Place(_("Story"), "write-down-story", "book-open", KEEP_STORIES, 42, about="of"))
    own = OwnSection(_("Stories that you told us"), "listening/own_story_lines.html", told_by)
    OWN_SECTIONS.add("listening.stories", own)
    OWN.add("own-stories", Place(_("Your stories"), "own-stories", "book-open", SIGNED_IN, 11))
    from m4c.listening.operations.story_hiding import follow_person  # it reads the registers of this app

    PROTECTED.add("listening.stories", follow_person)
    AGE_SAID.add("listening.stories", follow_person)
    CHAPTERS.add("stories", Chapter(34, "m4c.listening.stories.demo.tell"))


def told_by(person: Person) -> list[Story]:
    """The stories that somebody told, with their words. One statement."""
    return list(Story.objects.filter(teller=person, taken_back_at=None))


def on_erasure() -> None:
    """Everything of a story goes with its teller; in others' stories their name does."""
    goes(Story, "teller", _("stories that they told"), erase=no_story)
    goes(StoryConsent, "story__teller", _("how far their stories might go"))
    goes(SpeakerCard, "story__teller", _("cards with their stories"))
    goes(StoryUsed, "story__teller", _("where their stories were used"))
    goes(StoryAsk, "person", _("that they were asked for a story"))
    said = _("their name in somebody else's story")
    mentions(Story, "title", "words", what=said)
    mentions(SpeakerCard, "line", "quotation", what=said)
    mentions(StoryUsed, "where", what=said)
