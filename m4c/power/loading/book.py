"""The bodies and offices that are on record, and those that a file brings: read once, added to while it is read."""

from collections import defaultdict
from datetime import date

from django.db.models import F

from m4c.people.names import words
from m4c.places.models import Kind
from m4c.power.loading.areas import AreaFinder, Place
from m4c.power.loading.role_words import COUNCILLOR, Role, body_name, kind_of_body, role_of
from m4c.power.loading.rows import HolderRow
from m4c.power.models import Institution, Office

NAMED_COUNCIL = {"council", "cyngor", "borough", "corporation", "authority"}
IN_A_COUNCIL = {COUNCILLOR, "Leader of the council", "Mayor"}


class Book:
    """The bodies and offices that a file is about, found or new; a new one has no pk until it is kept."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.areas = AreaFinder()
        self.roles: dict[str, Role] = {}
        self.by_area: dict[int, Institution] = {}
        self.by_name: dict[str, Institution] = {}
        self.offices: dict[tuple[object, ...], Office] = {}
        self.new: list[Institution | Office] = []
        for body in Institution.objects.standing().order_by("-pk"):
            self.know_body(body)
        bodies = {body.pk: body for body in self.by_name.values()} | {body.pk: body for body in self.by_area.values()}
        for office in Office.objects.order_by(F("ended_on").desc(nulls_last=True), "-pk").iterator():
            if office.institution_id in bodies:
                office.institution = bodies[office.institution_id]
                self.know_office(office)

    def know_body(self, body: Institution) -> None:
        """Find it by its name from now on, and a council by its area."""
        self.by_name[body_key(body.name)] = body
        if body.area_id and body.kind == Institution.Kind.COUNCIL:
            self.by_area[body.area_id] = body

    def know_office(self, office: Office) -> None:
        """Find it from now on: an elected one with an area by that alone, whatever its body is called."""
        for key in keys_of(office):
            self.offices[key] = office

    def role(self, text: str) -> Role:
        """The role that was meant."""
        if text not in self.roles:
            self.roles[text] = role_of(text)
        return self.roles[text]

    def body(self, row: HolderRow, role: Role) -> Institution:
        """The body that a row names, made where it is not on record."""
        name = role.body or body_name(row.organisation)
        area, kind = None, kind_of_body(name, role)
        is_council = role.name in IN_A_COUNCIL or kind is Institution.Kind.COUNCIL
        if not role.body and (is_council or row.council_code):
            area, whole = self.areas.council(row)
            if area and not set(words(name)) & NAMED_COUNCIL:
                name = whole[:160]
            kind = Institution.Kind.COUNCIL if area else kind
        found = (self.by_area.get(area) if area else None) or self.by_name.get(body_key(name))
        if found is None:
            found = Institution(name=name, kind=kind, area_id=area)
            self.new.append(found)
            self.know_body(found)
        return found

    def office(self, row: HolderRow, role: Role, body: Institution, place: Place) -> Office:
        """The office that a row names, made where it is not on record; without a known area it says which in words."""
        told = row.area_name or row.area_code
        name = f"{role.name}, {told}"[:120] if place.area is None and told else role.name
        office = Office(institution=body, name=name, kind=role.kind, area_id=place.area, seats=max(row.seats, 1))
        for key in keys_of(office):
            if found := self.offices.get(key):
                return found
        self.new.append(office)
        self.know_office(office)
        return office

    def council_area(self, body: Institution) -> int | None:
        """The area of a council, in which its wards are looked up by name."""
        area = body.area_id
        return area if area and self.areas.kind_of.get(area) == Kind.COUNCIL else None

    def by_role(self) -> dict[tuple[int, str], list[Office]]:
        """All offices by their body and role."""
        found: dict[tuple[int, str], dict[int, Office]] = defaultdict(dict)
        for office in self.offices.values():
            found[id(office.institution), role_key(office.name)][id(office)] = office
        return {key: list(offices.values()) for key, offices in found.items()}


def keys_of(office: Office) -> list[tuple[object, ...]]:
    """By what an office is found."""
    body, role = id(office.institution), role_key(office.name)
    if not office.area_id:
        return [(body, " ".join(words(office.name)))]
    within = (body, role, office.area_id)
    return [within, (role, office.area_id)] if office.kind == Office.Kind.ELECTED else [within]


def role_key(name: str) -> str:
    """The role in the name of an office, without where it is for."""
    return " ".join(words(role_of(name.split(",")[0]).name))


def body_key(name: str) -> str:
    """The name of a body for comparing."""
    return " ".join(word for word in words(name) if word not in ("and", "the"))
