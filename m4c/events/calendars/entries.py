"""One line of a calendar, whatever it is of, and who else puts lines into somebody's own: a register."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from m4c.core.register import Register
from m4c.events.models import Event
from m4c.people.models import Account


@dataclass(frozen=True)
class Entry:
    """What a calendar is told. `starts` and `ends` are aware times, or days where it lasts all day.

    `uid` is the same for ever; `sequence` is one more with each change that calendars must see (RFC 5545, 3.8.7.4).
    """

    uid: str
    title: str
    starts: datetime | date
    changed_at: datetime
    ends: datetime | date | None = None
    place: str = ""
    words: str = ""
    url: str = ""
    sequence: int = 0
    is_cancelled: bool = False
    is_private: bool = False
    zone: str = ""  # by whose clock it is told; blank for that of the movement


# Apps to the right put what they know of an account's own days here: called with the account and the first day.
OWN_ENTRIES: Register[Callable[[Account, date], Iterable[Entry]]] = Register("Lines of somebody's own calendar.")


def entry_of(event: Event, path: str, *, place: str = "", link: str = "", zone: str = "") -> Entry:
    """An event as a calendar is told of it, at this address, and where it is as whoever reads it may know it.

    `zone` is that of whoever reads it, for what is held online.
    """
    where = ", ".join(part for part in (place, link) if part)
    title = _("Called off: {event}").format(event=event.title) if event.is_called_off else event.title
    return Entry(
        uid=str(event.uid),
        title=title,
        starts=event.starts_at,
        ends=event.ends_at,
        changed_at=last_change(event),
        place=where,
        words=event.details,
        url=settings.SITE_URL + path,
        sequence=event.sequence,
        is_cancelled=event.is_called_off,
        zone=zone if event.is_online else "",
    )


def last_change(event: Event) -> datetime:
    """When it was last changed in a way that calendars see, as far as that is known."""
    times: list[Any] = [event.made_at, event.told_change_at, event.cancelled_at]
    latest: datetime = max(time for time in times if time)
    return latest
