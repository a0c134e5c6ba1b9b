"""The pages of listening campaigns: planning one, its visitors' progress told to whom it is for, its coverage."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from m4c.listening.campaigns import coverage
from m4c.listening.models import HouseMeeting, ListeningCampaign, OneToOne, Questionnaire
from m4c.listening.operations.concern import NewConcern, note_concerns
from m4c.listening.operations.one_to_one import NewOneToOne, record_one_to_one
from m4c.listening.operations.question import add_question
from tests.cast import Cast
from tests.factories import NOW, TODAY, queries_of, words_of
from tests.listening.campaigning import WORDS, campaign_of, open_campaign, question_of, visitor_of


def page_of(campaign: ListeningCampaign) -> str:
    """The address of its page."""
    return reverse("listening-campaign", kwargs={"uid": campaign.uid})


def held(cast: Cast, campaign: ListeningCampaign, asker: str = "leader", other: str = "member") -> OneToOne:
    """A visit that was held in the campaign."""
    new = NewOneToOne(cast.person(asker), cast.person(other), TODAY, held_on=TODAY, campaign=campaign)
    return record_one_to_one(group=cast.cardiff, new=new, by=cast.operator)


def test_planning_leads_to_the_campaigns_page(client: Client, cast: Cast):
    client.force_login(cast.organiser)
    assert "Plan a campaign" in words_of(client.get(reverse("listening")))
    sent = {"name": "Spring", "group": "cardiff", "starts_on": TODAY, "ends_on": TODAY + timedelta(days=30)}
    answer: Any = client.post(reverse("plan-listening-campaign"), {**sent, "visits_each": "10", "names_each": "20"})
    campaign = ListeningCampaign.objects.get()
    assert answer.url == page_of(campaign)
    assert "Nobody visits yet" in words_of(client.get(answer.url))
    assert "Spring" in words_of(client.get(reverse("listening")))


def test_a_refused_plan_keeps_its_words(client: Client, cast: Cast):
    client.force_login(cast.organiser)
    sent = {"name": "Spring", "group": "cardiff", "starts_on": TODAY, "ends_on": TODAY - timedelta(days=1)}
    answer = client.post(reverse("plan-listening-campaign"), {**sent, "visits_each": "10", "names_each": "20"})
    assert (answer.status_code, "It ends after it begins." in answer.content.decode()) == (422, True)


@pytest.mark.parametrize(
    ("persona", "sentence", "is_told"), [("leader", "1 of 10", True), ("organiser", "1 of 10", True)]
)
def test_visits_are_told_to_the_visitor_and_their_organiser(
    client: Client, cast: Cast, persona: str, sentence: str, is_told: bool
):
    campaign = campaign_of(cast)
    visitor_of(cast, campaign)
    held(cast, campaign)
    client.force_login(getattr(cast, persona))
    assert (sentence in words_of(client.get(page_of(campaign)))) is is_told


def test_another_visitors_visits_are_not_told(client: Client, cast: Cast):
    campaign = campaign_of(cast)
    visitor_of(cast, campaign, "organiser")
    held(cast, campaign, "organiser")
    client.force_login(cast.leader)
    page = words_of(client.get(page_of(campaign)))
    assert ("of 10 visits held" in page, str(cast.person("organiser")) in page) == (False, False)


def test_coverage_shows_districts_places_and_groups_with_nobody_heard(client: Client, cast: Cast):
    campaign = campaign_of(cast)
    rows = [
        NewConcern("Damp", TODAY, postcode="CF24 2AB", campaign=campaign),
        NewConcern("Buses", TODAY, postcode="CF24 1AA", campaign=campaign),
        NewConcern("Rent", TODAY, place="The market", campaign=campaign),
        NewConcern("Noise", TODAY, campaign=campaign),
    ]
    note_concerns(group=cast.cardiff, rows=rows, at=NOW, by=cast.operator)
    client.force_login(cast.organiser)
    page = words_of(client.get(page_of(campaign)))
    for sentence in ("CF24", "The market: 1", "Of 1 concern nobody wrote down where.", "nobody heard yet"):
        assert sentence in page
    assert "CF24 2AB" not in page


def test_of_many_places_and_groups_the_page_shows_the_first(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(coverage, "MOST_PLACES", 1)
    monkeypatch.setattr(coverage, "MOST_GROUPS", 1)
    campaign = campaign_of(cast)
    places = ("Ely", "Ely", "Roath", "Docks")
    rows = [NewConcern(f"Damp {place}", TODAY, place=place, campaign=campaign) for place in places]
    note_concerns(group=cast.cardiff, rows=rows, at=NOW, by=cast.operator)
    client.force_login(cast.organiser)
    page = words_of(client.get(page_of(campaign)))
    assert "Ely: 2 · and 2 more places" in page
    assert "Roath" not in page.split("What was heard in each group")[0].split("Where we listened")[1]
    assert "Only the first groups are shown" in page


def test_the_page_costs_the_same_for_one_visitor_and_three(client: Client, cast: Cast):
    campaign = campaign_of(cast)
    client.force_login(cast.organiser)
    visitor_of(cast, campaign)
    one = queries_of(client, page_of(campaign))
    for persona in ("member", "editor"):
        visitor_of(cast, campaign, persona)
    assert queries_of(client, page_of(campaign)) == one


def test_questions_are_written_in_languages_and_opened(client: Client, cast: Cast):
    campaign = campaign_of(cast)
    client.force_login(cast.organiser)
    questions = reverse("campaign-questions", kwargs={"uid": campaign.uid})
    client.post(questions, {"english": WORDS["en"], "language": "Polski", "other": "Co boli?", "is_concern": "on"})
    page = words_of(client.get(questions))
    assert (WORDS["en"] in page, "Also in Polski" in page, "asks what hurts" in page) == (True, True, True)
    client.post(reverse("open-listening-questions", kwargs={"uid": campaign.uid}))
    assert "The public page is open" in words_of(client.get(page_of(campaign)))
    poster = words_of(client.get(reverse("listening-poster", kwargs={"uid": campaign.uid})))
    assert f"/listening/{campaign.slug}/" in poster


def test_words_of_another_language_need_its_name(client: Client, cast: Cast):
    campaign = campaign_of(cast)
    client.force_login(cast.organiser)
    answer = client.post(reverse("campaign-questions", kwargs={"uid": campaign.uid}), {"other": "Co boli?"})
    assert answer.status_code == 422


def test_rewording_keeps_further_languages(client: Client, cast: Cast):
    campaign = campaign_of(cast)
    words = {"en": "What?", "Polski": "Co?", "Soomaali": "Maxay?"}
    question = add_question(campaign=campaign, words=words, by=cast.organiser)
    client.force_login(cast.organiser)
    sent = {"english": "What hurts?", "language": "Polski", "other": "Co boli?"}
    client.post(reverse("campaign-question", kwargs={"uid": question.uid}), sent)
    page = words_of(client.get(reverse("campaign-questions", kwargs={"uid": campaign.uid})))
    assert ("What hurts?" in page, "Polski, Soomaali" in page) == (True, True)


def test_a_visitor_types_in_answers_one_after_the_other(client: Client, cast: Cast):
    campaign = open_campaign(cast)
    question = question_of(cast, campaign)
    client.force_login(cast.leader)
    address = reverse("type-in-questionnaire", kwargs={"uid": campaign.uid})
    assert WORDS["cy"] in words_of(client.get(f"{address}?language=cy"))
    sent: dict[str, Any] = {f"question_{question.uid.hex}": "Damp", "means": "street", "on": TODAY}
    assert client.post(address, sent).status_code == 422
    assert client.post(address, sent | {"may_use_inside": "on"}).status_code == 302
    assert Questionnaire.objects.get().visitor == cast.person("leader")


def test_a_talk_and_a_house_meeting_may_be_part_of_a_campaign_that_runs(client: Client, cast: Cast):
    client.force_login(cast.leader)
    form, meeting = reverse("record-one-to-one"), reverse("record-house-meeting")
    assert "Part of a listening campaign" not in words_of(client.get(form))
    today = timezone.localdate()
    campaign = campaign_of(cast, starts_on=today, ends_on=today)
    assert "Part of a listening campaign" in words_of(client.get(meeting))
    sent = {"how_far": "held", "day": TODAY, "group": "cardiff", "campaign": campaign.uid}
    client.post(form, {**sent, "other": "Ebo Iwu", "other-chosen": "new", "other-phone": "07700 900101"})
    client.post(meeting, sent)
    assert (OneToOne.objects.get().campaign, HouseMeeting.objects.get().campaign) == (campaign, campaign)
