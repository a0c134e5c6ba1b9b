"""What a phone sent as JSON from a house meeting, read: what cannot be read is answered by itself."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_date, parse_datetime

from m4c.listening.rounds.entries import Entry, Heard, Offered, TakenBack, TakenOn


@dataclass
class Read:
    """What could be read, and the names of what could not."""

    sent: list[Entry] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read(body: bytes) -> Read:
    """The entries of a JSON list. Raises ValueError where it is none."""
    found = json.loads(body)
    if not isinstance(found, list):
        raise ValueError("not a list")
    told = Read()
    for one in found:
        try:
            told.sent.append(entry_of(one))
        except (AttributeError, KeyError, TypeError, ValueError):
            told.unread.append(str(one.get("uid", "")) if isinstance(one, dict) else "")
    return told


def entry_of(one: dict[str, Any]) -> Entry:
    """One entry. Raises KeyError, TypeError or ValueError where it cannot be read."""
    return KINDS[one["kind"]](UUID(one["uid"]), moment(one["at"]), one)


def heard(uid: UUID, at: datetime, one: dict[str, Any]) -> Heard:
    """A concern."""
    strength = int(one["strength"]) if one.get("strength") else None
    return Heard(uid, at, text(one["words"]), guest(one), strength, bool(one.get("may_quote")))


def offered(uid: UUID, at: datetime, one: dict[str, Any]) -> Offered:
    """An offer to host."""
    return Offered(uid, at, guest(one), text(one.get("name") or ""), day(one.get("by_when")))


def taken_on(uid: UUID, at: datetime, one: dict[str, Any]) -> TakenOn:
    """A job."""
    return TakenOn(uid, at, text(one["what"]), guest(one), day(one.get("due_on")))


def taken_back(uid: UUID, at: datetime, one: dict[str, Any]) -> TakenBack:
    """A slip."""
    return TakenBack(uid, at, UUID(one["of"]))


KINDS: dict[str, Callable[[UUID, datetime, dict[str, Any]], Entry]] = {
    "concern": heard,
    "offer": offered,
    "job": taken_on,
    "back": taken_back,
}


def text(value: Any) -> str:
    """Words as they came. Raises ValueError for what no database keeps."""
    if "\0" in (words := str(value)):
        raise ValueError("a null character")
    return words


def guest(one: dict[str, Any]) -> UUID | None:
    """Whose it is, if anybody's."""
    return UUID(one["who"]) if one.get("who") else None


def day(text: str | None) -> date | None:
    """A day, if one is given. Raises ValueError for what is none."""
    found = parse_date(text) if text else None
    if text and found is None:
        raise ValueError("no day")
    return found


def moment(text: str) -> datetime:
    """A moment with its zone. Raises ValueError for any other."""
    found = parse_datetime(text)
    if found is None or found.tzinfo is None:
        raise ValueError("no moment")
    return found
