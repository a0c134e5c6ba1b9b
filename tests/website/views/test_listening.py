"""Answering a listening campaign by its public page: in each language, with no name, and thanked alike."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from m4c.listening.campaigns.asking import questions_of
from m4c.listening.models import Concern, ListeningCampaign, Questionnaire
from m4c.people.models import Person
from m4c.website.listening_forms import ListeningForm
from tests.cast import Cast
from tests.factories import words_of
from tests.listening.campaigning import SOMALI, WORDS, open_campaign
from tests.website.views.test_joining import stamped


@pytest.fixture(autouse=True)
def fresh_limits(cast: Cast) -> None:
    """No attempt has been made yet."""
    cache.clear()


@pytest.fixture
def campaign(cast: Cast) -> ListeningCampaign:
    """A campaign that stands open."""
    return open_campaign(cast)


def send(client: Client, campaign: ListeningCampaign, words: str = "Damp", **more: Any) -> Any:
    """The answer to the form."""
    name = f"question_{questions_of(campaign)[0].question.uid.hex}"
    address = reverse("listening-questions", kwargs={"slug": campaign.slug})
    return client.post(address, {name: words, "stamp": stamped(ListeningForm), **more})


def test_the_questions_stand_in_english_welsh_and_any_language_typed_in(client: Client, campaign: ListeningCampaign):
    english = client.get(f"/listening/{campaign.slug}/")
    assert (WORDS["en"] in words_of(english), f"?language={SOMALI}" in english.content.decode()) == (True, True)
    assert WORDS["cy"] in words_of(client.get(f"/cy/listening/{campaign.slug}/"))
    assert WORDS[SOMALI] in words_of(client.get(f"/listening/{campaign.slug}/?language={SOMALI}"))
    assert WORDS["en"] in words_of(client.get(f"/listening/{campaign.slug}/?language=Polski"))


def test_nothing_is_ticked_beforehand(client: Client, campaign: ListeningCampaign):
    assert "checked" not in client.get(f"/listening/{campaign.slug}/").content.decode()


def test_an_answer_without_a_name_is_a_questionnaire_of_nobody(client: Client, campaign: ListeningCampaign):
    people = Person.objects.count()
    answer = send(client, campaign, may_use_inside="on", given_name="Nest", email="nest@example.org", postcode="cf24")
    assert answer.url == f"/listening/{campaign.slug}/answered/"
    taken = Questionnaire.objects.get()
    assert (taken.person, taken.means, taken.may_quote, taken.postcode) == (None, "page", False, "CF24")
    assert (Concern.objects.get().words, Person.objects.count()) == ("Damp", people)
    assert taken.wording == "The movement may use what I said, without my name."


def test_whoever_wants_word_back_is_kept_and_thanked_like_everybody(client: Client, campaign: ListeningCampaign):
    uses = {"may_use_inside": "on", "may_quote": "on", "may_write": "on"}
    answer = send(client, campaign, **uses, given_name="Nest", email="Nest@example.org")
    again = send(client, campaign, **uses, given_name="Nest", email="nest@example.org")
    assert (answer.status_code, again.url) == (302, answer.url)
    first, second = Questionnaire.objects.order_by("pk")
    assert (str(first.person), first.person, first.may_quote) == ("Nest", second.person, True)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Without a yes to this we may keep nothing of what was said."),
        ({"may_use_inside": "on", "may_write": "on"}, "How shall we call you?"),
        ({"may_use_inside": "on", "postcode": "nowhere"}, "This is not the shape of a UK postcode."),
    ],
)
def test_a_form_that_does_not_hold_keeps_its_words_and_says_why(
    client: Client, campaign: ListeningCampaign, typed: dict[str, str], sentence: str
):
    answer = send(client, campaign, words="It is damp", **typed)
    assert (answer.status_code, Questionnaire.objects.count()) == (422, 0)
    assert sentence in answer.content.decode()
    assert "It is damp" in answer.content.decode()


def test_a_robot_is_thanked_and_thrown_away(client: Client, campaign: ListeningCampaign):
    answer = send(client, campaign, may_use_inside="on", website="https://example.org")
    assert (answer.status_code, Questionnaire.objects.count()) == (302, 0)
