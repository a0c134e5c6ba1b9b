"""What the pages of approaches show: the list of a campaign, and one with what fits next."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from m4c.campaigns.approaches.drafts import Draft, draft_of
from m4c.campaigns.approaches.reading import Clocked, clocked
from m4c.campaigns.models import Approach, Campaign, Demand
from m4c.people.models import Account, Person
from m4c.power.models import Powerholder


def after(found: "QuerySet[Approach]", row: Approach) -> "QuerySet[Approach]":
    """Those further down the list than a row."""
    return found.filter(Q(on__lt=row.on) | Q(on=row.on, pk__lt=row.pk))


def before(found: "QuerySet[Approach]", row: Approach) -> "QuerySet[Approach]":
    """Those further up."""
    return found.filter(Q(on__gt=row.on) | Q(on=row.on, pk__gt=row.pk))


def approaches_of(account: Account, campaign: Campaign) -> "QuerySet[Approach]":
    """Those of a campaign, the latest first, with whom they were made by as far as one may be told."""
    rows = Approach.objects.visible_to(account).filter(campaign=campaign)
    return rows.select_related("powerholder", "by_person", "office").order_by("-on", "-pk")


def waiting_here(account: Account, campaign: Campaign, powerholder: Powerholder) -> list[Approach]:
    """Our latest to a powerholder in this very campaign that wait for an answer."""
    ours = approaches_of(account, campaign).filter(powerholder=powerholder, is_ours=True, struck_at=None)
    return list(ours.filter(outcome__in=Approach.STILL_OPEN)[:3])


def named(account: Account, approaches: list[Approach]) -> dict[Any, str]:
    """Who made each, in words: nobody kept safe is named."""
    ids = {each.by_person_id for each in approaches if each.by_person_id}
    shown = Person.objects.filter(account.sight.unless_protected("pk"), pk__in=ids) if ids else ()
    names = {person.pk: person.name for person in shown}
    return {each.pk: names.get(each.by_person_id or 0) or each.by_words for each in approaches}


def draft_for(account: Account, found: Clocked) -> Draft | None:
    """The ready text of what fits next, with the demand of the campaign; None where there is nothing to write."""
    if found.step is None or not found.approach.is_ours:
        return None
    campaign, group = found.approach.campaign, found.approach.group
    if campaign is None:
        return draft_of(found, "", str(group))
    demands = Demand.objects.visible_to(account).filter(campaign=campaign, ended_on=None)
    demand = demands.values_list("words", flat=True).first() or ""
    return draft_of(found, demand, campaign.group.name)


def one(approach: Approach, on: date | None = None) -> Clocked:
    """How an approach stands today."""
    return clocked([approach], on or timezone.localdate())[0]
