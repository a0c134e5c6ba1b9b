"""What a phone sends is read line by line: what cannot be read is named, and keeps nothing else out."""

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from m4c.listening.rounds.entries import Heard, Offered, TakenBack, TakenOn
from m4c.listening.rounds.reading import read

UID, OTHER = UUID(int=1), UUID(int=2)
AT = datetime(2026, 10, 5, 18, tzinfo=UTC)
PLAIN: dict[str, Any] = {"uid": str(UID), "at": "2026-10-05T18:00:00.000Z"}


def sent(*entries: Any) -> bytes:
    return json.dumps(list(entries)).encode()


@pytest.mark.parametrize(
    ("told", "entry"),
    [
        ({"kind": "concern", "words": "Damp"}, Heard(UID, AT, "Damp")),
        (
            {"kind": "concern", "words": "Damp", "who": str(OTHER), "strength": "3", "may_quote": "on"},
            Heard(UID, AT, "Damp", OTHER, 3, True),
        ),
        (
            {"kind": "offer", "who": "", "name": "Mair", "by_when": "2026-10-20"},
            Offered(UID, AT, None, "Mair", date(2026, 10, 20)),
        ),
        ({"kind": "job", "what": "Ring", "who": str(OTHER), "due_on": ""}, TakenOn(UID, AT, "Ring", OTHER)),
        ({"kind": "back", "of": str(OTHER)}, TakenBack(UID, AT, OTHER)),
    ],
)
def test_an_entry_is_read(told: dict[str, Any], entry: object) -> None:
    assert read(sent(PLAIN | told)).sent == [entry]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "concern"},
        {"kind": "song", "words": "Damp"},
        {"kind": "concern", "words": "Da\0mp"},
        {"kind": "concern", "words": "Damp", "strength": "much"},
        {"kind": "concern", "words": "Damp", "who": "nobody"},
        {"kind": "concern", "words": "Damp", "at": "yesterday"},
        {"kind": "offer", "name": "Mair", "by_when": "soon"},
    ],
)
def test_what_cannot_be_read_is_named(wrong: dict[str, Any]) -> None:
    found = read(sent(PLAIN | wrong, PLAIN | {"kind": "job", "what": "Ring"}))
    assert (found.unread, len(found.sent)) == ([str(UID)], 1)


def test_what_is_no_entry_has_no_name() -> None:
    assert read(sent("Damp", 7, None)).unread == ["", "", ""]


@pytest.mark.parametrize("body", [b"{}", b"7", b"not json"])
def test_what_is_no_list_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError):
        read(body)
