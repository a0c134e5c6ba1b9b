"""Write up research meetings: to learn, never an approach. And answer a powerholder who asks what is on record."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.people.models import Account, Group
from m4c.power.models import Powerholder, ResearchMeeting
from m4c.power.operations.powerholder import PowerRefused
from m4c.power.permissions import ANSWER_POWERHOLDER, RECORD_POWER


@dataclass(frozen=True)
class WrittenResearch:
    """With whom, what was asked, what was learnt, what matters to them in their role, and whom to meet next."""

    held_on: date
    learnt: str
    powerholder: Powerholder | None = None
    whom: str = ""
    role: str = ""
    asked: str = ""
    interest: str = ""
    next_words: str = ""
    event: Event | None = None


@operation(RECORD_POWER, on="group")
def write_up_research(*, group: Group, new: WrittenResearch, at: datetime, by: Account) -> ResearchMeeting:
    """Write up a research meeting; it starts no clock and counts as no approach. Raises PowerRefused."""
    values = values_of(new)
    check_event(new.event, by)
    return ResearchMeeting.objects.create(group=group, made_by=by, made_at=at, **values)


@operation(RECORD_POWER, on="meeting")
def change_research(*, meeting: ResearchMeeting, new: WrittenResearch, by: Account) -> ResearchMeeting:
    """Put right what was written up. Raises PowerRefused."""
    values = values_of(new)
    if new.event != meeting.event:
        check_event(new.event, by)
    change(meeting, **values)
    return meeting


@operation(ANSWER_POWERHOLDER, on=None)
def answer_powerholder(*, powerholder: Powerholder, is_checked: bool, by: Account) -> Powerholder:
    """Note that a powerholder who asked was given all that is on record of them; the audit keeps who did and when.

    Raises PowerRefused where nobody made sure that it is they who ask.
    """
    if not is_checked:
        raise PowerRefused(_("First make sure that it is they who ask."), field="is_checked", code="not_checked")
    return powerholder


def values_of(new: WrittenResearch) -> dict[str, Any]:
    """The fields of a research meeting. Raises PowerRefused."""
    values = {field.name: getattr(new, field.name) for field in fields(new)}
    values = {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
    if not (new.powerholder or values["whom"]):
        raise PowerRefused(_("Say with whom you met."), field="whom", code="nobody")
    if not values["learnt"]:
        raise PowerRefused(_("Say what you learnt: that is what it was for."), field="learnt", code="no_words")
    return values


def check_event(event: Event | None, by: Account) -> None:
    """Raise PowerRefused for an event that is no research meeting, is written up, or may not be seen."""
    if event is None:
        return
    if not (by.system or Event.objects.visible_to(by).filter(pk=event.pk).exists()):
        raise PowerRefused(_("There is no such event."), field="event", code="no_event")
    if event.kind != Event.Kind.RESEARCH:
        raise PowerRefused(_("That event is no research meeting."), field="event", code="other_kind")
    if ResearchMeeting.objects.filter(event=event).exists():
        raise PowerRefused(_("That meeting is written up already."), field="event", code="twice")
