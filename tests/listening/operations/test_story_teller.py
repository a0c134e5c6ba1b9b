"""A teller answers by the last link made for them, or on their own page, and nobody else does in their name."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.core.errors import Refused
from m4c.listening.models import Story, StoryAsk, StoryConsent
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story import NewStory, look_through_story, write_down_story
from m4c.listening.operations.story_ask import answer_story_ask, ask_for_story
from m4c.listening.operations.story_card import NewCard, end_speaker_card, make_speaker_card
from m4c.listening.operations.story_lapse import lapse_story_consents
from m4c.listening.operations.story_link import make_story_link, story_letter
from m4c.listening.operations.story_teller import (
    Said,
    answer_by_story_link,
    answer_own_story,
    never_ask_by_story_link,
    never_ask_for_own_story,
    take_back_by_story_link,
    take_back_own_story,
)
from m4c.listening.stories.asking import last_said, never_again
from m4c.listening.stories.levels import standing_of
from m4c.listening.stories.rules import words_hash
from m4c.people.models import Account
from m4c.people.models.account import website
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, somebody
from tests.listening.stories import QUOTED, WORDS, agreed, told

LATER = NOW + timedelta(days=1)


def level_of(story: Story) -> int:
    """How far it goes now."""
    story.refresh_from_db()
    return story.level


def test_what_they_said_is_kept_word_for_word_with_its_twelve_months(cast: Cast) -> None:
    story = told(cast)
    token = make_story_link(story=story, at=NOW, by=cast.organiser).token
    answer_by_story_link(token=token, said=Said({"website": 5}, words_hash(story)), at=NOW, by=website())
    consent = StoryConsent.objects.get(use=Use.WEBSITE)
    assert consent.wording == (
        "May your story stand on our website, where anybody can read it and copy it? in public, with a first name"
    )
    assert (consent.how, consent.given_on, consent.expires_on) == (
        "By their own link",
        TODAY,
        TODAY + timedelta(days=365),
    )
    assert (level_of(story), story.approved_at) == (5, NOW)


def test_only_the_last_link_answers(cast: Cast) -> None:
    story = told(cast)
    first = make_story_link(story=story, at=NOW, by=cast.organiser).token
    second = story_letter(story=story, at=NOW, by=cast.operator).token
    for act in (take_back_by_story_link, never_ask_by_story_link):
        with pytest.raises(Refused) as refused:
            act(token=first, at=NOW, by=website())
        assert refused.value.code == "no_link"
    never_ask_by_story_link(token=second, at=NOW, by=website())
    take_back_by_story_link(token=second, at=NOW, by=website())
    assert (level_of(story), story.words, never_again(story.teller_id)) == (0, "", True)


def test_on_their_own_page_they_answer_for_their_own(cast: Cast) -> None:
    story = told(cast, cast.person("member"))
    tries: list[tuple[Any, dict[str, Any]]] = [
        (answer_own_story, {"said": Said({"kept": 2})}),
        (take_back_own_story, {}),
    ]
    for act, more in tries:
        with pytest.raises(Refused) as refused:
            act(story=story, at=NOW, by=cast.organiser, **more)
        assert refused.value.code == "not_theirs"
    answer_own_story(story=story, said=Said({"kept": 2}), at=NOW, by=cast.member)
    assert (level_of(story), story.words) == (2, WORDS)
    never_ask_for_own_story(at=NOW, by=cast.member)
    assert never_again(story.teller_id)
    take_back_own_story(story=story, at=NOW, by=cast.member)
    assert (level_of(story), story.words) == (0, "")


def test_an_answer_renews_what_stands(cast: Cast) -> None:
    story = agreed(cast, {Use.WEBSITE: Level.NAMELESS})
    token = make_story_link(story=story, at=LATER, by=cast.organiser).token
    answer_by_story_link(token=token, said=Said({"website": 4}), at=LATER, by=website())
    assert standing_of(story.pk, TODAY)["website"].given_on == TODAY + timedelta(days=1)
    assert StoryConsent.objects.filter(story=story, use="website", withdrawn_at=None).count() == 1


def test_what_somebody_said_to_being_asked(cast: Cast) -> None:
    person = somebody(cast)
    given: dict[str, Any] = {"person": person, "at": NOW, "by": cast.organiser}
    with pytest.raises(Refused) as refused:
        answer_story_ask(said="yes", **given)
    assert refused.value.code == "not_asked"
    ask_for_story(**given)
    answer_story_ask(said="not_now", **given)
    assert last_said(person.pk) == "not_now"
    ask_for_story(**{**given, "at": LATER})
    answer_story_ask(said="never", **{**given, "at": LATER})
    with pytest.raises(Refused) as refused:
        ask_for_story(**given)
    assert refused.value.code == "never_again"
    assert StoryAsk.objects.filter(person=person).count() == 2


def test_a_card_is_taken_off_once(cast: Cast) -> None:
    story = agreed(cast, {Use.PRINT: Level.NAMELESS})
    card = make_speaker_card(story=story, new=NewCard(Use.PRINT, QUOTED), at=NOW, by=cast.organiser)
    for at in (NOW, LATER):
        end_speaker_card(card=card, at=at, by=cast.organiser)
    assert card.ended_at == NOW


def test_who_writes_down_and_who_ends_what_is_over(cast: Cast) -> None:
    own: dict[str, Any] = {"title": "T", "words": WORDS, "told_on": TODAY, "how": "Said so"}

    def write(by: Account) -> Story:
        assert by.person
        return write_down_story(group=cast.cardiff, new=NewStory(by.person, **own), at=NOW, by=by)

    wrote = doers(write, cast)
    assert wrote == {"leader", "organiser", "national_organiser"}
    story = Story.objects.filter(listener=cast.organiser).get()
    assert look_through_story(story=story, at=NOW, by=cast.organiser).disguised_at == NOW
    assert doers(lambda by: lapse_story_consents(at=NOW, by=by), cast) == set()
