"""The speaker's card, the only thing of a story that prints or shows, and where the story was used."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.listening.models import SpeakerCard, Story, StoryUsed
from m4c.listening.operations.story import must_read
from m4c.listening.operations.story_levels import StoryRefused, is_said_in
from m4c.listening.permissions import KEEP_STORIES
from m4c.listening.stories.cards import too_much
from m4c.listening.stories.rules import ruling
from m4c.people.models import Account, Person


@dataclass(frozen=True)
class NewCard:
    """What a card says: the name that they choose, who they are in a line, and a sentence or two of their own."""

    use: str
    quotation: str
    name: str = ""
    line: str = ""


@dataclass(frozen=True)
class NewUse:
    """Where a story was used, on which day, and whether it can still be taken back there."""

    use: str
    where: str
    used_on: date
    can_be_recalled: bool = False
    card: SpeakerCard | None = None


@operation(KEEP_STORIES, on="story")
def make_speaker_card(*, story: Story, new: NewCard, at: datetime, by: Account) -> SpeakerCard:
    """Make the card of one use, in words that the teller said yes to, saying no more of their name than they agreed to.

    Raises StoryRefused.
    """
    must_read(story, by)
    ruled = ruling(story, new.use, timezone.localdate(at))
    if not ruled:
        raise StoryRefused(ruled.why_not, field="use", code="not_agreed")
    if not new.quotation.strip() or not is_said_in(new.quotation, story.words):
        raise StoryRefused(
            _("Take it word for word from their story: they said yes to those words."),
            field="quotation",
            code="other_words",
        )
    check_name(new, story.teller, ruled.level)
    return SpeakerCard.objects.create(
        story=story,
        use=new.use,
        name=new.name.strip(),
        line=new.line.strip(),
        quotation=new.quotation.strip(),
        made_by=by,
    )


@operation(KEEP_STORIES, on="card")
def end_speaker_card(*, card: SpeakerCard, at: datetime, by: Account) -> SpeakerCard:
    """Take a card off: it is shown and printed no more. Done twice it is done once."""
    must_read(card.story, by)
    if card.ended_at is None:
        change(card, ended_at=at)
    return card


@operation(KEEP_STORIES, on="story")
def note_story_use(*, story: Story, new: NewUse, at: datetime, by: Account) -> StoryUsed:
    """Write down where a story was used, so that it can be found when its teller says stop. Raises StoryRefused."""
    must_read(story, by)
    ruled = ruling(story, new.use, timezone.localdate(at))
    if not ruled:
        raise StoryRefused(ruled.why_not, field="use", code="not_agreed")
    if not new.where.strip():
        raise StoryRefused(_("Say where, so that it can be found again."), field="where", code="nowhere")
    return StoryUsed.objects.create(
        story=story,
        card=new.card,
        use=new.use,
        where=new.where.strip(),
        used_on=new.used_on,
        can_be_recalled=new.can_be_recalled,
        by=by,
    )


def check_name(new: NewCard, teller: Person, level: int) -> None:
    """Raise StoryRefused where a card says more of its teller's name than this level allows."""
    beyond = too_much(new, teller, level)
    if beyond and not beyond.word:
        raise StoryRefused(_("They agreed without a name: leave it out."), field="name", code="named_without_agreement")
    if beyond:
        sentence = _("“{word}” belongs to a name that they did not agree to have told.").format(word=beyond.word)
        raise StoryRefused(sentence, field=beyond.field, code="name_told")
