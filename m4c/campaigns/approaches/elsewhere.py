"""Before a new approach: who else of ours has one open with this powerholder, and whom to ring.

It crosses groups on purpose, so that two of ours do not write to the same person in one week; so it tells the group
and its organiser alone, and of the campaign nothing to whoever may not see it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from m4c.campaigns.models import Approach, Campaign, CampaignLead
from m4c.leaders.today_lines import Moment, phones_of
from m4c.people.models import Account, PersonPhone
from m4c.power.models import Powerholder

MOST = 10


@dataclass(frozen=True)
class Elsewhere:
    """A campaign of ours with an approach open: its group, whom to ring and how, and its page where one may see it."""

    group: str
    organiser: str
    phone: str
    campaign: Campaign | None


def open_elsewhere(account: Account, campaign: Campaign, powerholder: Powerholder, now: datetime) -> list[Elsewhere]:
    """Campaigns besides this one that wait for an answer of this powerholder. Five statements at most."""
    waiting = Approach.objects.open().filter(powerholder=powerholder, is_ours=True).exclude(campaign=campaign)
    found = list(
        Campaign.objects.filter(pk__in=waiting.order_by().values("campaign"))
        .select_related("group")
        .order_by("name")[:MOST]
    )
    if not found:
        return []
    visible = Campaign.objects.visible_to(account).filter(pk__in=[each.pk for each in found])
    seen = set(visible.values_list("pk", flat=True))
    organisers = organisers_of(account, found)
    phones = phones_of(account, [lead.person_id for lead in organisers.values()], Moment(now))
    return [told(each, organisers.get(each.pk), phones, each.pk in seen) for each in found]


def told(
    campaign: Campaign, organiser: CampaignLead | None, phones: dict[Any, PersonPhone], is_seen: bool
) -> Elsewhere:
    """One of them, with no more than the account may know."""
    phone = phones.get(organiser.person_id) if organiser else None
    return Elsewhere(
        campaign.group.name,
        organiser.person.name if organiser else "",
        str(phone) if phone else "",
        campaign if is_seen else None,
    )


def organisers_of(account: Account, campaigns: Sequence[Campaign]) -> dict[int, CampaignLead]:
    """The organiser of each, but for whoever is kept safe."""
    leads = CampaignLead.objects.filter(account.sight.unless_protected("person"), campaign__in=campaigns)
    standing = leads.filter(part=CampaignLead.Part.ORGANISER, until_on=None).select_related("person").order_by("-pk")
    return {lead.campaign_id: lead for lead in standing}
