"""What somebody who is on record twice is to those who decide."""

from m4c.people.models import Person
from m4c.power.models import Acquaintance, Powerholder, Presence
from tests.cast import Cast
from tests.factories import NOW, TODAY


def hold_power(cast: Cast, person: Person, friend: Person, number: int) -> None:
    """Each record is tied to a powerholder, invited another, and knows him in words of its own."""
    given = {"made_by": cast.organiser}
    Powerholder.objects.create(name=f"Councillor {number}", person=person, **given)
    owner, _made = Powerholder.objects.get_or_create(name="The owner", defaults=given)
    told = {"group": cast.cardiff, "added_by": cast.organiser, "added_at": NOW}
    Presence.objects.create(powerholder=owner, place=f"Hall {number}", on=TODAY, inviter=person, **told)
    Acquaintance.objects.create(powerholder=owner, person=person, how=f"Tenant {number}", **told)
