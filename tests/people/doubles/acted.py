"""What somebody who is on record twice was to lead, was told, rang about and signed."""

from m4c.campaigns.models import Campaign, LadderStep, PaperSignature, PetitionSheet, StandDown, StoodDown
from m4c.people import ledger
from m4c.people.models import Person
from tests.campaigns.ladder.making import campaign_of, petition_of, step_of
from tests.cast import Cast
from tests.factories import NOW


def act(cast: Cast, person: Person, friend: Person, number: int) -> None:
    """Rows of one campaign's ladder and petition that name this record."""
    name = "The picket"
    campaign = Campaign.objects.filter(name=name).first() or campaign_of(cast, name)
    step = step_of(cast, campaign, name=f"Step {number}")
    LadderStep.objects.filter(pk=step.pk).update(who=person)
    first = LadderStep.objects.filter(campaign=campaign).order_by("pk")[0]
    facts = {"campaign": campaign, "step": first, "words": "It is off", "by": cast.organiser, "at": NOW}
    shared = StandDown.objects.filter(campaign=campaign).first() or StandDown.objects.create(**facts)
    StoodDown.objects.create(campaign=campaign, stand_down=shared, person=person, means="call", teller=friend)
    own = StandDown.objects.create(**facts)
    StoodDown.objects.create(campaign=campaign, stand_down=own, person=friend, means="call", teller=person)
    petition = petition_of(cast, campaign)
    counted = {"campaign": campaign, "petition": petition, "counted_by": cast.organiser, "counted_at": NOW}
    sheet = PetitionSheet.objects.create(number=1, signatures=1, **counted)
    typed = {"typed_by": cast.organiser, "typed_at": NOW, "sheet": sheet, "line": 1}
    told = {"campaign": campaign, "petition": petition, "name": "S. Rees", "person": person}
    ledger.write([PaperSignature.objects.create(**told, **typed)])
