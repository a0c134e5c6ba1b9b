"""What a campaign wants granted. Rewording makes a new demand; the old one keeps its words and its days."""

from datetime import date, datetime

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, Demand
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account


class DemandRefused(Refused):
    """The demand says nothing, has ended, or is a project's, which demands nothing."""


@operation(RUN_CAMPAIGNS, on="campaign", public=True)
def state_demand(*, campaign: Campaign, words: str, on: date, at: datetime, by: Account) -> Demand:
    """Say what a campaign demands, from a day on. Raises DemandRefused."""
    if campaign.kind == Campaign.Kind.PROJECT:
        raise DemandRefused(_("A community project demands nothing of anybody."), code="project")
    last = Demand.objects.filter(campaign=campaign).aggregate(last=Max("order"))["last"] or 0
    return write(campaign, words, on, at, by, order=last + 1)


@operation(RUN_CAMPAIGNS, on="demand", public=True)
def reword_demand(*, demand: Demand, words: str, on: date, at: datetime, by: Account) -> list[Demand]:
    """Say a demand in other words from a day on; what it said until then stays to be read. Raises DemandRefused."""
    must_stand(demand, on)
    if words.strip() == demand.words:
        raise DemandRefused(_("These are the words that it has."), field="words", code="same")
    made = write(demand.campaign, words, on, at, by, order=demand.order, replaces=demand)
    change(demand, ended_on=on)
    return [made, demand]


@operation(RUN_CAMPAIGNS, on="demand", public=True)
def drop_demand(*, demand: Demand, on: date, by: Account) -> Demand:
    """Demand it no more, from a day on. Raises DemandRefused."""
    must_stand(demand, on)
    change(demand, ended_on=on)
    return demand


def write(campaign: Campaign, words: str, on: date, at: datetime, by: Account, **more: object) -> Demand:
    """Keep a demand. Raises DemandRefused where it says nothing."""
    if not words.strip():
        raise DemandRefused(_("Say what exactly you want granted."), field="words", code="blank")
    return Demand.objects.create(campaign=campaign, words=words.strip(), stated_on=on, added_by=by, added_at=at, **more)


def must_stand(demand: Demand, on: date) -> None:
    """Raise DemandRefused for one that has ended, or a day before it was stated."""
    if demand.ended_on:
        raise DemandRefused(_("It is demanded no more."), code="ended")
    if on < demand.stated_on:
        raise DemandRefused(_("That was before it was stated."), field="on", code="early")
