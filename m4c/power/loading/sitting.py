"""Who sits for an area or in a council on a day: the seats, who holds each, and how many are empty."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from m4c.people.models import Account
from m4c.places.models import Area
from m4c.power.models import Institution, Office, Tenure


@dataclass
class Seats:
    """An office, who holds it on the day, and how many of its seats nobody on record holds."""

    office: Office
    held: list[Tenure] = field(default_factory=list)
    area_name: str = ""

    @property
    def title(self) -> str:
        """The office, and for which area where that is not in its name."""
        return f"{self.office.name}, {self.area_name}" if self.area_name else self.office.name

    @property
    def vacant(self) -> int:
        """Seats of which we know no holder."""
        return max(self.office.seats - len(self.held), 0)


def seats_of_areas(account: Account, areas: Collection[int], day: date) -> dict[int, list[Seats]]:
    """The seats for each of these areas, elected ones first, and who leads a body of the area. Three statements."""
    found: dict[int, list[Seats]] = defaultdict(list)
    leading = {"area": None, "institution__area__in": areas, "kind": Office.Kind.LEADING}
    offices = Q(area__in=areas) | Q(**leading)
    tenures = Q(office__area__in=areas) | Q(**{f"office__{name}": value for name, value in leading.items()})
    for seats in seats_where(account, offices, tenures, day):
        if area := seats.office.area_id or seats.office.institution.area_id:
            found[area].append(seats)
    return found


def seats_of_body(account: Account, body: Institution, day: date) -> list[Seats]:
    """The seats of a body. Three statements."""
    return seats_where(account, Q(institution=body), Q(office__institution=body), day)


def area_names(offices: Iterable[Office]) -> dict[int, str]:
    """What the areas of offices are called, but for those of their whole body. One statement."""
    areas = {office.area_id for office in offices if office.area_id and office.area_id != office.institution.area_id}
    return {area.pk: area.name for area in Area.objects.filter(pk__in=areas).named()}


def seats_where(account: Account, offices: Q, tenures: Q, day: date) -> list[Seats]:
    """The offices with whoever holds them on a day; those that nobody ever held after they ended are left out."""
    running = Tenure.objects.visible_to(account).on(day).filter(tenures).select_related("powerholder")
    held: dict[int, list[Tenure]] = defaultdict(list)
    for tenure in running.order_by("powerholder__name", "pk"):
        held[tenure.office_id].append(tenure)
    standing = Q(ended_on=None) | Q(ended_on__gt=day)
    found = list(Office.objects.visible_to(account).filter(offices, standing).select_related("institution"))
    names = area_names(found)
    seats = [Seats(office, held[office.pk], names.get(office.area_id or 0, "")) for office in found]
    rank = {Office.Kind.ELECTED: 0, Office.Kind.LEADING: 1}
    return sorted(seats, key=lambda each: (rank.get(Office.Kind(each.office.kind), 2), each.title))
