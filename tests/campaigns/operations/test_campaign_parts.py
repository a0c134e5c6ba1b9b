"""Who leads a campaign, what it demands and of whom: each dated, and what stood before stays to be read."""

from datetime import timedelta
from typing import Any

import pytest

from m4c.campaigns.models import CampaignLead, Demand, Target
from m4c.campaigns.operations.campaign_lead import end_lead, name_lead
from m4c.campaigns.operations.demand import drop_demand, reword_demand, state_demand
from m4c.campaigns.operations.target import NewTarget, aim_at, release_target
from m4c.core.errors import Refused
from tests.campaigns.casework.running import BEGAN, DEMAND, begun, powerholder, project
from tests.cast import Cast
from tests.factories import NOW, TODAY, doers, seers

pytestmark = pytest.mark.django_db


def test_leads_are_named_from_a_day_to_a_day(cast: Cast):
    campaign = begun(cast)
    given: dict[str, Any] = {
        "campaign": campaign,
        "person": cast.person("member"),
        "part": "lead",
        "at": NOW,
        "by": cast.organiser,
    }
    lead = name_lead(on=BEGAN, **given)
    with pytest.raises(Refused, match="already"):
        name_lead(on=TODAY, **given)
    with pytest.raises(Refused, match="organiser, or a lead"):
        name_lead(on=TODAY, **(given | {"part": "boss"}))
    with pytest.raises(Refused, match="before they began"):
        end_lead(lead=lead, on=BEGAN - timedelta(days=1), by=cast.organiser)
    end_lead(lead=lead, on=TODAY, by=cast.organiser)
    name_lead(on=TODAY, **given)
    assert CampaignLead.objects.count() == 2


def test_nobody_kept_safe_is_shown_to_lead(cast: Cast):
    lead = name_lead(
        campaign=begun(cast), person=cast.person("protected_member"), part="lead", on=TODAY, at=NOW, by=cast.leader
    )
    assert "organiser" not in seers(cast, lead)
    assert "leader" in seers(cast, lead)  # her contact


def test_reworded_a_demand_keeps_its_old_words_and_days(cast: Cast):
    campaign = begun(cast)
    first = Demand.objects.get()
    refused: list[dict[str, Any]] = [
        {"words": DEMAND, "on": TODAY},
        {"words": " ", "on": TODAY},
        {"words": "X", "on": BEGAN - timedelta(1)},
    ]
    for given in refused:
        with pytest.raises(Refused):
            reword_demand(demand=first, at=NOW, by=cast.organiser, **given)
    reword_demand(demand=first, words="Homes by spring", on=TODAY, at=NOW, by=cast.organiser)
    rows = list(Demand.objects.order_by("pk").values_list("words", "stated_on", "ended_on", "replaces"))
    assert rows == [(DEMAND, BEGAN, TODAY, None), ("Homes by spring", TODAY, None, first.pk)]
    with pytest.raises(Refused, match="no more"):
        drop_demand(demand=first, on=TODAY, by=cast.organiser)
    second = state_demand(campaign=campaign, words="A shop", on=TODAY, at=NOW, by=cast.organiser)
    assert second.order == 2
    drop_demand(demand=second, on=TODAY, by=cast.organiser)
    assert list(Demand.objects.filter(ended_on=None).values_list("words", flat=True)) == ["Homes by spring"]


def test_a_project_demands_nothing_of_anybody(cast: Cast):
    club = project(cast)
    with pytest.raises(Refused, match="demands nothing"):
        state_demand(campaign=club, words="A room", on=TODAY, at=NOW, by=cast.organiser)
    with pytest.raises(Refused, match="aims at nobody"):
        aim_at(campaign=club, new=NewTarget(powerholder(cast), TODAY), at=NOW, by=cast.organiser)


def test_a_secondary_target_moves_one_that_can_grant_it(cast: Cast):
    campaign, other = begun(cast), begun(cast, name="Buses")
    owner, bank = powerholder(cast), powerholder(cast, "Ffion Bancroft")
    given: dict[str, Any] = {"campaign": campaign, "at": NOW, "by": cast.organiser}
    first = aim_at(new=NewTarget(owner, TODAY, why="Decides alone"), **given)
    elsewhere = aim_at(new=NewTarget(bank, TODAY), **(given | {"campaign": other}))
    for new, refusal in (
        (NewTarget(owner, TODAY), "already"),
        (NewTarget(bank, TODAY, "secondary"), "whom they can move"),
        (NewTarget(bank, TODAY, "secondary", moves=elsewhere), "this campaign aims"),
        (NewTarget(bank, TODAY, "tertiary"), "can grant it"),
    ):
        with pytest.raises(Refused, match=refusal):
            aim_at(new=new, **given)
    aim_at(new=NewTarget(bank, TODAY, "secondary", moves=first, why="Lends to him"), **given)
    assert Target.objects.get(moves=first).powerholder == bank
    with pytest.raises(Refused, match="before you aimed"):
        release_target(target=first, on=TODAY - timedelta(days=1), by=cast.organiser)
    release_target(target=first, on=TODAY, by=cast.organiser)
    with pytest.raises(Refused, match="no more"):
        release_target(target=first, on=TODAY, by=cast.organiser)
    aim_at(new=NewTarget(owner, TODAY), **given)


def test_who_runs_campaigns_changes_what_they_consist_of(cast: Cast):
    campaign = begun(cast)
    who = {"leader", "organiser", "national_organiser"}
    words = iter(f"Demand {number}" for number in range(50))
    state = lambda by: state_demand(campaign=campaign, words=next(words), on=TODAY, at=NOW, by=by)  # noqa: E731
    assert doers(state, cast) == who
