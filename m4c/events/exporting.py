"""Events as files: rows with the names that other tools read, JSON in the shape of their resources, or a calendar."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from m4c.events.calendars.entries import entry_of
from m4c.events.calendars.writing import LONDON, write
from m4c.events.models import Event
from m4c.events.models.event import EventQuerySet
from m4c.people.sheets.writing import safe_cell

FORMATS = ["ics", "csv", "json"]
CHUNK = 500
COLUMNS = [
    "uuid",
    "title",
    "event_type",
    "group",
    "start_date",
    "end_date",
    "timezone_identifier",
    "status",
    "visibility",
    "venue",
    "postal_code",
    "capacity",
    "total_accepted",
    "total_came",
    "language",
    "access",
    "browser_url",
]


def as_file(events: EventQuerySet, format_: str, name: str) -> bytes:
    """Events, which come with their turnout and the place as their reader may know it, in one of FORMATS."""
    rows = events.select_related("group").order_by("starts_at", "pk").iterator(CHUNK)
    if format_ == "ics":
        return write((line_of(event) for event in rows), name)
    if format_ == "csv":
        return as_csv(facts_of(event) for event in rows)
    return (json.dumps([resource_of(event) for event in rows], ensure_ascii=False, indent=1) + "\n").encode()


def line_of(event: Event) -> Any:
    """As a calendar has it."""
    place = ", ".join(part for part in (event.place_told, event.postcode_told) if part)
    return entry_of(event, address_of(event), place=place, link=event.link)


def address_of(event: Event) -> str:
    """Its public page, or the one in the workspace."""
    is_public = event.visibility == Event.Visibility.PUBLIC and not event.is_looked_after_elsewhere
    return reverse("public-event" if is_public else "event", kwargs={"uid": event.uid})


def facts_of(event: Event) -> dict[str, Any]:
    """One row, by COLUMNS; times in UTC, as other tools write them."""
    return {
        "uuid": str(event.uid),
        "title": event.title,
        "event_type": event.kind,
        "group": event.group.name,
        "start_date": utc(event.starts_at),
        "end_date": utc(event.ends_at) if event.ends_at else "",
        "timezone_identifier": LONDON,
        "status": "cancelled" if event.is_called_off else "confirmed",
        "visibility": event.visibility,
        "venue": event.place_told,
        "postal_code": event.postcode_told,
        "capacity": event.capacity or "",
        "total_accepted": event.said_yes,  # type: ignore[attr-defined] # of with_turnout
        "total_came": event.came,  # type: ignore[attr-defined]
        "language": event.language,
        "access": ", ".join(event.access),
        "browser_url": settings.SITE_URL + address_of(event),
    }


def resource_of(event: Event) -> dict[str, Any]:
    """One event as an OSDI resource; what was not said is null."""
    facts: Mapping[str, Any] = facts_of(event)
    plain = ("title", "start_date", "end_date", "timezone_identifier", "status", "visibility", "capacity")
    return {
        "identifiers": [f"m4c:{event.uid}"],
        "created_date": utc(event.made_at),
        **{name: facts[name] if facts[name] != "" else None for name in plain},
        "description": event.details,
        "m4c:kind": event.kind,
        "m4c:group": event.group.slug,
        "m4c:access": event.access,
        "m4c:language": event.language,
        "location": {
            "venue": event.place_told,
            "address_lines": [],
            "postal_code": event.postcode_told,
            "country": "GB",
        },
        "total_accepted": facts["total_accepted"],
        "m4c:total_came": facts["total_came"],
        "browser_url": facts["browser_url"],
    }


def as_csv(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows as a spreadsheet opens them: UTF-8 with its mark, and no cell that would run as a formula."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: safe_cell(str(value)) for name, value in row.items()})
    return text.getvalue().encode("utf-8-sig")


def utc(moment: datetime) -> str:
    """A time as other tools write it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
