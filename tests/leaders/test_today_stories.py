"""Whoever listened is told a month before what a teller agreed to ends; nobody is told to ask who said never."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from m4c.leaders.today_lines import Moment
from m4c.leaders.today_stories import stories_that_end
from m4c.leaders.today_taken_on import taken_on
from m4c.listening.models import StoryAsk
from m4c.listening.operations.story_ask import answer_story_ask
from m4c.people.models import Account
from tests.cast import Cast
from tests.listening.stories import told

TODAY = timezone.localdate()


def lines(account: Account) -> list[str]:
    """What Today says of stories to an account."""
    at = Moment(timezone.make_aware(datetime.combine(TODAY, time(9))))
    return [line.title for line in stories_that_end(account, at)]


def test_an_agreement_that_ends_stands_on_the_listeners_today(cast: Cast) -> None:
    begun = timezone.now() - timedelta(days=340)
    story = told(cast, at=begun)
    told(cast, title="Another", at=timezone.now())
    assert lines(cast.organiser) == ["Ask Amal Yusuf about their story again"]
    at = Moment(timezone.now())
    assert [line.title for line in taken_on(cast.organiser, at)] == ["Ask Amal Yusuf about their story again"]
    assert (lines(cast.leader), lines(cast.national_organiser)) == ([], [])
    never: dict[str, Any] = {"person": story.teller, "said": StoryAsk.Said.NEVER, "at": timezone.now()}
    answer_story_ask(**never, by=cast.organiser)
    assert lines(cast.organiser) == ["A story ends"]
