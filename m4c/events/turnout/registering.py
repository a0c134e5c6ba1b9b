"""What of turnout others read: the kind of sheet that may be brought in, panels, and what becomes of its rows."""

from django.utils.translation import gettext_lazy as _

from m4c.core.demo import CHAPTERS, Chapter
from m4c.core.navigation import PLACES, Place
from m4c.events.models import Attendance, NameAtEvent, TurnoutCall, TurnoutPledge
from m4c.events.turnout import panels, sheet
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import goes, saying, stays
from m4c.people.list_permissions import KEEP_NAMES
from m4c.people.merging import move
from m4c.people.models import NameOnList
from m4c.people.operations.merging.journal import Journal


def register() -> None:
    """Register it all."""
    sheet.register()
    panels.register()
    PLACES.add("own-names", Place(_("Your own list"), "own-names", "bookmark", KEEP_NAMES, 95))
    CHAPTERS.add("turnout", Chapter(49, "m4c.events.turnout.demo.tell"))
    tell_what_is_held()
    tell_what_moves()
    tell_what_becomes_of_it()


def tell_what_is_held() -> None:
    """Where turnout holds something on a person."""
    hold(
        "turnout",
        _("Events that you were asked to, and what you said"),
        Table(TurnoutCall, of=("attendance__person",), leave=("name", "before")),
        Table(TurnoutPledge),
    )
    hold("own-names", _("Names on your own list"), Table(NameOnList, of=("owner",)))


def tell_what_moves() -> None:
    """How it comes along when two people are made one."""
    move(Attendance, "asked_by")
    move(TurnoutPledge, "person", key=lambda row: row.event_id, unite=unite_pledges)
    move(NameOnList, "owner")


def unite_pledges(journal: Journal, kept: TurnoutPledge, gone: TurnoutPledge) -> bool:
    """Two pledges for one event are one: the larger that stands."""
    standing = [pledge for pledge in (kept, gone) if pledge.withdrawn_at is None]
    if standing:
        journal.change(kept, number=max(pledge.number for pledge in standing), withdrawn_at=None)
    return True


def tell_what_becomes_of_it() -> None:
    """What becomes of it when somebody is erased."""
    stays(Attendance, "asked_by", _("whom they asked to events, as a count"), COUNTED)
    stays(TurnoutPledge, "person", _("how many they said they would bring, as a count"), COUNTED)
    stays(TurnoutCall, "attendance__person", _("what they said when asked to events, as a count"), COUNTED)
    goes(NameOnList, "owner", _("names on their own list"))
    # A list is its owner's alone: nobody else is told that a number or an address of theirs stood there.
    on_others = saying(NameOnList, "reach", "words")
    goes(NameOnList, "reach", _("their number or address on others' own lists"), rows=on_others, quiet=True)
    goes(NameAtEvent, "name__owner", _("to which events those are asked"))
    goes(TurnoutCall, "name__name__owner", _("what those said"))
