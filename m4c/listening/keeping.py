"""How long the raw words of a house meeting are kept: what was agreed there, once it is long done."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.listening.operations.erasing import forget_words, wordy
from m4c.people.erasure.keeping import HOUSE_MEETING_WORDS, RETENTION_RULES, Rule
from m4c.people.models import Person


def hosts(before: date) -> "QuerySet[Person]":
    """Hosts of house meetings held before a day of which words are left, since the oldest of them."""
    own = wordy(before).filter(host=OuterRef("pk")).order_by("held_on")
    return Person.objects.filter(Exists(own)).annotate(since=own.values("held_on")[:1])


def register() -> None:
    """Tell what of conversations is looked through."""
    what = _("words of a house meeting that is long done")
    rule = Rule("house_meeting_words", what, HOUSE_MEETING_WORDS, hosts, forget_words)
    RETENTION_RULES.add(rule.name, rule)
