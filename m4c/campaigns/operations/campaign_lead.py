"""Who answers for a campaign: its organiser and its leads, each from a day to a day."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, CampaignLead
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see


class LeadRefused(Refused):
    """They have that part already, or it ended before it began."""


@operation(RUN_CAMPAIGNS, on="campaign")
def name_lead(*, campaign: Campaign, person: Person, part: str, on: date, at: datetime, by: Account) -> CampaignLead:
    """Say who is the organiser or a lead of a campaign, from a day on. Raises LeadRefused, Unseen."""
    must_see([person], by)
    if part not in CampaignLead.Part.values:
        raise LeadRefused(_("They are its organiser, or a lead."), field="part", code="part")
    if CampaignLead.objects.filter(campaign=campaign, person=person, part=part, until_on=None).exists():
        raise LeadRefused(_("They have that part already."), field="person", code="twice")
    return CampaignLead.objects.create(
        campaign=campaign, person=person, part=part, from_on=on, added_by=by, added_at=at
    )


@operation(RUN_CAMPAIGNS, on="lead")
def end_lead(*, lead: CampaignLead, on: date, by: Account) -> CampaignLead:
    """Say until when somebody was its organiser or a lead. Raises LeadRefused."""
    if on < lead.from_on:
        raise LeadRefused(_("That was before they began."), field="on", code="early")
    change(lead, until_on=on)
    return lead
