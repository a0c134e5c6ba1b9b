"""What the tests of reports share: a story told on the cast's groups."""

from datetime import date

import pytest

from tests.cast import Cast
from tests.insight.story import Story


@pytest.fixture
def story(cast: Cast) -> Story:
    """A story with nothing told yet."""
    return Story(cast.operator)


@pytest.fixture
def summer_in_cardiff(cast: Cast, story: Story) -> Story:
    """A summer in which Cardiff and St Mellons trained, pledged and talked; Manchester trained beside them."""
    trainees = story.people(cast.cardiff, 12)
    leader = cast.person("leader")
    full = story.session(cast.cardiff, "full", date(2010, 6, 5), [leader, *trainees[:8]], title="Full day")
    story.session(cast.st_mellons, "taster", date(2010, 7, 7), trainees[6:], title="Taster evening")
    story.session(cast.manchester, "full", date(2010, 7, 10), story.people(cast.manchester, 7))
    story.pledge(cast.cardiff, leader, 5, date(2010, 6, 5), session=full)
    story.pledge(cast.cardiff, leader, 1, date(2010, 6, 5), kind="house_meeting", session=full)
    story.pledge(cast.cardiff, trainees[0], 3, date(2010, 6, 5), session=full)
    for other, state in zip(trainees, ["arranged", "arranged", "held", "followed_up"], strict=False):
        story.one_to_one(cast.cardiff, leader, other, date(2010, 7, 1), state)
    story.one_to_one(cast.st_mellons, trainees[0], trainees[1], date(2010, 8, 1), "held")
    story.house_meeting(cast.cardiff, leader, date(2010, 8, 3), "followed_up", people=11)
    story.house_meeting(cast.cardiff, trainees[0], date(2010, 8, 4))
    return story
