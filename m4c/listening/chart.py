"""What a group's chart may ask of 1-2-1s: who was talked to since a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from m4c.core.demo import CHAPTERS, Chapter
from m4c.listening.models import OneToOne
from m4c.people.chart.register import CHART_DONE, Done
from m4c.people.models import Account, Group


def options(account: Account, group: Group) -> Iterable[tuple[str, str]]:
    """That they were talked to."""
    yield "", _("Talked to in a 1-2-1")


def talked(account: Account, group: Group, key: str, since: date) -> Q:
    """Whoever held or had a 1-2-1 that one may see, on that day or later."""
    held = OneToOne.objects.visible_to(account).held().filter(held_on__gte=since)
    return Q(Exists(held.filter(other=OuterRef("pk")))) | Q(Exists(held.filter(asker=OuterRef("pk"))))


def register() -> None:
    """Offer it, and let the demo show it."""
    CHART_DONE.add("talked", Done(options, talked, asks_since=True))
    CHAPTERS.add("chart talks", Chapter(99, "m4c.listening.demo_chart.tell"))
