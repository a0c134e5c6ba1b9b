"""The rules of how far a story may go: which levels each use knows, what stands, and what level comes of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.listening.models import StoryConsent
from m4c.listening.models.story import Level, Use

YEAR = timedelta(days=365)  # domain.md, C5: an agreement lasts twelve months, unless the teller renews it
ASKED_AGAIN = timedelta(days=30)  # so long before it ends whoever listened is told
LOOKED_THROUGH_FROM = Level.INSIDE  # third persons are disguised, and the teller says yes to the very words
NAMED_FROM, PUBLIC_FROM = Level.FIRST_NAME, Level.NAMELESS

# The levels that each use may be agreed to at; beside these a teller may always say no.
LEVELS: dict[str, tuple[Level, ...]] = {
    Use.KEPT: (Level.LISTENER, Level.TEAM),
    Use.MEETING: (Level.INSIDE, Level.NAMELESS, Level.FIRST_NAME, Level.NAME_AND_PICTURE),
    Use.REPORT: (Level.INSIDE, Level.NAMELESS, Level.FIRST_NAME, Level.NAME_AND_PICTURE),
    Use.WEBSITE: (Level.NAMELESS, Level.FIRST_NAME, Level.NAME_AND_PICTURE),
    Use.PRINT: (Level.NAMELESS, Level.FIRST_NAME, Level.NAME_AND_PICTURE),
    Use.PRESS: (Level.PRESS,),
}

# What a teller is asked, word for word: it is kept with their answer.
QUESTIONS = {
    Use.KEPT: _("May we write your story down and keep it, so that we remember what you told us?"),
    Use.MEETING: _("May your story be told at a meeting of ours?"),
    Use.WEBSITE: _("May your story stand on our website, where anybody can read it and copy it?"),
    Use.PRINT: _("May your story be printed? What is printed cannot be taken back."),
    Use.REPORT: _("May we quote your story in a report?"),
    Use.PRESS: _("May the press ask for you, and may we give them your story? What is published cannot be taken back."),
}

Standing = dict[str, StoryConsent]  # by use: what stands


def standing_of_many(stories: Collection[int], today: date) -> dict[int, Standing]:
    """What stands of each of these stories, by id. One statement."""
    found: dict[int, Standing] = defaultdict(dict)
    for consent in standing_on(today).filter(story__in=stories):
        found[consent.story_id][consent.use] = consent
    return found


def standing_of(story: int, today: date) -> Standing:
    """What stands of one story, by use. One statement."""
    return standing_of_many([story], today).get(story, {})


def standing_on(today: date) -> "QuerySet[StoryConsent]":
    """Agreements that are neither withdrawn nor over."""
    return StoryConsent.objects.filter(withdrawn_at=None, expires_on__gte=today)


def level_of(standing: Iterable[StoryConsent]) -> int:
    """The highest level that stands; where nothing stands, nothing is kept."""
    return max((consent.level for consent in standing), default=Level.NOWHERE)


def is_a_level_of(use: str, level: int) -> bool:
    """Whether a use may be agreed to at this level."""
    return level in LEVELS.get(use, ())


def needs_the_teller(before: StoryConsent | None, level: int, expires_on: date) -> bool:
    """Whether what is to stand goes further than what does, or for longer: lowering needs nobody."""
    return before is None or level > before.level or expires_on > before.expires_on


def end_of(given_on: date) -> date:
    """The last day of an agreement given on a day."""
    return given_on + YEAR
