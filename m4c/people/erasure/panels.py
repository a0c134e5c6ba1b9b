"""What rights over data add to a person's page: the way to an erasure, for those who may decide one."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.core.panels import PERSON_PANELS, Panel
from m4c.core.visibility import EVERYWHERE
from m4c.people.data_permissions import ERASE_PEOPLE
from m4c.people.models import Account, Person


def erasing(account: Account, person: Person) -> dict[str, Any] | None:
    """The way to the erasure of somebody else; it asks no database."""
    return {"person": person} if account.may(ERASE_PEOPLE, EVERYWHERE) and person.pk != account.person_id else None


def register() -> None:
    """Put the panel last on a person's page."""
    PERSON_PANELS.add("erasure", Panel(_("Erasure"), "people/person_erase.html", erasing, ERASE_PEOPLE, 99))
