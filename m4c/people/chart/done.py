"""What people's own records know to have been done: that somebody stays in touch."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from m4c.people.chart.register import CHART_DONE, Done
from m4c.people.models import Account, Group, PersonContact


def options(account: Account, group: Group) -> Iterable[tuple[str, str]]:
    """That they have a contact."""
    yield "", _("Somebody stays in touch with them")


def q(account: Account, group: Group, key: str, since: date) -> Q:
    """Whoever has a contact, in whichever group one may see."""
    return Q(Exists(PersonContact.objects.visible_to(account).open().filter(person=OuterRef("pk"))))


def register() -> None:
    """Offer it."""
    CHART_DONE.add("contact", Done(options, q))
