"""What listening tells on an event's timeline: the house meeting that it is, held, followed up or called off."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from m4c.events.event_timeline import EVENT_TELLERS, end_of
from m4c.events.models import Event
from m4c.listening.models import HouseMeeting
from m4c.people.models import Account
from m4c.people.timeline import Origin, TimelineEntry


def house_meeting(account: Account, event: Event) -> Iterable[TimelineEntry]:
    """The days of the house meeting that the event is, for whoever may see it. Its calling off the event tells."""
    if event.kind != Event.Kind.HOUSE_MEETING:
        return
    meeting = HouseMeeting.objects.visible_to(account).filter(event=event).first()
    if meeting is None:
        return
    origin = Origin(_("House meeting"), reverse("house-meeting", kwargs={"uid": meeting.uid}))
    days: list[tuple[date | None, str]] = [
        (meeting.held_on, _("The house meeting was held")),
        (meeting.followed_up_on, _("What was agreed there was followed up")),
    ]
    yield from (TimelineEntry(end_of(day), sentence, origin) for day, sentence in days if day)


def register() -> None:
    """Tell the events' page."""
    EVENT_TELLERS.add("listening", house_meeting)
