"""What somebody who is on record twice did in campaigns: led one, gathered evidence, signed a letter."""

from datetime import timedelta
from typing import Any

from m4c.campaigns.models import Campaign, CampaignLead, OpenLetter
from m4c.campaigns.operations.campaign_lead import name_lead
from m4c.campaigns.operations.evidence import NewEvidence, add_evidence
from m4c.campaigns.operations.open_letter import NewLetter, NewSignatory, sign_open_letter, write_open_letter
from m4c.people.models import Person
from tests.campaigns.casework.running import begun
from tests.cast import Cast
from tests.factories import NOW, TODAY


def lead(cast: Cast, person: Person, friend: Person, number: int) -> None:
    """Each record leads one campaign, gathers for it, is its contact once, and signs its letter."""
    name = "Led by two who are one"
    campaign = Campaign.objects.filter(name=name).first() or begun(cast, name=name)
    new = NewLetter("Sit down", "Dear Sir", TODAY, to_whom="Him")
    letter = OpenLetter.objects.first() or write_open_letter(campaign=campaign, new=new, by=cast.operator)
    given: dict[str, Any] = {"at": NOW, "by": cast.operator}
    since = TODAY - timedelta(days=number)
    name_lead(campaign=campaign, person=person, part=CampaignLead.Part.LEAD, on=since, **given)
    sign_open_letter(letter=letter, new=NewSignatory(since, person=person, agrees=number == 1), **given)
    found = NewEvidence("photos", f"Wall {number}", since, "Us", gathered_by=person)
    add_evidence(campaign=campaign, new=found, **given)
    contact = begun(cast, name=f"Contact {number}")
    Campaign.objects.filter(pk=contact.pk).update(contact=person)
