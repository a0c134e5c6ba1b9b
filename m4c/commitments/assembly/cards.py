"""Which speaker's cards may be shown today: asked of each teller's agreement again, each time a sheet is made."""

from collections.abc import Iterable
from datetime import date

from m4c.listening.models import SpeakerCard
from m4c.listening.models.story import Use
from m4c.listening.stories.cards import too_much
from m4c.listening.stories.levels import standing_of_many
from m4c.listening.stories.rules import bar, rule_on
from m4c.people.models.use import out_of_reach


def may_show(cards: Iterable[SpeakerCard | None], today: date) -> dict[int, SpeakerCard]:
    """Of these cards those that may be told at a meeting today, by id; withdrawn ones are gone. Three statements,
    however many there are, and none for none.
    """
    ids = {card.pk for card in cards if card}
    if not ids:
        return {}
    found = SpeakerCard.objects.filter(pk__in=ids, ended_at=None, use=Use.MEETING).select_related("story__teller")
    cards_there = list(found)
    standing = standing_of_many([card.story_id for card in cards_there], today)
    left = out_of_reach([card.story.teller_id for card in cards_there])
    shown = {}
    for card in cards_there:
        story = card.story
        barred = bar(story, left.get(story.teller_id, set()))
        ruled = rule_on(story, standing.get(story.pk, {}).get(card.use), barred)
        if ruled and not too_much(card, story.teller, ruled.level):
            shown[card.pk] = card
    return shown
