"""To whom a supporter writes: one decision-maker, or whoever holds an office where the supporter lives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from m4c.campaigns.models import LetterDrive
from m4c.campaigns.press.naming import PUBLIC_BODIES
from m4c.places.candidates import candidates
from m4c.places.models import Area, Kind
from m4c.places.postcodes import normalise
from m4c.places.resolver import Resolution, resolve
from m4c.power.models import Office, Powerholder, Tenure

MOST = 12  # holders who may be meant where the postcode is not certain


@dataclass(frozen=True)
class Addressee:
    """Somebody to write to, in which office, and for which area."""

    powerholder: Powerholder
    office: str
    area: str = ""

    @property
    def email(self) -> str:
        """The office's own e-mail, once somebody looked whether it is one."""
        return self.powerholder.email if self.powerholder.contact_checked_on else ""

    @property
    def phone(self) -> str:
        """The office's own number, likewise."""
        return self.powerholder.phone if self.powerholder.contact_checked_on else ""

    @property
    def address(self) -> str:
        """The office's own address, likewise."""
        return self.powerholder.address if self.powerholder.contact_checked_on else ""


@dataclass(frozen=True)
class Addressees:
    """Who may be meant, and whether it is certain who is."""

    rows: list[Addressee]
    is_certain: bool


def addressees_of(drive: LetterDrive, postcode: str, on: date) -> Addressees:
    """To whom a supporter of this postcode writes on a day; nobody where it is not known or nobody holds the office."""
    if drive.powerholder:
        held = Tenure.objects.on(on).filter(powerholder=drive.powerholder).select_related("office").first()
        return Addressees([Addressee(drive.powerholder, str(held.office) if held else "")], is_certain=True)
    if not normalise(postcode):
        return Addressees([], is_certain=False)
    areas, is_certain = areas_of(resolve(postcode), drive.office_name)
    names = dict(Area.objects.named().filter(pk__in=areas).values_list("code", "current_name"))
    held_there = Tenure.objects.on(on).filter(office__name__iexact=drive.office_name, office__area__code__in=names)
    held_there = held_there.filter(office__institution__kind__in=PUBLIC_BODIES)  # nobody is named for a private post
    rows = held_there.select_related("powerholder", "office", "office__area").order_by("powerholder__name", "pk")[:MOST]
    told = [Addressee(each.powerholder, each.office.name, name_of(each.office, names)) for each in rows]
    return Addressees(told, is_certain=is_certain and len(told) == 1)


def name_of(office: Office, names: Mapping[str, str]) -> str:
    """The name of an office's area, where it has one of these."""
    return names.get(office.area.code, "") if office.area else ""


def areas_of(resolution: Resolution, office_name: str) -> tuple[list[int], bool]:
    """The areas in which the office may be the supporter's, and whether each is certain. One statement besides."""
    offices = Office.objects.standing().filter(name__iexact=office_name, area__isnull=False)
    found: list[int] = []
    is_certain = True
    for kind in map(Kind, offices.order_by().values_list("area__kind", flat=True).distinct()):
        finding = resolution.findings.get(kind)
        if finding and finding.certain:
            found.append(finding.area.pk)
        else:
            is_certain = False
            found += [area.pk for area in candidates(resolution, kind)]
    return found, is_certain
