"""What planning tells the other apps: what becomes of its rows, how they are merged, and what it holds on a person."""

from django.utils.translation import gettext_lazy as _

from m4c.events.models import (
    CoHost,
    Event,
    EventRole,
    OutsideHost,
    SchoolHoliday,
    Series,
    SeriesCoHost,
    SeriesDay,
)
from m4c.events.operations.erasing_plans import (
    have_no_contact,
    programmes_naming,
    rename_series,
    series_chaired,
    series_named_after,
    strike_from_programme,
    take_parts,
    unchair_series,
)
from m4c.events.operations.event_plan import hosts_follow, hosts_of_series_follow
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import goes, nameless, tells_of_nobody
from m4c.people.groups.merging import Step, follows, register_step
from m4c.people.merging import move


def register() -> None:
    """Tell all of it."""
    by_name = {"by_name": True}
    goes(EventRole, "person", _("parts that you did at events"), erase=take_parts)
    nameless(Event, "contact", _("events about which people ask you"), COUNTED, erase=have_no_contact)
    called, programmes = _("series called by their name"), _("programmes of others that name them")
    nameless(Series, "title", called, COUNTED, rows=series_named_after, erase=rename_series, **by_name)
    nameless(OutsideHost, "chair", programmes, COUNTED, rows=programmes_naming, erase=strike_from_programme, **by_name)
    nameless(Series, "chair", programmes, COUNTED, rows=series_chaired, erase=unchair_series, **by_name)
    nameless(Series, "contact", _("what comes back and people ask you about"), COUNTED, erase=have_no_contact)
    tells_of_nobody(CoHost, SeriesCoHost, why="a group")
    tells_of_nobody(SeriesDay, why="a day, and who decided of it by their account")
    tells_of_nobody(SchoolHoliday, why="what a council publishes")
    move(Event, "contact")
    move(Series, "contact")
    move(EventRole, "person", key=lambda role: (role.event_id, role.part, role.words))
    register_step(Step(CoHost, "group", hosts_follow))
    register_step(Step(SeriesCoHost, "group", hosts_of_series_follow))
    follows(Series, title=_("series of events"))
    hold("event-parts", _("What you did at events"), Table(EventRole, of=("person",)))
    hold(
        "event-contacts",
        _("Events about which people ask you"),
        Table(Event, of=("contact",), only=("title", "starts_at", "group")),
    )
    hold(
        "series-contacts",
        _("What comes back and people ask you about"),
        Table(Series, of=("contact",), only=("title", "group")),
    )
