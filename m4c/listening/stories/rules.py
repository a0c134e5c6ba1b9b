"""The one rule of whether a story may be used for something as it stands: every page, card and note of use asks it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from m4c.listening.models import Story, StoryConsent
from m4c.listening.stories.levels import LEVELS, LOOKED_THROUGH_FROM, standing_of
from m4c.people.models.sign_in_link import hash_of
from m4c.people.models.use import KEPT_SAFE, UNDER_18, out_of_reach


@dataclass(frozen=True)
class Ruling:
    """How far a story may go for one use: its level, or why not, in a sentence for whoever wants to use it."""

    level: int = 0
    why_not: str = ""
    consent: StoryConsent | None = None

    def __bool__(self) -> bool:
        return not self.why_not


def words_hash(story: Story) -> str:
    """What tells these very words from any other: a teller says yes to them, and to no others."""
    return hash_of(f"{story.title}\n{story.words}")


def is_approved(story: Story) -> bool:
    """Whether the teller said yes to the words as they stand."""
    return story.approved_at is not None and story.approval_hash == words_hash(story)


def approved_since(story: Story, moment: datetime) -> bool:
    """Whether the teller's yes is no older than this: what was written down for them later waits for another."""
    return story.approved_at is not None and story.approved_at >= moment


def ruling(story: Story, use: str, today: date) -> Ruling:
    """Whether the story may be used for this today. Two statements."""
    return rulings(story, today, standing_of(story.pk, today))[use]


def rulings(story: Story, today: date, standing: Mapping[str, StoryConsent]) -> dict[str, Ruling]:
    """The same for every use, given what stands. One statement."""
    left = out_of_reach([story.teller_id]).get(story.teller_id, set())
    barred = bar(story, left)
    return {use: rule_on(story, standing.get(use), barred) for use in LEVELS}


def bar(story: Story, left: set[str]) -> str:
    """Why nothing of the story is shown at all, given why its teller is out of reach; blank where it may be."""
    if story.taken_back_at or not story.words:
        return _("The teller took it back.")
    if KEPT_SAFE in left:
        return _("Nothing of it is shown for now.")
    if left - {UNDER_18}:
        return _("The teller had their record set aside.")
    if UNDER_18 in left and not story.parent_agreed.strip():
        return _("The teller is under 18: write down how a parent or guardian agreed besides.")
    return ""


def rule_on(story: Story, consent: StoryConsent | None, barred: str) -> Ruling:
    """How far one use may go."""
    if barred:
        return Ruling(why_not=barred)
    if consent is None:
        return Ruling(why_not=_("The teller has not agreed to it, or their agreement is over."))
    if consent.level >= LOOKED_THROUGH_FROM and story.disguised_at is None:
        return Ruling(why_not=_("Nobody has looked through it for other people in it yet."), consent=consent)
    if consent.level >= LOOKED_THROUGH_FROM and not is_approved(story):
        return Ruling(why_not=_("The teller has not said yes to these very words yet."), consent=consent)
    if consent.level >= LOOKED_THROUGH_FROM and not approved_since(story, consent.made_at):
        return Ruling(why_not=_("You wrote down that they agreed to more: they have not said so themselves yet."))
    return Ruling(consent.level, consent=consent)
