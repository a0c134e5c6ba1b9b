"""What becomes of events' own rows on erasure: attendance stays counted, and a home is no place any more."""

from django.utils.translation import gettext_lazy as _

from m4c.events.models import Attendance, Event, HeadCount
from m4c.events.operations.erasing import counted_by_them, events_named_after, rename, unname
from m4c.people.erasers import COUNTED
from m4c.people.erasing import nameless, stays


def register() -> None:
    """Tell what becomes of events' rows."""
    stays(Attendance, "person", _("coming to events, as a count"), COUNTED)
    stays(Attendance, "brought_by", _("whom they brought, as a count"), COUNTED)
    nameless(
        HeadCount, "said_by", _("numbers that they counted"), COUNTED, rows=counted_by_them, erase=unname, by_name=True
    )
    nameless(
        Event, "title", _("events called by their name"), COUNTED, rows=events_named_after, erase=rename, by_name=True
    )
