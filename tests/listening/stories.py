"""What tests of stories are written with: one that the organiser of Cardiff was told, as far as its teller agreed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from m4c.listening.models import Story
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story import NewStory, look_through_story, write_down_story
from m4c.listening.operations.story_link import make_story_link
from m4c.listening.operations.story_teller import Said, answer_by_story_link
from m4c.listening.stories.rules import words_hash
from m4c.people.models import Account, Person
from m4c.people.models.account import website
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody

WORDS = "The light on our stairs went out in spring. I rang eleven times, and nobody came."
QUOTED = "I rang eleven times, and nobody came."


def told(cast: Cast, teller: Person | None = None, by: Account | None = None, **more: Any) -> Story:
    """A story that somebody told Cardiff's organiser, kept for whoever listened alone."""
    facts: dict[str, Any] = {
        "title": "Dark stairs",
        "words": WORDS,
        "told_on": TODAY,
        "how": "She said: write it down",
    } | more
    at = facts.pop("at", NOW)
    new = NewStory(teller=teller or somebody(cast), **facts)
    return write_down_story(group=cast.cardiff, new=new, at=at, by=by or cast.organiser)


def agreed(
    cast: Cast, levels: Mapping[Use, Level] | None = None, at: datetime = NOW, story: Story | None = None, **more: Any
) -> Story:
    """A story that was looked through, and whose teller said yes to it by their link, on the website where not told."""
    story = story or told(cast, at=at, **more)
    look_through_story(story=story, at=at, by=cast.organiser)
    answered(cast, story, levels if levels is not None else {Use.WEBSITE: Level.FIRST_NAME}, at)
    return story


def answered(cast: Cast, story: Story, levels: Mapping[Use, Level], at: datetime = NOW) -> Story:
    """Its teller answers by a fresh link, with a yes to the words."""
    token = make_story_link(story=story, at=at, by=cast.organiser).token
    said = Said({use.value: level.value for use, level in levels.items()}, words_hash(story))
    answer_by_story_link(token=token, said=said, at=at, by=website())
    story.refresh_from_db()
    return story
