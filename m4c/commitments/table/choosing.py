"""Whom to seat or to ask: those a campaign aims at, those who sit there, or somebody by name; and at which table."""

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.urls import reverse

from m4c.campaigns.approaches.choosing import MOST, Choice
from m4c.campaigns.models import Campaign, Demand, Target
from m4c.commitments.models import Assembly, Negotiation, OtherSide
from m4c.core.models.record import uid_of
from m4c.events.models import Event
from m4c.people.models import Account, Group
from m4c.people.requests import SignedIn
from m4c.power.models import Powerholder


def to_choose(account: Account, given: Any, negotiation: Negotiation | None, campaign: Campaign | None) -> Choice:
    """Who an address chooses (`?to=`), or whom it offers; `?q=` looks for a name."""
    everybody = Powerholder.objects.visible_to(account)
    chosen = uid_of(given.get("to", ""))
    if chosen and (powerholder := everybody.filter(uid=chosen).first()):
        return Choice(powerholder)
    near = Q(pk__in=[])
    if campaign:
        targets = Target.objects.visible_to(account).filter(campaign=campaign, until=None)
        near |= Q(pk__in=targets.order_by().values("powerholder"))
    if negotiation:
        seats = OtherSide.objects.visible_to(account).filter(negotiation=negotiation, powerholder__isnull=False)
        near |= Q(pk__in=seats.order_by().values("powerholder"))
    asked = " ".join(given.get("q", "").replace("\0", "").split())[:120]
    found = list(everybody.filter(name__icontains=asked)[:MOST]) if asked else []
    offered = list(everybody.filter(near)[:MOST]) if negotiation or campaign else []
    return Choice(None, offered, asked, found)


class Place:
    """Where an ask belongs, as an address names it: a negotiation, an assembly, a campaign, or nowhere yet."""

    def __init__(self, request: SignedIn) -> None:
        self.negotiation: Negotiation | None = named(request, "negotiation", Negotiation)
        self.assembly: Assembly | None = named(request, "assembly", Assembly)
        self.campaign: Campaign | None = named(request, "campaign", Campaign)
        at = self.negotiation or self.assembly
        if at and at.campaign_id and not self.campaign:
            self.campaign = Campaign.objects.visible_to(request.user).filter(pk=at.campaign_id).first()
        self.demand = demand_named(request, self.campaign)

    @property
    def group(self) -> Group | None:
        """Whose ask it is, where the place says it."""
        at = self.negotiation or self.assembly or self.campaign
        return at.group if at else None

    @property
    def event(self) -> Event | None:
        """The event of an assembly."""
        return self.assembly.event if self.assembly else None

    @property
    def kept(self) -> list[tuple[str, UUID]]:
        """What an address says to name it again."""
        places = {"negotiation": self.negotiation, "assembly": self.assembly, "campaign": self.campaign}
        kept = [(name, found.uid) for name, found in places.items() if found][:1]
        return [*kept, ("demand", self.demand.uid)] if self.demand else kept

    @property
    def next(self) -> str:
        """The beginning of an address that says something more of it."""
        return "?" + "".join(f"{name}={uid}&" for name, uid in self.kept)

    @property
    def back(self) -> str:
        """Where one comes from."""
        if self.negotiation:
            return reverse("negotiation", kwargs={"uid": self.negotiation.uid})
        if self.assembly:
            return reverse("assembly", kwargs={"uid": self.assembly.uid})
        if self.campaign:
            return reverse("campaign-table", kwargs={"uid": self.campaign.uid})
        return reverse("negotiations")


def demand_named(request: SignedIn, campaign: Campaign | None) -> Demand | None:
    """The demand of a campaign that the address says is to be asked for, where it says one that the account sees."""
    uid = uid_of(request.GET.get("demand", ""))
    if uid is None or campaign is None:
        return None
    found: Demand | None = Demand.objects.visible_to(request.user).filter(campaign=campaign, uid=uid).first()
    return found


def named(request: SignedIn, name: str, model: Any) -> Any:
    """The record that the address names; None where it names none, 404 for one that the account does not see."""
    typed = request.GET.get(name, "")
    if not typed:
        return None
    uid: UUID | None = uid_of(typed)
    found = model.objects.visible_to(request.user).select_related("group").filter(uid=uid).first() if uid else None
    if found is None:
        raise Http404
    return found
