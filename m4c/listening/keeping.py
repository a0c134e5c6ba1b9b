"""How long the raw words of a house meeting are kept: what was agreed there, once it has long been followed up."""

from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.listening.models import HouseMeeting
from m4c.people.keeping import HOUSE_MEETING_WORDS, RETENTION_RULES, Rule
from m4c.people.models import Person


def wordy(before: date) -> "QuerySet[HouseMeeting]":
    """House meetings whose words are older than they should be: followed up before a day, or held and never so."""
    return HouseMeeting.objects.exclude(next_step="").filter(held_on__lt=before)


def hosts(before: date) -> "QuerySet[Person]":
    """Their hosts, since the oldest of them."""
    own = wordy(before).filter(host=OuterRef("pk")).order_by("held_on")
    return Person.objects.filter(Exists(own)).annotate(since=own.annotate(day=F("held_on")).values("day")[:1])


def forget_words(person: Person, at: datetime) -> object:
    """Blank what was agreed at house meetings of theirs that are old enough."""
    before = RETENTION_RULES["house_meeting_words"].before(at.date())
    return wordy(before).filter(host=person).update(next_step="", next_step_by=None)


def register() -> None:
    """Tell what of conversations is looked through."""
    what = _("words of a house meeting that is long done")
    RETENTION_RULES.add(
        "house_meeting_words", Rule("house_meeting_words", what, HOUSE_MEETING_WORDS, hosts, forget_words)
    )
