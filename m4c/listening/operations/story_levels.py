"""How far a story goes from now on: the bodies that every way of saying it shares. They check no right."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change
from m4c.core.public_version import bump
from m4c.listening.models import SpeakerCard, Story, StoryConsent, StoryUsed
from m4c.listening.models.story import Level, Use
from m4c.listening.stories.cards import too_much
from m4c.listening.stories.followers import story_lowered
from m4c.listening.stories.levels import QUESTIONS, end_of, is_a_level_of, level_of, standing_of
from m4c.listening.stories.rules import Ruling, rulings, words_hash
from m4c.people import ledger
from m4c.people.models import Account


class StoryRefused(Refused):
    """It cannot be done with this story."""


def agree(
    story: Story, use: str, level: int, *, how: str, given_on: date, at: datetime, written_by: Account | None
) -> StoryConsent:
    """The teller agrees to a use at a level, for twelve months from that day. Raises StoryRefused."""
    if not is_a_level_of(use, level):
        raise StoryRefused(_("That use knows no such level."), field="level", code="no_such_level")
    StoryConsent.objects.filter(story=story, use=use, withdrawn_at=None).update(withdrawn_at=at)
    return StoryConsent.objects.create(
        story=story,
        use=use,
        level=level,
        wording=f"{QUESTIONS[Use(use)]} {Level(level).label}",
        how=how.strip(),
        given_on=given_on,
        expires_on=end_of(given_on),
        by=written_by,
        made_at=at,
    )


def lower(story: Story, use: str, level: int, at: datetime) -> None:
    """A use goes less far from now on, and until the same day; at a level that it does not know, not at all.

    Raises StoryRefused where that would be further than what stands.
    """
    stands = StoryConsent.objects.filter(story=story, use=use, withdrawn_at=None).first()
    if stands is None:
        return
    if level > stands.level:
        raise StoryRefused(_("To go further needs the teller."), field="level", code="needs_the_teller")
    if level == stands.level:
        return
    change(stands, withdrawn_at=at)
    if is_a_level_of(use, level):
        kept = {name: getattr(stands, name) for name in ("wording", "how", "given_on", "expires_on", "by", "made_at")}
        StoryConsent.objects.create(story=story, use=use, level=level, **kept)


def settle(story: Story, at: datetime) -> Story:
    """Have everything follow what stands now: the level, cards, uses that can be recalled, and other apps' pages."""
    today = timezone.localdate(at)
    standing = standing_of(story.pk, today)
    level = level_of(standing.values())
    if level == Level.NOWHERE or story.taken_back_at:
        return empty(story, at)
    change(story, level=level, changed_at=at)
    ledger.write([story])
    allowed = rulings(story, today, standing)
    for card in open_cards(story):
        if not carries(card, story, allowed[card.use]):
            change(card, ended_at=at)
    for used in StoryUsed.objects.filter(story=story, can_be_recalled=True, ended_at=None).select_related("card"):
        if not allowed[used.use] or (used.card and used.card.ended_at):
            change(used, ended_at=at)
    story_lowered(story)
    bump()
    return story


def empty(story: Story, at: datetime) -> Story:
    """Nothing of it is kept: no words, no title, no card. Where it was used stays known, with what is out of reach."""
    StoryConsent.objects.filter(story=story, withdrawn_at=None).update(withdrawn_at=at)
    change(
        story,
        level=Level.NOWHERE,
        title="",
        words="",
        approved_at=None,
        approval_hash="",
        disguised_at=None,
        link_hash="",
        taken_back_at=story.taken_back_at or at,
        changed_at=at,
    )
    ledger.write([story])
    SpeakerCard.objects.filter(story=story).update(name="", line="", quotation="")
    open_cards(story).update(ended_at=at)
    StoryUsed.objects.filter(story=story, can_be_recalled=True, ended_at=None).update(ended_at=at)
    story_lowered(story)
    bump()
    return story


def approve(story: Story, read: str, at: datetime) -> None:
    """The teller says yes to the words that they read. Raises StoryRefused where these are others by now."""
    if read != words_hash(story):
        raise StoryRefused(
            _("The words were changed while you read them. Please read them once more."), code="words_changed"
        )
    change(story, approved_at=at, approval_hash=read)


def open_cards(story: Story) -> "QuerySet[SpeakerCard]":
    """The cards of a story that were not taken off."""
    return SpeakerCard.objects.filter(story=story, ended_at=None)


def carries(card: SpeakerCard, story: Story, ruled: Ruling) -> bool:
    """Whether a story may still be shown by this card: its use, what it says of the teller's name, and its words."""
    if not ruled or too_much(card, story.teller, ruled.level):
        return False
    return is_said_in(card.quotation, story.words)


def is_said_in(quotation: str, words: str) -> bool:
    """Whether a quotation stands in the words, however its lines are broken."""
    return " ".join(quotation.split()) in " ".join(words.split())
