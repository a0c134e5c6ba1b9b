"""Where the seats of a table lie: areas by code, or by name where there is no code, and only of today's set."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from m4c.people.names import words
from m4c.places.models import Area, AreaName, AreaOverlap, Kind
from m4c.power.loading.area_codes import DIVISION, kind_of_code, kinds_of_type
from m4c.power.loading.councils import council_of
from m4c.power.loading.role_words import MP, Role
from m4c.power.loading.rows import HolderRow

# Redrawn all at once: a code or name that is not of today's set is of a parliament that is over.
REDRAWN_TOGETHER = {Kind.CONSTITUENCY, Kind.SENEDD}


class Disagrees(ValueError):
    """What a row says of its area does not go together."""


@dataclass(frozen=True, slots=True)
class Place:
    """The area of a row, if it is known; what to report if not, and whether the row is then of no use."""

    area: int | None = None
    unmatched: str = ""
    is_over: bool = False


class AreaFinder:
    """All areas by code and by name, read once: some 10,000."""

    def __init__(self) -> None:
        self.by_code: dict[str, tuple[int, str, date | None]] = {}
        self.kind_of: dict[int, str] = {}
        for pk, kind, code, ended in Area.objects.order_by("vintage", "pk").values_list("pk", "kind", "code", "ended"):
            self.by_code[code] = (pk, kind, ended)
            self.kind_of[pk] = kind
        self.council_of: dict[int, int] = dict(
            AreaOverlap.objects.filter(area__kind=Kind.WARD, other__kind=Kind.COUNCIL).values_list("area", "other")
        )
        self.by_name: dict[tuple[str, int, str], int | None] = {}
        current = AreaName.objects.filter(area__ended=None).exclude(area__kind=Kind.COUNCIL)
        for area, kind, name in current.values_list("area", "area__kind", "name").iterator():
            within = self.council_of.get(area, 0) if kind == Kind.WARD else 0
            key = (kind, within, plain(name))
            self.by_name[key] = area if self.by_name.get(key, area) == area else None

    def council(self, row: HolderRow) -> tuple[int | None, str]:
        """The area and the whole name of the council that a row is of."""
        told = council_of(row.organisation, row.council_code)
        if told is None:
            return None, row.organisation
        return self.by_code.get(told.code, (None,))[0], told.name

    def place(self, row: HolderRow, role: Role, council: int | None) -> Place:
        """The area of a row. Raises Disagrees, in a sentence, where its type, role and code do not go together."""
        code = row.area_code.strip().upper().removeprefix("GSS:")
        types = kinds_of_type(row.area_type)
        if role.name == MP:
            types = frozenset({Kind.CONSTITUENCY}) if not types or Kind.CONSTITUENCY in types else types
        kind = kind_of_code(code)
        if code and kind and types and kind not in types:
            raise Disagrees(
                _("The area is said to be a {type}, and {code} is the code of another kind of area.").format(
                    type=row.area_type or _("constituency"), code=code
                )
            )
        if code:
            return self.by_its_code(code, kind, types)
        return self.by_its_name(row, role, types, council)

    def by_its_code(self, code: str, kind: str, types: frozenset[str]) -> Place:
        """The area of a code that is in force; else the code is reported."""
        pk, _kind, ended = self.by_code.get(code, (None, "", None))
        if pk is not None and ended is None:
            return Place(pk)
        return Place(None, code, is_over=kind in REDRAWN_TOGETHER or bool(types and types <= REDRAWN_TOGETHER))

    def by_its_name(self, row: HolderRow, role: Role, types: frozenset[str], council: int | None) -> Place:
        """The one area of that name and kind, where the row names any; else the name is reported."""
        if not row.area_name:
            return Place(council) if role.area is None and types & {Kind.COUNCIL, Kind.COUNTY} else Place()
        kinds = self.kinds_for(role, types, council)
        for kind in kinds:
            if kind == Kind.COUNCIL:
                told = council_of(row.area_name)
                found = self.by_code.get(told.code, (None,))[0] if told else None
            else:
                found = self.named(kind, council or 0 if kind == Kind.WARD else 0, row.area_name)
            if found:
                return Place(found)
        return Place(None, row.area_name, is_over=bool(kinds) and set(kinds) <= REDRAWN_TOGETHER)

    def named(self, kind: str, within: int, name: str) -> int | None:
        """The area of a name, with or without the word for what it is."""
        told = plain(name)
        return self.by_name.get((kind, within, told)) or self.by_name.get((kind, within, shorn(told)))

    def kinds_for(self, role: Role, types: frozenset[str], council: int | None) -> list[str]:
        """The kinds of area to look a name up in, the likeliest first."""
        if types:
            wanted: Iterable[str] = [kind for kind in Kind if kind in types]
            return [*wanted, *([Kind.WARD] if DIVISION in types and Kind.WARD not in types else [])]
        if role.area:
            return [role.area]
        if role.body:
            return []
        return [Kind.WARD] if council else [Kind.COUNCIL, Kind.COMBINED, Kind.COUNTY, Kind.POLICE]


def plain(name: str) -> str:
    """A name of an area for comparing: no case, accents or marks, `and` left out."""
    return " ".join(word for word in words(name) if word not in ("and", "the", "a"))


def shorn(name: str) -> str:
    """The same without the word at its end for what it is."""
    told = name.split()
    while len(told) > 1 and told[-1] in ("ward", "division", "constituency", "police", "constabulary", "ed"):
        told.pop()
    return " ".join(told)
