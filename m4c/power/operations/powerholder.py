"""Write down powerholders, put them right, look them over after an import, and say which is one of our people."""

from dataclasses import dataclass, fields
from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Person
from m4c.people.operations.must_see import must_see
from m4c.power.models import Powerholder
from m4c.power.permissions import RECORD_POWER


class PowerRefused(Refused):
    """What is said of somebody in power would not hold, or may not be recorded."""


@dataclass(frozen=True)
class NewPowerholder:
    """A powerholder as public sources tell of them; an owner or employer may hold no public office."""

    name: str
    about: str = ""
    is_private_owner: bool = False
    email: str = ""
    phone: str = ""
    address: str = ""
    contact_checked_on: date | None = None
    source: str = ""
    source_url: str = ""
    source_on: date | None = None


@operation(RECORD_POWER, on="by")
def add_powerholder(*, new: NewPowerholder, by: Account) -> Powerholder:
    """Write down a powerholder; two of one name may stand, since two may bear it. Raises PowerRefused."""
    return Powerholder.objects.create(made_by=by, **values_of(new))


@operation(RECORD_POWER, on="by")
def change_powerholder(*, powerholder: Powerholder, new: NewPowerholder, by: Account) -> Powerholder:
    """Put right what is said of a powerholder. Raises PowerRefused."""
    change(powerholder, **values_of(new))
    return powerholder


@operation(RECORD_POWER, on="by")
def look_over(*, powerholder: Powerholder, by: Account) -> Powerholder:
    """Say that somebody looked at what an import made. Twice is once."""
    change(powerholder, to_review="")
    return powerholder


@operation(RECORD_POWER, on="by")
def say_own_person(*, powerholder: Powerholder, person: Person | None, by: Account) -> Powerholder:
    """Say that a powerholder is one of our own people, or that they are not. Nothing of that record comes here. Raises
    PowerRefused, Unseen.
    """
    must_see([person], by)
    if powerholder.person_id and powerholder.person_id != by.person_id:
        sees = by.system or Person.objects.visible_to(by).filter(pk=powerholder.person_id).exists()
        if not sees:
            raise PowerRefused(_("This cannot be said here."), field="person", code="elsewhere")
    if person and Powerholder.objects.filter(person=person).exclude(pk=powerholder.pk).exists():
        raise PowerRefused(_("They are on record as another powerholder."), field="person", code="taken")
    change(powerholder, person_id=person.pk if person else None)
    return powerholder


def values_of(new: NewPowerholder) -> dict[str, object]:
    """The fields of a powerholder. Raises PowerRefused without a name."""
    values = {field.name: getattr(new, field.name) for field in fields(new)}
    values = {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in values.items()}
    if not values["name"]:
        raise PowerRefused(_("Give their name: a target is a named person."), field="name", code="no_name")
    return values
