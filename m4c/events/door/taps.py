"""What a device sends from a door, and what it is answered."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import models

from m4c.core.errors import Refused
from m4c.events.models import HostLink
from m4c.people.models import Account

IN, AGAIN, BACK, REFUSED = "in", "again", "back", "refused"


@dataclass(frozen=True)
class Tap:
    """Somebody is in: `uid` names the tap and `attendance` the place on the list, both as their device minted them.

    With a `name` they are new at the door: `phone` (E.164) says whether they are known elsewhere, `brought_by` is the
    place on the list of whoever they came with. Times are aware.
    """

    uid: UUID
    at: datetime
    attendance: UUID
    door: str = ""
    name: str | None = None
    phone: str = ""
    brought_by: UUID | None = None

    @property
    def is_new(self) -> bool:
        """Whether it is of somebody whom the device has not on its list."""
        return self.name is not None


@dataclass(frozen=True)
class TakenBack:
    """A steward's word that somebody is not in after all: of all taps until then. `uid` is its name on the device."""

    uid: UUID
    at: datetime
    attendance: UUID


Sent = Tap | TakenBack


@dataclass(frozen=True)
class Steward:
    """Who stands at the door: an account, or whoever holds the link, for whom the website's own account acts."""

    account: Account
    link: HostLink | None = None


@dataclass(frozen=True)
class Heard:
    """What became of one thing that a device sent: IN, AGAIN (somebody was first), BACK or REFUSED, and of whom."""

    uid: UUID
    said: str
    attendance: UUID
    refused: Refused | None = None


@dataclass
class Taken:
    """What became of all of it, and the records that were touched."""

    heard: list[Heard] = field(default_factory=list)
    touched: list[models.Model] = field(default_factory=list)

    def note(self, sent: Sent, said: str, attendance: UUID | None = None) -> None:
        """Answer one of them."""
        self.heard.append(Heard(sent.uid, said, attendance or sent.attendance))

    def refuse(self, sent: Sent, refused: Refused) -> None:
        """Refuse one of them; the others are taken all the same."""
        self.heard.append(Heard(sent.uid, REFUSED, sent.attendance, refused))
