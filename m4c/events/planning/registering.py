"""What planning tells the other apps: what becomes of its rows, how they are merged, and what it holds on a person."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.events.models import CoHost, Event, EventRole, OutsideHost, SchoolHoliday, Series, SeriesDay
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import Forgotten, goes, nameless, saying, tells_of_nobody
from m4c.people.groups.merging import Follow, Joining, Step, drop, follows, register_step
from m4c.people.merging import move


def series_named_after(forgotten: Forgotten) -> "QuerySet[Series]":
    """Series whose title or place has their whole name."""
    return saying(Series, "title", "place", words=lambda forgotten: forgotten.names)(forgotten)


def rename(forgotten: Forgotten, rows: "QuerySet[Series]") -> None:
    """Such a series is called by what it is, and has no place."""
    for series in rows:
        series.title, series.place, series.postcode = str(series.get_kind_display()), "", ""
        series.save(update_fields=["title", "place", "postcode"])


def have_no_contact(forgotten: Forgotten, rows: "QuerySet[Event]") -> None:
    """Such an event names nobody to ask."""
    rows.update(contact=None)


def programmes(forgotten: Forgotten) -> "QuerySet[OutsideHost]":
    """Others' meetings whose programme names them."""
    return saying(OutsideHost, "chair", "panel", words=lambda forgotten: forgotten.names)(forgotten)


def strike_from_programme(forgotten: Forgotten, rows: "QuerySet[OutsideHost]") -> None:
    """They are on that programme no more."""
    for host in rows:
        host.chair = "" if host.chair in forgotten.names else host.chair
        host.panel = "\n".join(line for line in host.panel.splitlines() if not is_named(line, forgotten))
        host.save(update_fields=["chair", "panel"])


def is_named(line: str, forgotten: Forgotten) -> bool:
    """Whether a line of a programme names them."""
    return any(name in line for name in forgotten.names)


def hosts_follow(joining: Joining) -> int:
    """Co-hosts come along, but for events that are now the group's own: it is no co-host of itself."""
    number = Follow(CoHost, "group", key=("event_id",), unite=drop)(joining)
    CoHost.objects.filter(group=joining.kept, event__group=joining.kept).delete()
    return number


def register() -> None:
    """Tell all of it."""
    goes(EventRole, "person", _("parts that you did at events"))
    nameless(Event, "contact", _("events about which people ask you"), COUNTED, erase=have_no_contact)
    nameless(
        Series, "title", _("series called by their name"), COUNTED, rows=series_named_after, erase=rename, by_name=True
    )
    nameless(
        OutsideHost,
        "chair",
        _("programmes of others that name them"),
        COUNTED,
        rows=programmes,
        erase=strike_from_programme,
        by_name=True,
    )
    tells_of_nobody(CoHost, why="a group")
    tells_of_nobody(SeriesDay, why="a day, and who decided of it by their account")
    tells_of_nobody(SchoolHoliday, why="what a council publishes")
    move(Event, "contact")
    move(EventRole, "person", key=lambda role: (role.event_id, role.part, role.words))
    register_step(Step(CoHost, "group", hosts_follow))
    follows(Series, title=_("series of events"))
    hold("event-parts", _("What you did at events"), Table(EventRole, of=("person",)))
    hold(
        "event-contacts",
        _("Events about which people ask you"),
        Table(Event, of=("contact",), only=("title", "starts_at", "group")),
    )
