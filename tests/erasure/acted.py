"""Somebody who was to lead a step of a campaign, was stood down, rang others and signed on paper; and stands in what
others wrote of it.
"""

from m4c.campaigns.models import HandIn, LadderStep, PaperSignature, PetitionSheet, StandDown, StoodDown, Truce
from m4c.people import ledger
from m4c.people.models import Person
from tests.campaigns.ladder.making import ON_MONDAY, campaign_of, petition_of, step_of
from tests.cast import Cast
from tests.factories import NOW, TODAY

EMAIL, PHONE = "tegwena.quillwyn@example.org", "07700 900188"


def acted(cast: Cast, person: Person, friend: Person, name: str) -> None:
    """All of it."""
    campaign = campaign_of(cast, "Light the underpass")
    step = step_of(cast, campaign, name=f"Vigil for {name}", who_words=f"{name} and her choir")
    LadderStep.objects.filter(pk=step.pk).update(who=person, what_they_did=f"They rang {name}")
    of = {"campaign": campaign, "step": step}
    Truce.objects.create(
        offered=f"To meet {name}", condition="In June", offered_at=NOW, until=ON_MONDAY, agreed_by=cast.organiser, **of
    )
    made = StandDown.objects.create(words=f"{name} says it is off", by=cast.organiser, at=NOW, **of)
    for whom, teller in ((person, friend), (friend, person)):
        StoodDown.objects.create(campaign=campaign, stand_down=made, person=whom, teller=teller, means="call")
    petition = petition_of(cast, campaign)
    type(petition).objects.filter(pk=petition.pk).update(wording=f"We stand with {name}")
    on_paper = {"campaign": campaign, "petition": petition}
    sheet = PetitionSheet.objects.create(
        number=1, signatures=2, collected_by=name, counted_by=cast.organiser, counted_at=NOW, **on_paper
    )
    typed = {"typed_by": cast.organiser, "typed_at": NOW, "sheet": sheet, **on_paper}
    told = {"name": name, "email": EMAIL, "phone": PHONE, "postcode": "CF3 0EF"}
    ledger.write([PaperSignature.objects.create(line=1, person=person, **told, **typed)])
    PaperSignature.objects.create(line=2, **told, **typed)
    HandIn.objects.create(
        on=TODAY, to_whom="Him", received_by=name, number=2, added_by=cast.organiser, added_at=NOW, **on_paper
    )
