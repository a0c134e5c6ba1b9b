"""What the page of one story shows: how far each use goes and why not further, its cards, and where it was used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from m4c.listening.models import SpeakerCard, Story, StoryConsent, StoryUsed
from m4c.listening.models.story import Use
from m4c.listening.stories.cards import too_much
from m4c.listening.stories.followers import STORY_PRESSES, Shown, where_shown
from m4c.listening.stories.levels import ASKED_AGAIN, LEVELS, Standing, standing_of
from m4c.listening.stories.names_in import names_in
from m4c.listening.stories.rules import Ruling, is_approved, rulings, words_hash


@dataclass(frozen=True)
class UseLine:
    """One use: what stands, whether the story may be used for it now, and how far it might be lowered."""

    use: Use
    consent: StoryConsent | None
    ruling: Ruling
    today: date

    @property
    def lower_levels(self) -> list[tuple[int, str]]:
        """Levels below what stands, with none at all."""
        stands = self.consent.level if self.consent else 0
        return [(level.value, str(level.label)) for level in LEVELS[self.use] if level < stands]

    @property
    def ends_soon(self) -> bool:
        """Whether the teller is to be asked again, if they may be."""
        return self.consent is not None and self.consent.expires_on <= self.today + ASKED_AGAIN


@dataclass(frozen=True)
class StoryFace:
    """All of a story that its page shows, as whoever keeps it or whoever told it sees it."""

    story: Story
    today: date
    standing: Standing
    lines: Sequence[UseLine]
    cards: Sequence[SpeakerCard]
    used: Sequence[StoryUsed]
    shown: Sequence[Shown]

    @property
    def is_approved(self) -> bool:
        """Whether the teller said yes to these very words."""
        return is_approved(self.story)

    @property
    def presses(self) -> list[tuple[str, str]]:
        """What else can be done with it, as (label, address): what its teller agreed to."""
        allowed = {line.use.value for line in self.lines if line.ruling}
        found = [press for press in STORY_PRESSES.all() if press.use in allowed]
        return [(str(press.label), reverse(press.route, kwargs={"uid": self.story.uid})) for press in found]

    @property
    def words_hash(self) -> str:
        """What tells these words from any other."""
        return words_hash(self.story)

    @property
    def names(self) -> list[str]:
        """What reads like a name in the words, as a hint."""
        teller = self.story.teller
        return names_in(f"{self.story.title}.\n{self.story.words}", [teller.given_name, teller.family_name])

    @property
    def cannot_be_recalled(self) -> list[StoryUsed]:
        """Where it was used for what it may not be used for any more, or said more than it may say now, and cannot be
        taken back.
        """
        ruled = {line.use.value: line.ruling for line in self.lines}
        return [used for used in self.used if not used.can_be_recalled and not self.still_goes(used, ruled[used.use])]

    def still_goes(self, used: StoryUsed, ruled: Ruling) -> bool:
        """Whether the story might be used like this again today."""
        return bool(ruled) and not (used.card and too_much(used.card, self.story.teller, ruled.level))


def face_of(story: Story, today: date) -> StoryFace:
    """The page of a story that somebody may see. A constant number of statements."""
    standing = standing_of(story.pk, today)
    ruled = rulings(story, today, standing)
    return StoryFace(
        story,
        today,
        standing,
        [UseLine(Use(use), standing.get(use), ruled[use], today) for use in LEVELS],
        list(SpeakerCard.objects.filter(story=story, ended_at=None)),
        list(StoryUsed.objects.filter(story=story).select_related("card")),
        where_shown(story),
    )


def card_to_show(card: SpeakerCard, today: date) -> Ruling:
    """Whether a card may be shown or printed today, and until when. It is asked each time that it is."""
    if card.ended_at:
        return Ruling(why_not="ended")
    story = card.story
    standing = standing_of(story.pk, today)
    ruled = rulings(story, today, standing)[card.use]
    if ruled and too_much(card, story.teller, ruled.level):
        return Ruling(why_not="named")
    return ruled
