"""Short ways to write what a test of a campaign is not about: one being prepared, one that runs, a powerholder."""

from datetime import timedelta
from typing import Any

from m4c.campaigns.models import Campaign
from m4c.campaigns.operations.authorisation import NewAuthorisation, authorise_campaign
from m4c.campaigns.operations.campaign import NewCampaign, begin_campaign, move_campaign
from m4c.people.models import Group
from m4c.power.models import Powerholder
from tests.cast import Cast
from tests.factories import NOW, TODAY

BEGAN = TODAY - timedelta(days=60)
DEMAND = "Homes and a shop on the derelict site, agreed with those who live beside it"


def begun(cast: Cast, group: Group | None = None, **plan: Any) -> Campaign:
    """A campaign of Cardiff, being prepared, with a demand."""
    demand = plan.pop("demand", DEMAND)
    new = NewCampaign(**{"name": "Homes and a shop", "starts_on": BEGAN, **plan})
    return begin_campaign(group=group or cast.cardiff, new=new, demand=demand, at=NOW, by=cast.operator)


def running(cast: Cast, group: Group | None = None, **plan: Any) -> Campaign:
    """One that its group authorised and that runs."""
    campaign = begun(cast, group, **plan)
    new = NewAuthorisation("By show of hands, 31 for and 2 against", BEGAN)
    authorise_campaign(campaign=campaign, group=campaign.group, new=new, at=NOW, by=cast.operator)
    move_campaign(campaign=campaign, status="running", on=BEGAN, by=cast.operator)
    return campaign


def project(cast: Cast, **plan: Any) -> Campaign:
    """A community project of Cardiff."""
    return begun(cast, kind="project", demand="", **{"name": "Homework club", **plan})


def powerholder(cast: Cast, name: str = "Anand Kapadia", *, is_private_owner: bool = True) -> Powerholder:
    """Somebody who can grant something."""
    return Powerholder.objects.create(name=name, is_private_owner=is_private_owner, made_by=cast.operator)
