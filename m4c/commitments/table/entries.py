"""What is captured at a table or on a stage, as a phone sends it, and what it is answered."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.dateparse import parse_datetime

from m4c.core.errors import Refused

KEPT, BACK, CONFIRMED, REFUSED = "kept", "back", "confirmed", "refused"


@dataclass(frozen=True)
class Said:
    """An answer to an ask of the event, as it was heard; `uid` is minted by the device, `at` is aware."""

    uid: UUID
    at: datetime
    ask: UUID
    answer: str
    words: str = ""
    pin: str = ""
    witness_words: str = ""


@dataclass(frozen=True)
class Confirmed:
    """A second person heard the same as the answer `of`."""

    uid: UUID
    at: datetime
    of: UUID


@dataclass(frozen=True)
class TakenBack:
    """What was written down under the uid `of` was a slip."""

    uid: UUID
    at: datetime
    of: UUID


Entry = Said | Confirmed | TakenBack


@dataclass(frozen=True)
class Reply:
    """What became of one entry."""

    uid: UUID
    said: str
    refused: Refused | None = None


@dataclass
class Captured:
    """What became of all of them, and the records that were touched."""

    replies: list[Reply] = field(default_factory=list)
    touched: list[models.Model] = field(default_factory=list)

    def keep(self, entry: Entry, said: str, *records: models.Model) -> None:
        """Answer that it is written down."""
        self.replies.append(Reply(entry.uid, said))
        self.touched.extend(records)

    def refuse(self, entry: Entry, refused: Refused) -> None:
        """Refuse one of them; the others are taken all the same."""
        self.replies.append(Reply(entry.uid, REFUSED, refused))


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
            told.sent.append(KINDS[one["kind"]](UUID(one["uid"]), moment(one["at"]), one))
        except (AttributeError, KeyError, TypeError, ValueError):
            told.unread.append(str(one.get("uid", "")) if isinstance(one, dict) else "")
    return told


def said(uid: UUID, at: datetime, one: dict[str, Any]) -> Said:
    """An answer."""
    words, pin, witnesses = (text(one.get(name) or "") for name in ("words", "pin", "witness_words"))
    return Said(uid, at, UUID(one["ask"]), text(one["answer"]), words[:2_000], pin, witnesses[:200])


def confirmed(uid: UUID, at: datetime, one: dict[str, Any]) -> Confirmed:
    """That a second person heard the same."""
    return Confirmed(uid, at, UUID(one["of"]))


def taken_back(uid: UUID, at: datetime, one: dict[str, Any]) -> TakenBack:
    """A slip."""
    return TakenBack(uid, at, UUID(one["of"]))


KINDS: dict[str, Callable[[UUID, datetime, dict[str, Any]], Entry]] = {
    "answer": said,
    "confirm": confirmed,
    "back": taken_back,
}


def text(value: Any) -> str:
    """Words as they came. Raises ValueError for what no database keeps."""
    if "\0" in (words := str(value)):
        raise ValueError("a null character")
    return words


def moment(words: str) -> datetime:
    """A moment with its zone. Raises ValueError for any other."""
    found = parse_datetime(words)
    if found is None or found.tzinfo is None:
        raise ValueError("no moment")
    return found
