"""Write down institutions and the offices in them, put them right, and end them."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.people.models import Account
from m4c.places.models import Area
from m4c.power.models import Institution, Office, Tenure
from m4c.power.operations.powerholder import PowerRefused
from m4c.power.permissions import RECORD_POWER


@dataclass(frozen=True)
class NewInstitution:
    """An institution: what kind, of which area, part of what."""

    name: str
    kind: str
    area: Area | None = None
    parent: Institution | None = None
    about: str = ""
    website: str = ""


@dataclass(frozen=True)
class NewOffice:
    """An office: what it decides, and what it merely handles."""

    name: str
    kind: str = Office.Kind.APPOINTED
    area: Area | None = None
    seats: int = 1
    decides: str = ""
    handles: str = ""


@operation(RECORD_POWER, on="by")
def add_institution(*, new: NewInstitution, by: Account) -> Institution:
    """Write down an institution. Raises PowerRefused for one that stands."""
    values = values_of_institution(new)
    check_name(values)
    return Institution.objects.create(made_by=by, **values)


@operation(RECORD_POWER, on="by")
def change_institution(*, institution: Institution, new: NewInstitution, by: Account) -> Institution:
    """Put an institution right. Raises PowerRefused."""
    values = values_of_institution(new)
    check_name(values, besides=institution.pk)
    above: Institution | None = new.parent
    while above is not None:
        if above.pk == institution.pk:
            raise PowerRefused(_("It cannot be part of itself."), field="parent", code="circle")
        above = above.parent
    change(institution, **values)
    return institution


@operation(RECORD_POWER, on="by")
def end_institution(*, institution: Institution, on: date, by: Account) -> list[Any]:
    """Say that an institution ended; its offices end with it. Raises PowerRefused where somebody still holds one."""
    if Tenure.objects.filter(office__institution=institution).on(on).exists():
        raise PowerRefused(_("Somebody holds an office in it still: end that first."), field="on", code="held")
    offices = list(Office.objects.standing().filter(institution=institution))
    for ending in (institution, *offices):
        change(ending, ended_on=on)
    return [institution, *offices]


@operation(RECORD_POWER, on="by")
def add_office(*, institution: Institution, new: NewOffice, by: Account) -> Office:
    """Write down an office in an institution. Raises PowerRefused."""
    values = values_of_office(new)
    check_office(institution, values)
    return Office.objects.create(institution=institution, made_by=by, **values)


@operation(RECORD_POWER, on="by")
def change_office(*, office: Office, new: NewOffice, by: Account) -> Office:
    """Put an office right. Raises PowerRefused."""
    values = values_of_office(new)
    check_office(office.institution, values, besides=office.pk)
    change(office, **values)
    return office


@operation(RECORD_POWER, on="by")
def end_office(*, office: Office, on: date, by: Account) -> Office:
    """Say that an office is no more. Raises PowerRefused where somebody still holds it."""
    if Tenure.objects.filter(office=office).on(on).exists():
        raise PowerRefused(_("Somebody holds it still: end that first."), field="on", code="held")
    change(office, ended_on=on)
    return office


def tidy(new: Any) -> dict[str, Any]:
    """The fields of a dataclass, texts in single spaces. Raises PowerRefused without a name."""
    values = {field.name: getattr(new, field.name) for field in fields(new)}
    values = {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in values.items()}
    if not values["name"]:
        raise PowerRefused(_("Give it a name."), field="name", code="no_name")
    return values


def values_of_institution(new: NewInstitution) -> dict[str, Any]:
    """The fields of an institution. Raises PowerRefused."""
    values = tidy(new)
    if values["kind"] not in Institution.Kind.values:
        raise PowerRefused(_("Say what kind of body it is."), field="kind", code="kind")
    return values


def values_of_office(new: NewOffice) -> dict[str, Any]:
    """The fields of an office. Raises PowerRefused."""
    values = tidy(new)
    if values["kind"] not in Office.Kind.values:
        raise PowerRefused(_("Say how it is held."), field="kind", code="kind")
    if values["seats"] < 1:
        raise PowerRefused(_("At least one holds it."), field="seats", code="seats")
    return values


def check_name(values: dict[str, Any], besides: int = 0) -> None:
    """Raise PowerRefused where an institution of that name and kind stands."""
    same = Institution.objects.standing().filter(name__iexact=values["name"], kind=values["kind"])
    if same.exclude(pk=besides).exists():
        raise PowerRefused(_("It is on record already."), field="name", code="name_taken")


def check_office(institution: Institution, values: dict[str, Any], besides: int = 0) -> None:
    """Raise PowerRefused where the institution has an office of that name for that area."""
    same = Office.objects.filter(institution=institution, name__iexact=values["name"], area=values["area"])
    if same.exclude(pk=besides).exists():
        raise PowerRefused(_("This office is on record already."), field="name", code="name_taken")
