"""Campaigns: begun from an issue or plainly, run only while authorised, part of others and grown out of others."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.campaigns.models import Authorisation, Campaign, CampaignOrigin, Demand, StatusChange
from m4c.campaigns.operations.authorisation import NewAuthorisation, authorise_campaign, take_back_authorisation
from m4c.campaigns.operations.campaign import (
    NewCampaign,
    begin_campaign,
    change_campaign,
    grow_out_of,
    move_campaign,
    roll_up,
    strike_origin,
)
from m4c.core.errors import NotAllowed, Refused
from m4c.listening.models import Issue
from m4c.people.models import Account
from tests.campaigns.casework.running import BEGAN, begun, project, running
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers
from tests.listening.deciding.making import issue_of

pytestmark = pytest.mark.django_db
HOW = NewAuthorisation("By show of hands", BEGAN)


def test_a_campaign_begins_from_an_issue_which_counts_as_taken_up(cast: Cast):
    issue = issue_of(cast, tells=False)
    new = NewCampaign("Lights on Heol Trelai", TODAY)
    campaign = begin_campaign(group=cast.cardiff, new=new, issue=issue, demand=issue.change, at=NOW, by=cast.organiser)
    assert (campaign.status, campaign.issue, campaign.slug) == ("draft", issue, "lights-on-heol-trelai")
    assert Issue.objects.values_list("outcome", "outcome_on").get() == ("taken_up", TODAY)
    assert Demand.objects.values_list("words", "stated_on").get() == (issue.change, TODAY)
    assert StatusChange.objects.values_list("status", "on").get() == ("draft", TODAY)


def test_or_plainly_by_those_who_may_each_with_an_address_of_its_own(cast: Cast):
    names = iter(f"Homes {number}" for number in range(50))
    new = lambda: NewCampaign(next(names), TODAY)  # noqa: E731
    who = doers(lambda by: begin_campaign(group=cast.cardiff, new=new(), at=NOW, by=by), cast)
    assert who == {"leader", "organiser", "national_organiser"}
    first, second = begun(cast, name="Buses"), begun(cast, group=cast.swansea, name="Buses")
    assert (first.slug, second.slug) == ("buses", "buses-2")


@pytest.mark.parametrize(
    "given", [{"name": " "}, {"name": "A shop", "setting": "workplace"}, {"name": "Homes and a shop"}]
)
def test_it_has_a_name_of_its_own_and_says_which_workplace(cast: Cast, given: dict[str, str]):
    begun(cast)
    with pytest.raises(Refused):
        begin_campaign(group=cast.cardiff, new=NewCampaign(starts_on=TODAY, **given), at=NOW, by=cast.organiser)


def test_an_issue_that_is_not_seen_begins_nothing(cast: Cast):
    issue = issue_of(cast, tells=False)
    new = NewCampaign("Lights", TODAY)
    with pytest.raises(Refused, match="issue that you see"):
        begin_campaign(group=cast.manchester, new=new, issue=issue, at=NOW, by=cast.organiser_elsewhere)


def test_it_runs_only_once_a_group_has_authorised_it(cast: Cast):
    campaign = begun(cast)
    with pytest.raises(Refused, match="No group has authorised this campaign"):
        move_campaign(campaign=campaign, status="running", on=TODAY, by=cast.organiser)
    authorise_campaign(campaign=campaign, group=cast.cardiff, new=HOW, at=NOW, by=cast.organiser)
    move_campaign(campaign=campaign, status="running", on=TODAY, by=cast.organiser)
    assert Campaign.objects.get().status == "running"


def test_who_authorises_is_asked_of_the_group_that_did_and_how_is_said(cast: Cast):
    campaign = begun(cast)
    who = doers(lambda by: authorise_in_turn(campaign, cast, by), cast)
    assert who == {"organiser", "national_organiser"}
    for given in (NewAuthorisation(" ", BEGAN),):
        with pytest.raises(Refused, match="how it was decided"):
            authorise_campaign(campaign=campaign, group=cast.st_mellons, new=given, at=NOW, by=cast.organiser)
    with pytest.raises(Refused, match="needs no authorisation"):
        authorise_campaign(campaign=project(cast), group=cast.cardiff, new=HOW, at=NOW, by=cast.organiser)
    with pytest.raises(Refused, match="that you see"):
        authorise_campaign(campaign=campaign, group=cast.manchester, new=HOW, at=NOW, by=cast.organiser_elsewhere)


def authorise_in_turn(campaign: Campaign, cast: Cast, by: Account) -> None:
    Authorisation.objects.all().delete()
    authorise_campaign(campaign=campaign, group=cast.cardiff, new=HOW, at=NOW, by=by)


def test_a_group_that_authorised_it_sees_it_until_it_takes_that_back(cast: Cast):
    campaign = begun(cast, group=cast.movement)
    assert "organiser" not in seers(cast, campaign)
    new = authorise_campaign(campaign=campaign, group=cast.cardiff, new=HOW, at=NOW, by=cast.national_organiser)
    assert {"organiser", "leader", "national_organiser"} <= seers(cast, campaign)
    take_back_authorisation(authorisation=new, on=TODAY, why="The branch voted again", by=cast.organiser)
    assert "organiser" not in seers(cast, campaign)


def test_taking_the_last_back_pauses_what_runs_and_says_why(cast: Cast):
    campaign = running(cast)
    second = authorise_campaign(campaign=campaign, group=cast.st_mellons, new=HOW, at=NOW, by=cast.organiser)
    first = Authorisation.objects.get(group=cast.cardiff)
    with pytest.raises(Refused, match="Say why"):
        take_back_authorisation(authorisation=first, on=TODAY, why="", by=cast.organiser)
    take_back_authorisation(authorisation=first, on=TODAY, why="No time", by=cast.organiser)
    assert Campaign.objects.get().status == "running"
    take_back_authorisation(authorisation=second, on=TODAY, why="The site is sold", by=cast.organiser)
    assert Campaign.objects.get().status == "paused"
    assert (
        StatusChange.objects.values_list("why", flat=True)[0]
        == "St Mellons took its authorisation back: The site is sold"
    )
    with pytest.raises(Refused, match="already"):
        take_back_authorisation(authorisation=second, on=TODAY, why="Again", by=cast.organiser)


def test_each_change_of_status_keeps_its_day_and_reason(cast: Cast):
    campaign = running(cast)
    refused: list[tuple[dict[str, Any], str]] = [
        ({"status": "won", "on": TODAY}, "Say why"),
        ({"status": "running", "on": TODAY}, "already"),
        ({"status": "won", "on": BEGAN - timedelta(days=1), "why": "Signed"}, "before it began"),
        ({"status": "gone", "on": TODAY}, "over"),
    ]
    for given, refusal in refused:
        with pytest.raises(Refused, match=refusal):
            move_campaign(campaign=campaign, by=cast.organiser, **given)
    move_campaign(campaign=campaign, status="won", on=TODAY, why="Plans are in", by=cast.organiser)
    assert Campaign.objects.get().ended_on == TODAY
    move_campaign(campaign=campaign, status="running", on=TODAY, by=cast.organiser)
    assert Campaign.objects.get().ended_on is None
    found = list(StatusChange.objects.values_list("status", "why"))
    assert found == [("running", ""), ("won", "Plans are in"), ("running", ""), ("draft", "")]


def test_a_project_runs_without_anybody_authorising_it(cast: Cast):
    move_campaign(campaign=project(cast), status="running", on=TODAY, by=cast.organiser)
    assert Campaign.objects.get().status == "running"


def test_what_it_is_about_is_changed_by_those_who_run_it(cast: Cast):
    campaign = begun(cast)
    new = NewCampaign("Homes for us", BEGAN, place="St Mellons", problem="It is an eyesore")
    with pytest.raises(NotAllowed):
        change_campaign(campaign=campaign, new=new, by=cast.organiser_elsewhere)
    change_campaign(campaign=campaign, new=new, by=cast.leader)
    assert Campaign.objects.values_list("name", "place", "kind").get() == ("Homes for us", "St Mellons", "campaign")


def test_it_is_part_of_a_larger_one_and_never_of_itself(cast: Cast):
    national, local = begun(cast, group=cast.movement, name="Fair credit"), begun(cast)
    with pytest.raises(Refused, match="that you see"):
        roll_up(campaign=local, into=national, by=cast.organiser)
    roll_up(campaign=local, into=national, by=cast.national_organiser)
    with pytest.raises(Refused, match="part of itself"):
        roll_up(campaign=national, into=local, by=cast.national_organiser)
    roll_up(campaign=local, into=None, by=cast.organiser)
    assert local.rolls_up_to is None


def test_it_grew_out_of_others_and_never_out_of_itself(cast: Cast):
    first, second, third = (begun(cast, name=name) for name in ("Needles", "Extremism", "Fete"))
    grow_out_of(campaign=second, out_of=first, how="The same mothers", at=NOW, by=cast.organiser)
    grow_out_of(campaign=third, out_of=second, at=NOW, by=cast.organiser)
    for later in (third, first):
        with pytest.raises(Refused, match="grown out of itself"):
            grow_out_of(campaign=first, out_of=later, at=NOW, by=cast.organiser)
    with pytest.raises(Refused, match="already"):
        grow_out_of(campaign=second, out_of=first, at=NOW, by=cast.organiser)
    strike_origin(origin=CampaignOrigin.objects.get(campaign=third), by=cast.organiser)
    assert CampaignOrigin.objects.values_list("how", flat=True).get() == "The same mothers"
