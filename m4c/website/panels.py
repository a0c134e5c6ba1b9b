"""What the site adds to a person's page: the pictures in which they stand on it, and the button that takes them off."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.core.panels import PERSON_PANELS, Panel
from m4c.core.prepared import prepared
from m4c.core.visibility import Rows, scopes_of
from m4c.people.models import Account, Person
from m4c.people.names_out_of_use import names_of
from m4c.website.models import Recognised
from m4c.website.models.recognised import named
from m4c.website.permissions import TAKE_PICTURES_DOWN


def pictures_of(account: Account, person: Person) -> dict[str, Any] | None:
    """The pictures in which somebody is recognised, for those who may take them off."""
    rows = recognised(account, person.pk, sorted(names_of(person)))
    if not rows or not account.may(TAKE_PICTURES_DOWN, scopes_of(person)):
        return None
    standing = [row for row in rows if row.withdrawn_on is None]
    return {"rows": rows, "standing": len(standing), "person": person}


@prepared
def recognised(account: Account, person: int, names: list[str]) -> QuerySet[Recognised]:
    """Where somebody of one of these folded names is recognised, as far as the account may see."""
    return Recognised.objects.visible_to(account).filter(named(person, names)).select_related("picture")


def register() -> None:
    """Put the panel on a person's page."""
    PERSON_PANELS.add(
        "website",
        Panel(
            title=_("Pictures on the site"),
            template="website/person_pictures.html",
            context=pictures_of,
            allow=TAKE_PICTURES_DOWN,
            order=90,
            rows=lambda person: Rows(Recognised, Q(person=person) | Q(person=None)),  # hers, or no more than a name
        ),
    )
