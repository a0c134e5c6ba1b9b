"""The teller's link: made to be handed over, or written to them in a letter; only the last one made opens anything."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.listening.models import Story
from m4c.listening.operations.story import must_read
from m4c.listening.operations.story_ask import check_may_be_asked
from m4c.listening.operations.story_levels import StoryRefused
from m4c.listening.permissions import KEEP_STORIES, LOOK_AFTER_STORIES
from m4c.listening.stories import tasks
from m4c.people.consent_rules import may_contact
from m4c.people.models import Account, Channel, Purpose
from m4c.people.models.sign_in_link import hash_of


@dataclass(frozen=True)
class StoryLink:
    """A link with its secret, which is kept nowhere: whoever made it shows or sends it now."""

    story: Story
    token: str

    def __str__(self) -> str:
        """The link's whole address, in the teller's language."""
        with translation.override(self.story.teller.written_in):
            return settings.SITE_URL + reverse("story-by-link", kwargs={"token": self.token})

    @property
    def touched(self) -> list[Story]:
        """For the audit entry."""
        return [self.story]


@operation(KEEP_STORIES, on="story")
def make_story_link(*, story: Story, at: datetime, by: Account) -> StoryLink:
    """Make the teller's link, to be handed to them now; one made before opens nothing any more. Raises StoryRefused."""
    must_read(story, by)
    return made(story, at)


@operation(KEEP_STORIES, on="story")
def send_story_link(*, story: Story, at: datetime, by: Account) -> Story:
    """Have the link written to the teller: word of what is theirs. Raises StoryRefused where nothing may be sent."""
    must_read(story, by)
    check_may_be_asked(story.teller_id)
    answer = may_contact(story.teller, Channel.EMAIL, Purpose.SERVICE, at, automatic=True)
    if not answer:
        raise StoryRefused(answer.why, code="not_reached")
    if not story.teller.emails.exists():
        raise StoryRefused(_("We have no e-mail address of theirs: hand them the link."), code="no_email")
    tasks.mail_story_link.enqueue(story.pk)
    return story


@operation(LOOK_AFTER_STORIES, on="story")
def story_letter(*, story: Story, at: datetime, by: Account) -> StoryLink:
    """Make the link when the letter is written, so that no waiting task holds its secret."""
    return made(story, at)


def made(story: Story, at: datetime) -> StoryLink:
    """A link with a fresh secret."""
    token = secrets.token_urlsafe(32)  # 256 bits
    change(story, link_hash=hash_of(token), approval_sent_at=at)
    return StoryLink(story, token)
