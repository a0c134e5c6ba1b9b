"""Listening campaigns as tests plan them: `campaign_of(cast)`, with a question in three languages and a visitor."""

from datetime import timedelta
from typing import Any

from m4c.listening.models import ListeningCampaign, Question, QuestionAnswer, Questionnaire, Visitor
from m4c.listening.operations.campaign import NewCampaign, open_questions, plan_campaign
from m4c.listening.operations.question import add_question
from m4c.listening.operations.questionnaire import Answers
from m4c.listening.operations.visitor import add_visitor
from m4c.people import ledger
from m4c.people.models import Person
from tests.cast import Cast
from tests.factories import NOW, TODAY

SOMALI = "Soomaali"
WORDS = {"en": "What hurts most?", "cy": "Beth sydd yn brifo fwyaf?", SOMALI: "Maxaa ku xanuujinaya?"}


def campaign_of(cast: Cast, **plan: Any) -> ListeningCampaign:
    """A campaign of Cardiff that runs now."""
    days = {"starts_on": TODAY - timedelta(days=10), "ends_on": TODAY + timedelta(days=20)}
    new = NewCampaign(**{"name": "Winter listening", "place": "Splott", **days, **plan})
    return plan_campaign(group=cast.cardiff, new=new, by=cast.organiser)


def question_of(cast: Cast, campaign: ListeningCampaign, *, is_concern: bool = True) -> Question:
    """A question that asks what hurts, in three languages."""
    return add_question(campaign=campaign, words=WORDS, is_concern=is_concern, by=cast.organiser)


def open_campaign(cast: Cast) -> ListeningCampaign:
    """A campaign that strangers may answer."""
    campaign = campaign_of(cast)
    question_of(cast, campaign)
    return open_questions(campaign=campaign, at=NOW, by=cast.organiser)


def visitor_of(cast: Cast, campaign: ListeningCampaign, persona: str = "leader") -> Visitor:
    """Somebody who visits in it."""
    return add_visitor(campaign=campaign, person=cast.person(persona), on=TODAY, by=cast.organiser)


def answers_to(question: Question, words: str = "Damp", **more: Any) -> Answers:
    """What was answered, which the movement may use."""
    return Answers(**{"words": {question: words}, "on": TODAY, "may_use_inside": True, **more})


def campaigned(cast: Cast, person: Person, friend: Person, name: str = "", number: int = 0) -> None:
    """Somebody visited in a campaign, answered its questions themselves, and took what a friend answered."""
    campaign = ListeningCampaign.objects.filter(name__startswith="Touched").first() or campaign_of(cast, name="Touched")
    ListeningCampaign.objects.filter(pk=campaign.pk).update(review=f"{name} asked most", about=f"As {name} said")
    words = {"en": f"What would {name} say of damp {number}?"}
    question = add_question(campaign=campaign, words=words, is_concern=True, by=cast.organiser)
    Visitor.objects.create(campaign=campaign, person=person, joined_on=TODAY)
    rows: dict[Person, Person] = {person: friend, friend: person}
    for who, visitor in rows.items():
        own = who == person
        sheet = Questionnaire.objects.create(
            campaign=campaign, person=who, visitor=visitor, on=TODAY, means="street", place=name if own else "Ely"
        )
        ledger.write([sheet])
        QuestionAnswer.objects.create(questionnaire=sheet, question=question, words=f"{name} is cold {number}")
