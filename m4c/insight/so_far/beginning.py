"""When the records begin: what “all time” means for a report."""

from datetime import date

from django.db.models import Min
from django.utils import timezone

from m4c.events.models import Event
from m4c.insight.so_far.reach import Reach
from m4c.leaders.models import ConversationPledge
from m4c.listening.models import HouseMeeting, OneToOne

# What is counted by its day, with the fields that hold its people.
COUNTED = (
    (OneToOne, "day", ("asker", "other")),
    (HouseMeeting, "day", ("host",)),
    (ConversationPledge, "made_on", ("person",)),
)


def first_day(reach: Reach) -> date | None:
    """The earliest day of anything that a report counts, or None where nothing is recorded."""
    starts_at = Event.objects.filter(reach.covers()).aggregate(first=Min("starts_at"))["first"]
    days = [timezone.localdate(starts_at, timezone.get_default_timezone())] if starts_at else []
    for model, field, people in COUNTED:
        day = model.objects.filter(reach.covers(), reach.shows(*people)).aggregate(first=Min(field))["first"]
        days += [day] if day else []
    return min(days, default=None)
