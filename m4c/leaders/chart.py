"""What a group's chart may ask of pledges: who gave their word since a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from m4c.leaders.models import ConversationPledge
from m4c.people.chart.register import CHART_DONE, Done
from m4c.people.models import Account, Group


def options(account: Account, group: Group) -> Iterable[tuple[str, str]]:
    """That they pledged conversations."""
    yield "", _("Pledged conversations")


def q(account: Account, group: Group, key: str, since: date) -> Q:
    """Whose pledge, as far as one may see it, was made on that day or later and not withdrawn."""
    made = ConversationPledge.objects.visible_to(account).standing().filter(made_on__gte=since)
    return Q(Exists(made.filter(person=OuterRef("pk"))))


def register() -> None:
    """Offer it."""
    CHART_DONE.add("pledged", Done(options, q, asks_since=True))
