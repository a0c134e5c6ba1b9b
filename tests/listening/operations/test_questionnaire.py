"""Taking what somebody answered: typed in by a visitor, or sent by the public page."""

from typing import Any

import pytest

from m4c.listening.models import Concern, QuestionAnswer, Questionnaire
from m4c.listening.operations.campaign import close_questions
from m4c.listening.operations.questionnaire import (
    QuestionnaireRefused,
    Stranger,
    answer_questions,
    in_parts,
    type_in_questionnaire,
)
from m4c.people.models import Person
from m4c.people.models.account import website
from m4c.people.operations.must_see import Unseen
from tests.cast import Cast
from tests.factories import NOW
from tests.listening.campaigning import answers_to, campaign_of, open_campaign, question_of

NEST = Stranger("Nest", "Abara", email="nest.abara@example.org")


def test_what_hurts_becomes_a_concern_of_the_questionnaire(cast: Cast):
    campaign = campaign_of(cast)
    hurts, likes = question_of(cast, campaign), question_of(cast, campaign, is_concern=False)
    answers = answers_to(hurts, postcode="CF24 2AB", strength=3, may_quote=True)
    answers.words[likes] = "The park"  # type: ignore[index]
    taken = type_in_questionnaire(campaign=campaign, answers=answers, means="street", at=NOW, by=cast.leader)
    assert (taken.visitor, taken.person, taken.means) == (cast.person("leader"), None, "street")
    assert sorted(QuestionAnswer.objects.values_list("words", flat=True)) == ["Damp", "The park"]
    concern = Concern.objects.get()
    assert (concern.words, concern.strength, concern.may_quote, concern.questionnaire) == ("Damp", 3, True, taken)
    assert (concern.campaign, concern.group, concern.postcode) == (campaign, cast.cardiff, "CF24 2AB")


def test_a_long_answer_becomes_concerns_of_one_voice(cast: Cast):
    assert in_parts("word " * 130) == [("word " * 100).strip(), ("word " * 30).strip()]
    assert [len(part) for part in in_parts("x" * 600)] == [500, 100]


@pytest.mark.parametrize(("more", "code"), [({"words": " "}, "no_answer"), ({"may_use_inside": False}, "not_agreed")])
def test_nothing_is_kept_without_an_answer_or_leave(cast: Cast, more: dict[str, Any], code: str):
    campaign = campaign_of(cast)
    answers = answers_to(question_of(cast, campaign), **more)
    with pytest.raises(QuestionnaireRefused) as refused:
        type_in_questionnaire(campaign=campaign, answers=answers, means="street", at=NOW, by=cast.leader)
    assert (refused.value.code, Questionnaire.objects.count(), Concern.objects.count()) == (code, 0, 0)


def test_somebody_unseen_is_not_named(cast: Cast):
    campaign = campaign_of(cast)
    given: dict[str, Any] = {"answers": answers_to(question_of(cast, campaign)), "means": "paper", "at": NOW}
    with pytest.raises(Unseen):
        type_in_questionnaire(campaign=campaign, person=cast.person("protected_member"), **given, by=cast.organiser)


def test_a_stranger_is_kept_by_name_only_who_wants_word_back(cast: Cast):
    campaign = open_campaign(cast)
    question = question_of(cast, campaign)
    people = Person.objects.count()
    without = answer_questions(campaign=campaign, answers=answers_to(question), stranger=NEST, at=NOW, by=website())
    assert (without.person, Person.objects.count()) == (None, people)
    answers = answers_to(question, may_write=True)
    told = answer_questions(campaign=campaign, answers=answers, stranger=NEST, at=NOW, by=website())
    again = answer_questions(campaign=campaign, answers=answers, stranger=NEST, at=NOW, by=website())
    assert (str(told.person), again.person, Person.objects.count()) == ("Nest Abara", told.person, people + 1)


def test_a_closed_page_takes_nothing(cast: Cast):
    campaign = open_campaign(cast)
    question = question_of(cast, campaign)
    close_questions(campaign=campaign, at=NOW, by=cast.organiser)
    with pytest.raises(QuestionnaireRefused):
        answer_questions(campaign=campaign, answers=answers_to(question), at=NOW, by=website())
