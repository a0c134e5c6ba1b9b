"""What of replies and of people's own calendars others read: erasure, merges, and the copy of one's own data."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.demo import CHAPTERS, Chapter
from m4c.core.panels import Panel
from m4c.core.visibility import Rows
from m4c.events.event_panels import EVENT_PANELS
from m4c.events.models import CalendarFeed, Event, Guest, Reply
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.events.replies.listing import panel_of
from m4c.people.access.sources import Table, hold
from m4c.people.erasing import goes
from m4c.people.merging import move
from m4c.people.operations.merging.journal import Journal


def unite(journal: Journal, kept: Reply, gone: Reply) -> bool:
    """Two replies of one person are one: the one that stands, else the one with a place; its guests are brought."""
    if (gone.cancelled_at is None, gone.waiting_since is None) > (
        kept.cancelled_at is None,
        kept.waiting_since is None,
    ):
        said = ("guests", "access_needs", "words", "cancelled_at", "waiting_since")
        journal.change(kept, **{name: getattr(gone, name) for name in said})
    return True


def replies_to(event: Event) -> Rows:
    """The replies to an event."""
    return Rows(Reply, Q(event=event))


def register() -> None:
    """Register it all."""
    goes(Reply, "person", _("replies to events"))
    goes(Guest, "reply__person", _("guests that they named"))
    goes(CalendarFeed, "account__person", _("the address of their own calendar"))
    move(Reply, "person", key=lambda row: row.event_id, unite=unite)
    hold(
        "replies",
        _("Your replies to events"),
        Table(Reply, of=("person",)),
        Table(Guest, of=("reply__person",), words=("name",)),
    )
    hold("calendars", _("The address of your own calendar"), Table(CalendarFeed, of=("account__person",)))
    panel = Panel(_("Replies"), "events/replies_panel.html", panel_of, SEE_ATTENDANCE, 11, rows=replies_to)
    EVENT_PANELS.add("replies", panel)
    CHAPTERS.add("events.replies", Chapter(48, "m4c.events.replies.demo.tell"))
