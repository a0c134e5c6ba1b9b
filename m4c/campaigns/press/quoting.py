"""Which quotations stand today: of a story as far as its teller agreed, of a person who agreed and can be quoted."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from m4c.campaigns.models import Campaign, PressItem, PressQuote
from m4c.listening.models import Story, StoryConsent
from m4c.listening.models.story import Use
from m4c.listening.operations.story_levels import is_said_in
from m4c.listening.stories.levels import standing_of_many
from m4c.listening.stories.rules import bar, rule_on
from m4c.people.models import Account
from m4c.people.models.use import out_of_reach


@dataclass(frozen=True)
class Quoted:
    """Somebody's words, and as what they are named."""

    words: str
    who: str


def standing_quotes(quotes: Iterable[PressQuote], today: date, *uses: str) -> list[PressQuote]:
    """Those that may be read today. A story's must be agreed to for every one of the uses. Three statements."""
    found = [quote for quote in quotes if quote.withdrawn_at is None]
    stories = {quote.story.pk: quote.story for quote in found if quote.story}
    people = {quote.person_id for quote in found} | {story.teller_id for story in stories.values()}
    left = out_of_reach([pk for pk in people if pk is not None]) if found else {}
    standing = standing_of_many(stories, today) if stories else {}

    def allows(story: Story, words: str) -> bool:
        barred = bar(story, left.get(story.teller_id, set()))
        agreed = standing.get(story.pk, {})
        return is_said_in(words, story.words) and all(rule_on(story, agreed.get(use), barred) for use in uses)

    return [
        quote
        for quote in found
        if (allows(quote.story, quote.words) if quote.story else not left.get(quote.person_id or 0))
    ]


def quotes_with_stories() -> "QuerySet[PressQuote]":
    """Quotations with the stories they are of."""
    return PressQuote.objects.filter(withdrawn_at=None).select_related("story")


def stories_for_press(account: Account) -> "QuerySet[Story]":
    """Stories that the account sees and whose tellers let the press have them, as far as is written down."""
    agreed = StoryConsent.objects.filter(use=Use.PRESS, withdrawn_at=None).order_by().values("story")
    return Story.objects.visible_to(account).filter(pk__in=agreed, taken_back_at=None)


def quotes_of(campaign: Campaign, today: date, *, everybody: bool) -> dict[int, list[Quoted]]:
    """What stands of a campaign's press items, by item. In public a story's words need leave for the website too."""
    rows = quotes_with_stories().filter(campaign=campaign, item__isnull=False)
    uses = (Use.PRESS, Use.WEBSITE) if everybody else (Use.PRESS,)
    found: dict[int, list[Quoted]] = defaultdict(list)
    for quote in standing_quotes(rows, today, *uses):
        if quote.item_id is not None:
            found[quote.item_id].append(Quoted(quote.words, quote.named_as))
    return found


def quotes_seen(account: Account, today: date, **where: Any) -> list[PressQuote]:
    """Those of an item or a note that one may read today."""
    rows = PressQuote.objects.visible_to(account).filter(withdrawn_at=None, **where).select_related("story")
    return standing_quotes(rows, today, Use.PRESS)


def quotes_of_items(account: Account, items: Collection[PressItem], today: date) -> dict[int, list[PressQuote]]:
    """The same of many items, by id."""
    found: dict[int, list[PressQuote]] = defaultdict(list)
    for quote in quotes_seen(account, today, item__in=items):
        if quote.item_id is not None:
            found[quote.item_id].append(quote)
    return found
