"""A meeting's agenda: what it talks about, in which order, and what stays open for the next."""

from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, change_many, operation
from m4c.events.meetings.last_time import open_from_last_time
from m4c.events.models import AgendaItem, Event
from m4c.events.operations.minutes import must_be_unapproved
from m4c.events.permissions import KEEP_MINUTES
from m4c.people.models import Account

LONGEST = 600  # minutes: ten hours, the longest day that anybody has met for


class AgendaRefused(Refused):
    """The agenda would not make sense."""


@operation(KEEP_MINUTES, on="event")
def bring_forward(*, event: Event, by: Account) -> list[AgendaItem]:
    """Put what stayed open last time on the agenda, in its order. Doing so twice brings nothing twice."""
    there = set(AgendaItem.objects.filter(event=event).values_list("came_from", flat=True))
    fresh = [item for item in open_from_last_time(event) if item.pk not in there]
    start = next_position(event)
    return AgendaItem.objects.bulk_create(
        AgendaItem(event=event, position=start + number, title=item.title, minutes=item.minutes, came_from=item)
        for number, item in enumerate(fresh)
    )


@operation(KEEP_MINUTES, on="event")
def put_on_agenda(*, event: Event, title: str, by: Account, minutes: int | None = None) -> AgendaItem:
    """Put something at the end of an agenda, with how many minutes it may take. Raises AgendaRefused."""
    title = checked(title, minutes)
    return AgendaItem.objects.create(event=event, position=next_position(event), title=title, minutes=minutes)


@operation(KEEP_MINUTES, on="item")
def change_item(
    *, item: AgendaItem, title: str, by: Account, minutes: int | None = None, notes: str = ""
) -> AgendaItem:
    """Say anew what an item is, how long it may take and what was said about it.

    Raises AgendaRefused, and MinutesRefused once the minutes are approved.
    """
    must_be_unapproved(item.event)
    change(item, title=checked(title, minutes), minutes=minutes, notes=notes.strip())
    return item


@operation(KEEP_MINUTES, on="item")
def move_item(*, item: AgendaItem, up: bool, by: Account) -> AgendaItem:
    """Let an item change places with the one before it, or after it; nothing at either end."""
    items = list(AgendaItem.objects.filter(event=item.event_id))
    here = next(number for number, one in enumerate(items) if one.pk == item.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(items):
        items[here], items[there] = items[there], items[here]
        change_many({one: {"position": number} for number, one in enumerate(items, start=1)})
    return item


@operation(KEEP_MINUTES, on="item")
def settle_item(*, item: AgendaItem, at: datetime | None, by: Account) -> AgendaItem:
    """Say that an item is settled and does not come up again; with no time, that it stays open.

    This may still be said once the minutes are approved: it is about the next agenda, not about what they say.
    """
    change(item, closed_at=at)
    return item


@operation(KEEP_MINUTES, on="item")
def take_off_agenda(*, item: AgendaItem, by: Account) -> AgendaItem:
    """Take an item off an agenda. Raises AgendaRefused once something was said about it."""
    if item.notes or item.closed_at:
        raise AgendaRefused(_("Something was said about this: settle it instead."), code="talked_about")
    AgendaItem.objects.filter(pk=item.pk).delete()
    return item


def next_position(event: Event) -> int:
    """Where the next item of an agenda stands."""
    last: int | None = AgendaItem.objects.filter(event=event).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def checked(title: str, minutes: int | None) -> str:
    """A title as it is kept. Raises AgendaRefused for none, or for minutes that nobody sits through."""
    if not title.strip():
        raise AgendaRefused(_("Say what you want to talk about."), field="title", code="blank")
    if minutes is not None and not 0 < minutes <= LONGEST:
        raise AgendaRefused(_("Give the minutes as a number from 1 to 600."), field="minutes", code="minutes")
    return title.strip()
