"""The questions of a listening campaign in their languages."""

from typing import Any

import pytest

from m4c.listening.campaigns.asking import languages_of, questions_of
from m4c.listening.operations.question import QuestionRefused, add_question, strike_question, word_question
from m4c.listening.operations.questionnaire import type_in_questionnaire
from tests.cast import Cast
from tests.factories import NOW
from tests.listening.campaigning import SOMALI, WORDS, answers_to, campaign_of, question_of


def test_a_question_has_words_in_each_language_typed_in(cast: Cast):
    campaign = campaign_of(cast)
    question_of(cast, campaign)
    asked = questions_of(campaign)
    assert (languages_of(asked), asked[0].wordings) == (["en", "cy", SOMALI], WORDS)
    assert (asked[0].in_language(SOMALI), asked[0].in_language("Polski")) == (WORDS[SOMALI], WORDS["en"])


def test_a_question_without_words_and_one_too_many_are_refused(cast: Cast):
    campaign = campaign_of(cast)
    with pytest.raises(QuestionRefused):
        add_question(campaign=campaign, words={"en": " "}, by=cast.organiser)
    for number in range(12):
        add_question(campaign=campaign, words={"en": f"Question {number}?"}, by=cast.organiser)
    with pytest.raises(QuestionRefused):
        question_of(cast, campaign)


def test_words_change_until_somebody_answered_them_and_a_language_may_be_added(cast: Cast):
    campaign = campaign_of(cast)
    question = question_of(cast, campaign)
    word_question(question=question, words={"en": "What hurts?"}, is_concern=True, by=cast.organiser)
    assert questions_of(campaign)[0].wordings == {"en": "What hurts?"}
    given: dict[str, Any] = {"campaign": campaign, "answers": answers_to(question), "means": "street", "at": NOW}
    type_in_questionnaire(**given, by=cast.leader)
    with pytest.raises(QuestionRefused):
        word_question(question=question, words={"en": "What else?"}, is_concern=True, by=cast.organiser)
    both = {"en": "What hurts?", "cy": "Beth sy'n brifo?"}
    word_question(question=question, words=both, is_concern=True, by=cast.organiser)
    assert questions_of(campaign)[0].wordings == both


def test_a_struck_question_is_asked_no_more(cast: Cast):
    campaign = campaign_of(cast)
    strike_question(question=question_of(cast, campaign), at=NOW, by=cast.organiser)
    assert questions_of(campaign) == []
