"""What any of the tables says of one holder of an office, in one shape, and what cannot be taken and why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from m4c.core.errors import Refused


class TableRefused(Refused):
    """The file is no table of office-holders that is known."""

    code = "no_table_of_powerholders"


@dataclass(frozen=True, slots=True)
class HolderRow:
    """Somebody in an office, as row `number` of a table says.

    `ids` are pairs of a scheme and a number. `is_elected_then` says that the row tells of an election on `started_on`,
    and not of who holds the seat now.
    """

    number: int
    name: str
    role: str
    organisation: str
    area_type: str = ""
    area_code: str = ""
    area_name: str = ""
    party: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    end_reason: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    source_url: str = ""
    source_on: date | None = None
    ids: tuple[tuple[str, str], ...] = ()
    seats: int = 0
    is_elected_then: bool = False
    is_by_election: bool = False
    council_code: str = ""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that is not taken, and why in a sentence."""

    number: int
    reason: str

    def as_json(self) -> dict[str, object]:
        """As the command answers it."""
        return {"row": self.number, "reason": self.reason}


Row = HolderRow | RefusedRow


@dataclass
class Table:
    """A file that was recognised: its source, and its rows one at a time, read anew each time they are asked for.

    `is_whole` says that it names everybody of the bodies in it, by what kind of table it is or by its own word.
    """

    source: str
    rows: Callable[[], Iterator[Row]]
    is_whole: bool = False
    remarks: list[str] = field(default_factory=list)
