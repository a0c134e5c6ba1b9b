"""The demo's chapter of what is kept: somebody of whom nothing was heard for long, a sheet left on a bus, a pupil."""

from datetime import timedelta

from m4c.core.demo import Story
from m4c.core.permissions import Role
from m4c.people.groups.nearest import movements_own
from m4c.people.models import Account, BirthBand, Breach, Erasure
from m4c.people.operations.birth_band import say_age
from m4c.people.operations.breach import record_breach, take_breach_step
from m4c.people.operations.erasure import carry_out, decide_erasures, end_erasure
from m4c.people.operations.person import NewPerson, add_person
from m4c.people.operations.retention import propose_cases

LONG_AGO = timedelta(days=900)
LOST = Breach.Risk.UNKNOWN


def tell(story: Story) -> None:
    """A bag was left on a bus yesterday; two people were silent for years, one was erased, one is fifteen."""
    cast, cardiff = story.shelf["cast"], story.shelf["groups"]["Cardiff"]
    desk = Account.objects.get(person=cast["Meera"])
    given = Breach(
        what="A bag with the sign-in sheet of a house meeting was left on the number 57. The driver has handed it in.",
        happened_on=story.today - timedelta(days=1),
        known_at=story.now - timedelta(hours=20),
        whose="Names, phones and postcodes of those at a house meeting",
        number=9,
        risk=LOST,
    )
    breach = record_breach(group=movements_own(), given=given, at=story.now, by=desk)
    take_breach_step(breach=breach, words="Rang the depot: the bag is there, closed.", at=story.now, by=desk)
    for given_name, family_name in (("Elfed", "Mostyn"), ("Ines", "Caldeira")):
        met_on = story.today - LONG_AGO
        new = NewPerson(given_name, family_name, source="A stall at the market", met_on=met_on)
        add_person(group=cardiff, new=new, by=story.by)
    propose_cases(rule="no_contact", after=0, at=story.now, by=Account.objects.of_system(Role.WORKER))
    mistaken = add_person(group=cardiff, new=NewPerson("Wyn", "Tarrant", source="A wrong number"), by=story.by)
    (erasure,) = decide_erasures(people=[mistaken], why=Erasure.Why.MISTAKE, at=story.now, by=desk)
    end_erasure(erasure=carry_out(erasure=erasure, at=story.now, by=desk), at=story.now, by=desk)
    pupil = add_person(group=cardiff, new=NewPerson("Tirion", "Hale", source="Her school's council"), by=story.by)
    say_age(person=pupil, band=BirthBand.Band.YOUNG, at=story.now, by=story.by)
