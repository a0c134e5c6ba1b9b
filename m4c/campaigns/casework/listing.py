"""The list of campaigns: which of them, and what each is in a line."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from m4c.campaigns.models import Campaign, CampaignLead, Demand, StatusChange
from m4c.people.models import Account, Group
from m4c.people.sight import within


def campaigns_of(account: Account, *, group: Group | None, which: str) -> "QuerySet[Campaign]":
    """Campaigns that the account sees, projects last, each with `demand`, its first one, and `local`, its parts."""
    found = Campaign.objects.visible_to(account).select_related("group")
    if group:
        found = found.filter(within("group__path", group))
    if which in ("", "mine", "projects"):
        found = found.standing()
    if which == "over":
        found = found.exclude(ended_on=None)
    if which == "projects":
        found = found.filter(kind=Campaign.Kind.PROJECT)
    if which == "mine":
        leads = CampaignLead.objects.filter(campaign=OuterRef("pk"), until_on=None, person=account.person_id or 0)
        found = found.filter(Exists(leads))
    return found.annotate(demand=first_demand(), local=parts()).order_by("kind", "-starts_on", "-pk")


def first_demand() -> Subquery:
    """The words of a campaign's first demand that stands."""
    demands = Demand.objects.filter(campaign=OuterRef("pk"), ended_on=None).order_by("order", "pk")
    return Subquery(demands.values("words")[:1])


def parts() -> Subquery:
    """How many campaigns are part of one."""
    below = Campaign.objects.filter(rolls_up_to=OuterRef("pk")).order_by().values("rolls_up_to")
    return Subquery(below.annotate(number=Count("pk")).values("number"))


def how_it_stands() -> dict[str, Subquery]:
    """Why a campaign stands as it does, and since when."""
    last = StatusChange.objects.filter(campaign=OuterRef("pk")).order_by("-on", "-pk")
    return {"why": Subquery(last.values("why")[:1]), "since": Subquery(last.values("on")[:1])}


def after(found: Any, campaign: Campaign) -> Any:
    """Those further down the list than a campaign: campaigns first, then projects, each the latest first."""
    later = Q(starts_on__lt=campaign.starts_on) | Q(starts_on=campaign.starts_on, pk__lt=campaign.pk)
    return found.filter(Q(kind__gt=campaign.kind) | (Q(kind=campaign.kind) & later))


def before(found: Any, campaign: Campaign) -> Any:
    """Those further up."""
    earlier = Q(starts_on__gt=campaign.starts_on) | Q(starts_on=campaign.starts_on, pk__gt=campaign.pk)
    return found.filter(Q(kind__lt=campaign.kind) | (Q(kind=campaign.kind) & earlier))
