"""What a report quotes of a story asks that story's consent for reports, by level and day, each time it is read."""

from datetime import timedelta

import pytest

from m4c.listening.models import StoryConsent
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story import lower_story, take_back_story
from m4c.listening.themes.paper import paper
from m4c.listening.themes.presentation import Presentation
from m4c.listening.themes.report import ListeningReport
from m4c.listening.themes.text import text_of
from m4c.people.operations.protection import keep_safe
from tests.cast import Cast
from tests.factories import NOW, TODAY
from tests.listening.stories import QUOTED
from tests.listening.stories_reported import card_of, quoted_concern, told_in_campaign

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are read on the day of the tests."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_given: TODAY)


def report(cast: Cast, campaign: object, *, public: bool) -> Presentation:
    return Presentation.of(ListeningReport(campaign, cast.organiser, public=public))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("level", "shown"),
    [(None, (False, False)), (Level.INSIDE, (True, False)), (Level.NAMELESS, (True, True))],
)
def test_words_of_a_story_are_quoted_as_far_as_it_was_agreed(
    cast: Cast, level: Level | None, shown: tuple[bool, bool]
) -> None:
    campaign, _story = told_in_campaign(cast, level)
    found = [QUOTED in str(report(cast, campaign, public=public).quotes) for public in (False, True)]
    assert tuple(found) == shown


def test_the_report_says_by_whose_leave_and_until_when(cast: Cast) -> None:
    campaign, story = told_in_campaign(cast)
    text = text_of(report(cast, campaign, public=True))
    until = StoryConsent.objects.get(story=story, use=Use.REPORT, withdrawn_at=None).expires_on
    assert "because its teller agreed to have it quoted in a report" in text
    assert f"ends on {until.day} {until:%B %Y}" in text


def test_words_that_stand_in_no_story_ask_nothing_more(cast: Cast) -> None:
    campaign, _story = told_in_campaign(cast, None)
    concern = quoted_concern()
    concern.words = "It is dark"
    concern.save(update_fields=["words"])
    shown = report(cast, campaign, public=True)
    assert (shown.quotes, shown.with_leave) == ({"Light": ["It is dark"]}, [])


def test_what_was_published_asks_again(cast: Cast) -> None:
    campaign, story = told_in_campaign(cast)
    card_of(cast, story)
    kept = ListeningReport(campaign, cast.organiser, public=True).kept()
    assert QUOTED not in str(kept)
    before = Presentation.of_published(kept)
    assert (before.quotes, [row[0] for row in before.story_rows]) == ({"Light": [QUOTED]}, [QUOTED])
    lower_story(story=story, use=Use.REPORT, level=Level.NOWHERE, at=NOW, by=cast.organiser)
    after = Presentation.of_published(kept)
    assert (after.quotes, after.story_rows, after.with_leave) == ({"Light": []}, [], [])


def test_an_agreement_that_is_over_quotes_nothing(cast: Cast) -> None:
    campaign, story = told_in_campaign(cast)
    card_of(cast, story)
    StoryConsent.objects.filter(story=story).update(
        given_on=TODAY - timedelta(days=400), expires_on=TODAY - timedelta(days=1)
    )
    shown = report(cast, campaign, public=False)
    assert (shown.quotes["Light"], shown.story_rows) == ([], [])


def test_what_was_heard_where_a_story_was_told_that_is_taken_back_is_not_quoted(cast: Cast) -> None:
    campaign, story = told_in_campaign(cast)
    take_back_story(story=story, at=NOW, by=cast.organiser)
    assert report(cast, campaign, public=False).quotes == {"Light": []}


def test_cards_stand_with_the_name_they_chose_and_their_leave(cast: Cast) -> None:
    campaign, story = told_in_campaign(cast, Level.FIRST_NAME)
    card_of(cast, story, name="Ruth", line="a tenant of Splott")
    shown = report(cast, campaign, public=True)
    (words, who, leave) = shown.story_rows[0]
    assert (words, who) == (QUOTED, "Ruth, a tenant of Splott")
    assert leave.startswith("In public, with a first name; agreed until ")
    assert paper(shown)["said"]["stories"] == [[words, who, leave]]
    assert "Ruth, a tenant of Splott" in text_of(shown)


def test_a_teller_kept_safe_is_quoted_nowhere(cast: Cast) -> None:
    campaign, story = told_in_campaign(cast)
    card_of(cast, story)
    keep_safe(person=story.teller, at=NOW, by=cast.operator)
    shown = report(cast, campaign, public=False)
    assert (shown.quotes["Light"], shown.story_rows) == ([], [])
