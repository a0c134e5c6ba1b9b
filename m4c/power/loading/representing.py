"""Who represents a postcode: its areas with the certainty of each, those chosen by hand, and who sits for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from m4c.people.models import Account
from m4c.places.candidates import candidates
from m4c.places.models import Area, Kind
from m4c.places.resolver import Finding, Resolution, resolve
from m4c.power.loading.sitting import Seats, seats_of_areas

# In the order in which people ask; a nation or region has nobody of its own.
ASKED = [
    Kind.CONSTITUENCY,
    Kind.WARD,
    Kind.COUNCIL,
    Kind.COUNTY,
    Kind.SENEDD,
    Kind.COMBINED,
    Kind.POLICE,
]
ALWAYS = {Kind.CONSTITUENCY, Kind.WARD, Kind.COUNCIL}  # everybody has one; the others only where there is one


@dataclass
class Represented:
    """One kind of area: which, how sure, what else it may be, and who sits for it."""

    kind: Kind
    area: Area | None = None
    share: int = 0
    is_certain: bool = False
    is_by_hand: bool = False
    choices: list[Area] = field(default_factory=list)
    seats: list[Seats] = field(default_factory=list)


@dataclass(frozen=True)
class Answer:
    """What is known of a postcode, kind by kind."""

    resolution: Resolution
    rows: list[Represented]
    chosen: Mapping[str, str]

    @property
    def is_any(self) -> bool:
        """Whether there is anything to show or to choose from."""
        return any(row.area or row.choices for row in self.rows)


def answer(account: Account, text: str, chosen: Mapping[str, str], day: date) -> Answer:
    """Who represents a postcode on a day. `chosen` are codes picked by hand, by kind; only candidates are taken."""
    resolution = resolve(text)
    rows = [represented(resolution, kind, chosen.get(kind, "")) for kind in ASKED]
    rows = [row for row in rows if row.area or row.choices]
    areas = [row.area.pk for row in rows if row.area]
    seats = seats_of_areas(account, areas, day)
    for row in rows:
        row.seats = seats.get(row.area.pk, []) if row.area else []
    taken = {row.kind.value: row.area.code for row in rows if row.is_by_hand and row.area}
    return Answer(resolution, rows, taken)


def represented(resolution: Resolution, kind: Kind, code: str) -> Represented:
    """One kind: what the resolver is certain of, else what was chosen by hand, else what it is likely to be."""
    finding: Finding | None = resolution.findings.get(kind)
    if finding and finding.certain:
        return Represented(kind, finding.area, per_cent(finding), is_certain=True)
    if not finding and kind not in ALWAYS:
        return Represented(kind)
    choices = candidates(resolution, kind)
    by_hand = next((area for area in choices if area.code == code), None) if code else None
    if by_hand:
        return Represented(kind, by_hand, is_by_hand=True, choices=choices)
    likely = finding.area if finding and finding.area.ended is None else None
    return Represented(kind, likely, per_cent(finding) if finding else 0, choices=choices)


def per_cent(finding: Finding) -> int:
    """Of a hundred postcodes around, how many lie in it; never a hundred where it is not all of them."""
    return min(round(finding.share * 100), 99 if finding.share < 1 else 100)
