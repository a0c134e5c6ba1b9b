"""Somebody who became a councillor, invited one, and knows another: what of it names her goes."""

from m4c.people.models import Person
from m4c.power.operations.powerholder import say_own_person
from tests.cast import Cast
from tests.power.recording import fact_of, known_by, owner_of, presence_of, research_of


def of_power(cast: Cast, person: Person, friend: Person, name: str) -> None:
    """A record by the name of the office is tied to her; facts, presence and research meetings tell of her by name."""
    office = owner_of(cast, "The councillor for Trowbridge", is_private_owner=False)
    say_own_person(powerholder=office, person=person, by=cast.organiser)
    fact = fact_of(cast, office, words=f"{name} wrote to him", source=f"Told by {name}")
    presence_of(cast, office, inviter=person, place=f"At {name}'s", said=f"Thanked {name}")
    known_by(cast, office, person, how=f"{name} taught him")
    known_by(cast, office, friend, how="Neighbours")
    research_of(cast, office, asked=f"What does {name} say?", interest=f"Not {name}", next_words=f"Ask {name}")
    research_of(cast, whom=name, learnt=f"{name} knows the file")
    type(fact).objects.filter(pk=fact.pk).update(document_name=f"{name}.pdf", withdrawn_because="")
