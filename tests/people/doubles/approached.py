"""What somebody who is on record twice asked of powerholders."""

from m4c.campaigns.models import Campaign
from m4c.people.models import Person
from m4c.power.models import Powerholder
from tests.campaigns.approaches.making import approach_of, campaign_of, holder_of
from tests.cast import Cast


def approach(cast: Cast, person: Person, number: int) -> None:
    """A letter of each record's, in one campaign."""
    name = "Bread and milk"
    campaign = Campaign.objects.filter(name=name).first() or campaign_of(cast, name)
    holder = Powerholder.objects.filter(name="The owner").first() or holder_of(cast, "The owner")
    approach_of(cast, campaign, holder, days=20 + number, by_person=person)
