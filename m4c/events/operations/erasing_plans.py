"""Erase somebody from what was planned: parts, whom to ask, programmes of others, and series called after them."""

from django.db.models import QuerySet

from m4c.events.models import Event, EventRole, OutsideHost, Series
from m4c.people import ledger
from m4c.people.erasing import Forgotten, saying


def take_parts(forgotten: Forgotten, rows: "QuerySet[EventRole]") -> None:
    """The parts go, and what the ledger told of them."""
    ledger.withdraw(rows)
    rows.delete()


def have_no_contact(forgotten: Forgotten, rows: "QuerySet[Event] | QuerySet[Series]") -> None:
    """Such an event, or what comes back, names nobody to ask."""
    rows.update(contact=None)


def series_named_after(forgotten: Forgotten) -> "QuerySet[Series]":
    """Series whose title or place has their whole name."""
    return saying(Series, "title", "place", words=lambda forgotten: forgotten.names)(forgotten)


def rename_series(forgotten: Forgotten, rows: "QuerySet[Series]") -> None:
    """Such a series is called by what it is, and has no place."""
    for series in rows:
        series.title, series.place, series.postcode = str(series.get_kind_display()), "", ""
        series.save(update_fields=["title", "place", "postcode"])


def series_chaired(forgotten: Forgotten) -> "QuerySet[Series]":
    """What comes back of others' meetings, with them in the chair."""
    return saying(Series, "chair", words=lambda forgotten: forgotten.names)(forgotten)


def unchair_series(forgotten: Forgotten, rows: "QuerySet[Series]") -> None:
    """Nobody is named in the chair of such a series any more."""
    rows.update(chair="")


def programmes_naming(forgotten: Forgotten) -> "QuerySet[OutsideHost]":
    """Others' meetings whose programme names them."""
    return saying(OutsideHost, "chair", "panel", words=lambda forgotten: forgotten.names)(forgotten)


def strike_from_programme(forgotten: Forgotten, rows: "QuerySet[OutsideHost]") -> None:
    """They are on that programme no more."""
    for host in rows:
        host.chair = "" if is_named(host.chair, forgotten) else host.chair
        host.panel = "\n".join(line for line in host.panel.splitlines() if not is_named(line, forgotten))
        host.save(update_fields=["chair", "panel"])


def is_named(line: str, forgotten: Forgotten) -> bool:
    """Whether a line of a programme names them."""
    return any(name.casefold() in line.casefold() for name in forgotten.names)
