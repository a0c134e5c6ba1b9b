"""Planning a listening campaign, changing its plan, looking back half way, and opening its questions."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.core.errors import NotAllowed
from m4c.listening.models import ListeningCampaign
from m4c.listening.operations.campaign import (
    CampaignRefused,
    NewCampaign,
    change_campaign,
    close_questions,
    open_questions,
    plan_campaign,
    review_campaign,
)
from tests.cast import Cast
from tests.factories import NOW, TODAY
from tests.listening.campaigning import campaign_of, question_of

LATER = TODAY + timedelta(days=28)


def test_a_plan_has_the_usual_figures_a_review_half_way_and_an_address(cast: Cast):
    new = NewCampaign(" Winter   listening ", TODAY, LATER)
    campaign = plan_campaign(group=cast.cardiff, new=new, by=cast.organiser)
    assert (campaign.name, campaign.slug) == ("Winter listening", "winter-listening")
    assert (campaign.visits_each, campaign.names_each) == (10, 20)
    assert campaign.review_on == TODAY + timedelta(days=14)


def test_addresses_of_one_name_in_two_groups_differ(cast: Cast):
    campaign_of(cast)
    new = NewCampaign("Winter listening", TODAY, LATER)
    assert plan_campaign(group=cast.manchester, new=new, by=cast.operator).slug == "winter-listening-2"


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        ({"name": " "}, "no_name"),
        ({"name": "WINTER listening"}, "name_taken"),
        ({"ends_on": TODAY - timedelta(days=1)}, "ends_before"),
        ({"review_on": LATER + timedelta(days=1)}, "review_outside"),
        ({"visits_each": 0}, "visits"),
    ],
)
def test_a_plan_that_cannot_hold_is_refused(cast: Cast, plan: dict[str, Any], code: str):
    campaign_of(cast)
    new = NewCampaign(**{"name": "Spring", "starts_on": TODAY, "ends_on": LATER, **plan})
    with pytest.raises(CampaignRefused) as refused:
        plan_campaign(group=cast.cardiff, new=new, by=cast.organiser)
    assert refused.value.code == code


def test_a_leader_plans_none(cast: Cast):
    with pytest.raises(NotAllowed):
        plan_campaign(group=cast.cardiff, new=NewCampaign("Spring", TODAY, LATER), by=cast.leader)


def test_a_changed_plan_keeps_its_address(cast: Cast):
    campaign = campaign_of(cast)
    change_campaign(campaign=campaign, new=NewCampaign("Spring", TODAY, LATER), by=cast.organiser)
    campaign.refresh_from_db()
    assert (campaign.name, campaign.slug, campaign.ends_on) == ("Spring", "winter-listening", LATER)


def test_a_review_is_kept_and_is_some_words(cast: Cast):
    campaign = campaign_of(cast)
    review_campaign(campaign=campaign, words="Ask at the school gate.", at=NOW, by=cast.organiser)
    assert (campaign.review, campaign.reviewed_at) == ("Ask at the school gate.", NOW)
    with pytest.raises(CampaignRefused):
        review_campaign(campaign=campaign, words=" ", at=NOW, by=cast.organiser)


def test_questions_open_once_there_is_one_and_close(cast: Cast):
    campaign = campaign_of(cast)
    with pytest.raises(CampaignRefused) as refused:
        open_questions(campaign=campaign, at=NOW, by=cast.organiser)
    assert refused.value.code == "no_question"
    question_of(cast, campaign)
    assert open_questions(campaign=campaign, at=NOW, by=cast.organiser).is_open
    assert not close_questions(campaign=campaign, at=NOW, by=cast.organiser).is_open
    assert open_questions(campaign=ListeningCampaign.objects.get(), at=NOW, by=cast.organiser).is_open
