"""What is captured at a house meeting, as a phone sends it, and what it is answered."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import models

from m4c.core.errors import Refused

KEPT, BACK, REFUSED = "kept", "back", "refused"


@dataclass(frozen=True)
class Heard:
    """Something that hurts, in a short line; `who` is a guest's place on the event's list, or the meeting for its host.

    `uid` is minted by the device, `at` is when it was written there, aware.
    """

    uid: UUID
    at: datetime
    words: str
    who: UUID | None = None
    strength: int | None = None
    may_quote: bool = False


@dataclass(frozen=True)
class Offered:
    """Somebody offers to host the next meeting: a guest, or a name that is on no list."""

    uid: UUID
    at: datetime
    who: UUID | None = None
    name: str = ""
    by_when: date | None = None


@dataclass(frozen=True)
class TakenOn:
    """Something to be done, who takes it, by when."""

    uid: UUID
    at: datetime
    what: str
    who: UUID | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class TakenBack:
    """What was written down under the uid `of` was a slip."""

    uid: UUID
    at: datetime
    of: UUID


Entry = Heard | Offered | TakenOn | TakenBack


@dataclass(frozen=True)
class Answer:
    """What became of one entry."""

    uid: UUID
    said: str
    refused: Refused | None = None


@dataclass
class Captured:
    """What became of all of them, and the records that were touched."""

    answers: list[Answer] = field(default_factory=list)
    touched: list[models.Model] = field(default_factory=list)

    def keep(self, entry: Entry, record: models.Model) -> None:
        """Answer that it is written down."""
        self.answers.append(Answer(entry.uid, BACK if isinstance(entry, TakenBack) else KEPT))
        self.touched.append(record)

    def refuse(self, entry: Entry, refused: Refused) -> None:
        """Refuse one of them; the others are taken all the same."""
        self.answers.append(Answer(entry.uid, REFUSED, refused))
