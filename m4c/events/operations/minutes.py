"""Minutes: what a meeting decided, that its minutes are ready, and that a later meeting approved them."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.events.models import AgendaItem, Decision, Event, Minutes
from m4c.events.permissions import KEEP_MINUTES
from m4c.people.models import Account


class MinutesRefused(Refused):
    """The minutes would not make sense, or are approved and stay as they are."""


@operation(KEEP_MINUTES, on="event")
def write_decision(*, event: Event, words: str, by: Account, item: AgendaItem | None = None) -> Decision:
    """Write down what a meeting decided, in its words. Raises MinutesRefused."""
    must_be_unapproved(event)
    if not words.strip():
        raise MinutesRefused(_("Say what was decided."), field="words", code="blank")
    if item is not None and item.event_id != event.pk:
        raise MinutesRefused(_("That stands on another meeting's agenda."), code="elsewhere")
    return Decision.objects.create(event=event, item=item, words=words.strip())


@operation(KEEP_MINUTES, on="decision")
def take_decision_back(*, decision: Decision, by: Account) -> Decision:
    """Take a decision out of minutes that are not approved yet. Raises MinutesRefused."""
    must_be_unapproved(decision.event)
    Decision.objects.filter(pk=decision.pk).delete()
    return decision


@operation(KEEP_MINUTES, on="event")
def finish_minutes(*, event: Event, at: datetime, by: Account) -> Minutes:
    """Say that a meeting's minutes are ready to be read; the next meeting approves them. Again changes nothing."""
    if event.starts_at > at:
        raise MinutesRefused(_("This meeting has not begun."), code="ahead")
    minutes, _made = Minutes.objects.get_or_create(event=event, defaults={"written_by": by, "ready_at": at})
    if minutes.ready_at is None:
        change(minutes, ready_at=at)
    return minutes


@operation(KEEP_MINUTES, on="minutes")
def approve_minutes(*, minutes: Minutes, at_event: Event, at: datetime, by: Account, amendments: str = "") -> Minutes:
    """Say that a later meeting of the group approved minutes, and what was put right before. Raises MinutesRefused."""
    if minutes.approved_at is not None:
        raise MinutesRefused(_("These minutes are approved already."), code="approved")
    if minutes.ready_at is None:
        raise MinutesRefused(_("These minutes are not ready yet."), code="unready")
    if at_event.group_id != minutes.event.group_id or at_event.starts_at <= minutes.event.starts_at:
        raise MinutesRefused(_("Minutes are approved by a later meeting of the same group."), code="which_meeting")
    change(minutes, approved_at_event=at_event, approved_at=at, amendments=amendments.strip())
    return minutes


def must_be_unapproved(event: Event) -> None:
    """Raise MinutesRefused where a meeting's minutes are approved."""
    if Minutes.objects.filter(event=event).exclude(approved_at=None).exists():
        raise MinutesRefused(_("The minutes are approved: they stay as they are."), code="approved")
