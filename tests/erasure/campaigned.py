"""Somebody who leads a campaign, gathers its evidence and signs its letter, and whom its words name."""

from typing import Any

from m4c.campaigns.models import Campaign
from m4c.campaigns.operations.authorisation import NewAuthorisation, authorise_campaign
from m4c.campaigns.operations.backer import NewBacker, add_backer
from m4c.campaigns.operations.campaign import grow_out_of, move_campaign
from m4c.campaigns.operations.campaign_lead import name_lead
from m4c.campaigns.operations.demand import state_demand
from m4c.campaigns.operations.evidence import NewEvidence, add_evidence
from m4c.campaigns.operations.gift import NewGift, record_gift
from m4c.campaigns.operations.open_letter import NewLetter, NewSignatory, sign_open_letter, write_open_letter
from m4c.campaigns.operations.source_document import (
    NewClause,
    NewDocument,
    add_clause,
    add_document,
    add_edition,
    cite_clause,
)
from m4c.campaigns.operations.target import NewTarget, aim_at
from m4c.people.models import Person
from tests.campaigns.casework.running import begun, powerholder, project
from tests.cast import Cast
from tests.factories import NOW, TODAY


def led(cast: Cast, person: Person, friend: Person, name: str) -> None:
    """All that a campaign consists of, with her in it."""
    words: dict[str, Any] = {"place": f"By {name}'s", "problem": f"{name} said so", "about": f"As {name} told it"}
    campaign, by = begun(cast, name=f"{name}'s street", **words), cast.organiser
    Campaign.objects.filter(pk=campaign.pk).update(contact=person, public_problem=f"{name} says", this_week=name)
    given: dict[str, Any] = {"campaign": campaign, "at": NOW, "by": by}
    name_lead(person=person, part="lead", on=TODAY, **given)
    authorise_campaign(group=cast.cardiff, new=NewAuthorisation(f"{name} moved it", TODAY), **given)
    move_campaign(campaign=campaign, status="running", on=TODAY, why=f"{name} is back", by=by)
    state_demand(words=f"A light for {name}", on=TODAY, **given)
    aim_at(new=NewTarget(powerholder(cast, "Who can grant it"), TODAY, why=f"Knows {name}"), **given)
    grow_out_of(out_of=begun(cast, name="Earlier"), how=f"{name} stayed", **given)
    new = NewEvidence("survey", f"{name} counted", TODAY, f"{name}", f"{name} went round", gathered_by=person)
    add_evidence(new=new, **given)
    gift = NewGift(f"{name}'s toys", TODAY, 1, name, f"To {name}")
    record_gift(campaign=project(cast, name="Toys of the street"), new=gift, at=NOW, by=by)
    add_backer(new=NewBacker(name, "other", TODAY, f"{name}'s hall"), **given)
    letter = write_open_letter(
        campaign=campaign, new=NewLetter(f"For {name}", f"{name} asks", TODAY, to_whom=f"Who knows {name}"), by=by
    )
    for who in (person, friend):
        told = NewSignatory(TODAY, name if who == person else "Ebo", f"Friend of {name}", f"{name} and sons", who)
        sign_open_letter(letter=letter, new=told, at=NOW, by=by)
    document = add_document(campaign=campaign, new=NewDocument("Strategy", publisher_words="The council"), by=by)
    edition = add_edition(document=document, year=1998, **given)
    clause = add_clause(new=NewClause("4", "Use empty buildings", edition), **given)
    cite_clause(clause=clause, words=f"{name} found it", **given)
