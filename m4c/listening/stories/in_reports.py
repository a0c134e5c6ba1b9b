"""What a report may take from stories: each quotation that comes from one asks its consent for reports anew."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from m4c.listening.models import ListeningCampaign, SpeakerCard, Story
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story_levels import is_said_in
from m4c.listening.stories.cards import too_much
from m4c.listening.stories.levels import standing_of_many
from m4c.listening.stories.rules import Ruling, bar, rule_on
from m4c.people.models.use import out_of_reach


@dataclass(frozen=True)
class StoryQuote:
    """A card's words as a report shows them: the name they chose and a line, how far it may go, and until when."""

    card: SpeakerCard
    level: str
    until: date

    @property
    def who(self) -> str:
        """The name they chose and who they are, as much of it as they agreed to."""
        return ", ".join(part for part in (self.card.name, self.card.line) if part)


class StoryLeave:
    """What the tellers of some stories agreed to for reports today: in public (`public`), or inside the movement."""

    def __init__(self, stories: Iterable[Story], today: date, *, public: bool) -> None:
        self.least = Level.NAMELESS if public else Level.INSIDE
        self.stories = list(stories)
        standing = standing_of_many([story.pk for story in self.stories], today)
        left = out_of_reach([story.teller_id for story in self.stories]) if self.stories else {}
        self.of_teller: dict[int, list[Story]] = defaultdict(list)
        self.ruled: dict[int, Ruling] = {}
        for story in self.stories:
            consent = standing.get(story.pk, {}).get(Use.REPORT)
            self.ruled[story.pk] = rule_on(story, consent, bar(story, left.get(story.teller_id, set())))
            self.of_teller[story.teller_id].append(story)

    @classmethod
    def of_tellers(cls, tellers: Any, today: date, *, public: bool) -> "StoryLeave":
        """Of every story that these people, by id or as a query of ids, told. Three statements, one where they told
        none.
        """
        return cls(Story.objects.filter(teller__in=tellers), today, public=public)

    def allows(self, story: Story) -> bool:
        """Whether a report of this kind may quote it today."""
        ruled = self.ruled[story.pk]
        return bool(ruled) and ruled.level >= self.least

    def until(self, story: Story) -> date:
        """The last day of the agreement of a story that may be quoted."""
        consent = self.ruled[story.pk].consent
        assert consent is not None  # what is allowed was agreed to
        return consent.expires_on

    def stories_of(self, concern: Any) -> list[Story]:
        """The stories that a concern's words come from: its speaker (`speaker`, by id) told one that holds them.

        What a story said that was taken back nobody knows any more: whatever was heard where it was told comes from it.
        """
        return [story for story in self.of_teller.get(concern.speaker or 0, []) if comes_from(concern, story)]

    def lets(self, concern: Any) -> bool:
        """Whether every story that a quotation comes from lets a report say it."""
        return all(self.allows(story) for story in self.stories_of(concern))


def comes_from(concern: Any, story: Story) -> bool:
    """Whether a concern's words are a story's, or may have been."""
    if story.words:
        return is_said_in(concern.words.casefold(), story.words.casefold())
    heard_at = [(concern.one_to_one_id, story.one_to_one_id), (concern.house_meeting_id, story.house_meeting_id)]
    return any(one is not None and one == other for one, other in heard_at)


def cards_heard_in(campaign: ListeningCampaign) -> Q:
    """Cards for reports, of stories that were told in a campaign's 1-2-1s and house meetings."""
    told_there = Q(story__one_to_one__campaign=campaign) | Q(story__house_meeting__campaign=campaign)
    return told_there & Q(use=Use.REPORT, ended_at=None)


def quotes_of(which: Q, today: date, *, public: bool) -> list[StoryQuote]:
    """Those of these cards that a report may show today, the earliest made first. Three statements."""
    cards = list(
        SpeakerCard.objects.filter(which, ended_at=None, use=Use.REPORT).select_related("story__teller").order_by("pk")
    )
    leave = StoryLeave({card.story_id: card.story for card in cards}.values(), today, public=public)
    found = []
    for card in cards:
        level = leave.ruled[card.story_id].level
        if leave.allows(card.story) and not too_much(card, card.story.teller, level):
            found.append(StoryQuote(card, str(Level(level).label), leave.until(card.story)))
    return found


def by_uids(uids: Collection[str]) -> Q:
    """Cards by their uids."""
    return Q(uid__in=[UUID(uid) for uid in uids])
