"""What attendance says on a person's timeline, each leading to the event."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from m4c.events.models import Attendance, Event
from m4c.people.models import Account
from m4c.people.timeline import LEDGER_WORDS, LedgerWords, Origin


def events(account: Account, ids: Collection[int]) -> Mapping[int, Origin]:
    """The events of these attendances, as far as one may see both."""
    events_seen = Event.objects.visible_to(account)
    found = Attendance.objects.visible_to(account).filter(pk__in=ids, event__in=events_seen).select_related("event")
    return {
        attendance.pk: Origin(attendance.event.title, reverse("event", kwargs={"uid": attendance.event.uid}))
        for attendance in found
    }


def register() -> None:
    """Give each kind of row its words."""
    LEDGER_WORDS.add("came", LedgerWords(_("Came"), with_leader=_("Came, brought by {leader}"), origins=events))
    LEDGER_WORDS.add("brought", LedgerWords(_("Brought somebody"), with_other=_("Brought {other}"), origins=events))
