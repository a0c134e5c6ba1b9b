"""What becomes of some hundred rows: which holders, offices and tenures are new, which change, which stay."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from m4c.places.models import Kind
from m4c.power.loading.areas import Disagrees, Place
from m4c.power.loading.book import Book, role_key
from m4c.power.loading.cells import plain_name
from m4c.power.loading.role_words import Role
from m4c.power.loading.rows import HolderRow, RefusedRow, Row
from m4c.power.models import Institution, Office, Powerholder, PowerholderId, PowerLoad, Tenure


@dataclass
class Seat:
    """What the file says of an office: which tenures on record it names, how many new, who began last."""

    named: set[int] = field(default_factory=set)
    fresh: int = 0
    newest: date | None = None
    is_by_election: bool = True
    row: int = 0
    seats: int = 0


@dataclass
class Counted:
    """How many tenures became what; and what could not be placed or taken."""

    new: int = 0
    changed: int = 0
    ended: int = 0
    unchanged: int = 0
    unmatched: dict[str, None] = field(default_factory=dict)
    refused: list[RefusedRow] = field(default_factory=list)
    before_boundaries: int = 0

    def as_json(self) -> dict[str, Any]:
        """As the command answers it."""
        counts = {name: getattr(self, name) for name in ("new", "changed", "ended", "unchanged")}
        refused = [each.as_json() for each in self.refused]
        return counts | {"unmatched_areas": list(self.unmatched), "refused": refused}


@dataclass
class Writing:
    """What is to be written of some hundred rows."""

    bodies: list[Institution] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    holders: list[Powerholder] = field(default_factory=list)
    numbers: list[PowerholderId] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    changes: dict[Model, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    confirmed: dict[date, list[int]] = field(default_factory=lambda: defaultdict(list))

    @property
    def touched(self) -> list[Model]:
        """What is new, and what changed."""
        return [*self.bodies, *self.offices, *self.holders, *self.tenures, *self.changes]


@dataclass
class Plan:
    """A file as it is gone through: what it says of each office so far, and what it comes to."""

    book: Book
    source: str
    as_it_stood: date
    day_told: date | None
    counted: Counted = field(default_factory=Counted)
    seats: dict[int, Seat] = field(default_factory=lambda: defaultdict(Seat))
    offices: dict[int, Office] = field(default_factory=dict)
    rows_of: Counter[tuple[int, str]] = field(default_factory=Counter)
    names: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    elections: dict[tuple[str, str, str], set[date]] = field(default_factory=lambda: defaultdict(set))
    load: PowerLoad | None = None
    raised: dict[Office, dict[str, Any]] = field(default_factory=dict)
    moved: dict[int, Office] = field(default_factory=dict)
    in_part: list[tuple[int, int]] = field(default_factory=list)  # rows of offices, and how many are on record in them
    current: set[int] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)

    def look_over(self, row: Row) -> None:
        """Take note of a row on the first reading: whose name stands where, and when was elected."""
        if isinstance(row, HolderRow):
            self.names[name_key(row)] += 1
            if not row.ended_on:
                self.current.add(holder_key(row))
            if row.is_elected_then and row.started_on and not row.is_by_election:
                self.elections[seat_key(row)].add(row.started_on)

    def is_current_too(self, row: HolderRow) -> bool:
        """Whether the file also says that somebody whose term ended holds that seat now."""
        return holder_key(row) in self.current

    def placed(self, row: HolderRow) -> tuple[Office, Institution] | None:
        """The office and body of a row; nothing for one that is refused, of another vintage, or there twice."""
        role = self.book.role(row.role)
        try:
            if row.ended_on and row.started_on and row.ended_on < row.started_on:
                raise Disagrees(_("It ends before it begins."))
            body = self.book.body(row, role) if role.area is Kind.WARD or not role.area else None
            place = self.book.areas.place(row, role, self.book.council_area(body) if body else None)
        except Disagrees as error:
            self.counted.refused.append(RefusedRow(row.number, str(error)))
            return None
        if place.area and row.ended_on and not row.area_code and row.ended_on < SINCE.get(role.area or "", date.min):
            self.counted.before_boundaries += 1
            return None
        if place.unmatched:
            self.counted.unmatched[place.unmatched] = None
            if place.is_over:
                return None
        return self.seat_of(row, role, body or self.book.body(row, role), place)

    def seat_of(self, row: HolderRow, role: Role, body: Institution, place: Place) -> tuple[Office, Institution] | None:
        """The office of a row, once it is sure that no other row has its only seat."""
        office = self.book.office(row, role, body, place)
        key = hash((id(office), row.ids or plain_name(row.name), row.started_on, row.ended_on))
        if key in self.seen:
            return None
        self.seen.add(key)
        seat, is_current = self.seats[id(office)], not row.ended_on and not row.is_elected_then
        if role.is_single and is_current and seat.row:
            reason = _("Row {row} says already who holds this seat.").format(row=seat.row)
            self.counted.refused.append(RefusedRow(row.number, reason))
            return None
        self.offices[id(office)] = office
        if is_current:
            seat.row = row.number
            self.rows_of[id(office.institution), role_key(role.name)] += 1
        return office, body

    def next_election(self, row: HolderRow) -> date | None:
        """When the seat of somebody elected was voted on again, as the file itself tells."""
        if not row.is_elected_then or row.started_on is None:
            return None
        role = self.book.role(row.role)
        later = [day for day in self.elections.get(seat_key(row), ()) if is_over_by(row.started_on, day, role)]
        return min(later, default=None)


# From when the constituencies of today are: who sat for one of the same name before sat for another area.
SINCE: dict[str, date] = {Kind.CONSTITUENCY: date(2024, 7, 4), Kind.SENEDD: date(2026, 5, 7)}
TERM = 42 * 30  # days: whoever was elected less than this before is not up for election, where wards elect by thirds


def is_over_by(elected: date, day: date, role: Role) -> bool:
    """Whether somebody elected on one day has their seat voted on again on another."""
    return day > elected and (role.area is not Kind.WARD or (day - elected).days >= TERM)


def name_key(row: HolderRow) -> tuple[str, str, str]:
    """A name in a body and role, as the file writes them."""
    return (row.organisation or row.council_code, plain_name(row.name), row.role)


def holder_key(row: HolderRow) -> int:
    """Somebody in a seat, as the file writes them: a number, so that a long file takes little memory."""
    return hash((row.ids or plain_name(row.name), row.role, row.organisation, row.area_code or row.area_name))


def seat_key(row: HolderRow) -> tuple[str, str, str]:
    """A seat, as the file writes it."""
    return (row.organisation, row.role, row.area_code or row.area_name)
