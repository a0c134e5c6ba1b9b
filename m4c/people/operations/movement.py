"""Start a movement: its root group, what it says about itself, and the account of whoever runs it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import operation
from m4c.people.followers import movement_started
from m4c.people.models import Account, Group, Movement
from m4c.people.operations.group import make
from m4c.people.permissions import MAKE_GROUPS


class MovementRefused(Refused):
    """There is a movement here already."""


@dataclass(frozen=True)
class Answers:
    """The five answers that a movement starts with."""

    name: str
    place: str
    run_by: str
    data_protection_contact: str
    language: str = Movement.Language.ENGLISH


@operation(MAKE_GROUPS, on=None)
def start_movement(*, answers: Answers, by: Account) -> Movement:
    """Write the movement and its root group into an empty database. Raises MovementRefused where one stands."""
    if Group.objects.exists():
        raise MovementRefused(_("There is a movement in this data folder already. Choose another folder."))
    group = make(name=answers.name, kind=Group.Kind.MOVEMENT, parent=None, place=answers.place, postcode="")
    movement = Movement.objects.create(
        group=group,
        run_by=answers.run_by,
        data_protection_contact=answers.data_protection_contact,
        language=answers.language,
    )
    movement_started(movement)
    return movement
