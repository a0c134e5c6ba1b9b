"""What a device sent as JSON, read: whatever cannot be read is answered by itself, and keeps nothing else out."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_datetime

from m4c.events.door.taps import Sent, TakenBack, Tap
from m4c.people.sheets.contacts import parse_phones

LONGEST_NAME = 200


@dataclass
class Read:
    """What could be read, and the names of what could not."""

    sent: list[Sent] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read(body: bytes) -> Read:
    """The taps of a JSON list. Raises ValueError where it is none."""
    found = json.loads(body)
    if not isinstance(found, list):
        raise ValueError("not a list")
    told = Read()
    for one in found:
        try:
            told.sent.append(sent_of(one))
        except (AttributeError, KeyError, TypeError, ValueError):
            told.unread.append(str(one.get("uid", "")) if isinstance(one, dict) else "")
    return told


def sent_of(one: dict[str, Any]) -> Sent:
    """One tap, or one taken back. Raises KeyError, TypeError or ValueError where it cannot be read."""
    uid, attendance, at = UUID(one["uid"]), UUID(one["attendance"]), moment(one["at"])
    if one.get("back"):
        return TakenBack(uid, at, attendance)
    name, brought_by = one.get("name"), one.get("brought_by")
    if name is not None and not 0 < len(str(name).strip()) <= LONGEST_NAME:
        raise ValueError("no name")
    return Tap(
        uid,
        at,
        attendance,
        door=str(one.get("door") or ""),
        name=None if name is None else str(name),
        phone=phone_of(str(one.get("phone") or "")),
        brought_by=UUID(brought_by) if brought_by else None,
    )


def moment(text: str) -> datetime:
    """A moment with its zone. Raises ValueError for any other."""
    found = parse_datetime(text)
    if found is None or found.tzinfo is None:
        raise ValueError("no moment")
    return found


def phone_of(typed: str) -> str:
    """A phone in E.164; one that cannot be read keeps nobody out, and is left."""
    return next(iter(parse_phones(typed).value), "")
