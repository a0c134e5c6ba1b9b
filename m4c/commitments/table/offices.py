"""What office somebody held on a day: an ask and an answer stay with it, whoever holds it later."""

from collections.abc import Collection
from datetime import date

from m4c.power.models import Office, Powerholder, Tenure

LONGEST = 120  # of how an office is written beside an ask


def offices_held(powerholders: Collection[Powerholder], on: date) -> dict[int, Office]:
    """The office that each of them held on a day, the newest where there were several. One statement."""
    held = Tenure.objects.on(on).filter(powerholder__in=[one.pk for one in powerholders])
    offices: dict[int, Office] = {}
    for tenure in held.select_related("office__institution"):
        offices.setdefault(tenure.powerholder_id, tenure.office)
    return offices


def office_held(powerholder: Powerholder, on: date) -> Office | None:
    """The same of one."""
    return offices_held([powerholder], on).get(powerholder.pk)


def in_words(office: Office | None) -> str:
    """An office as it is written: what it is, and where."""
    return f"{office.name}, {office.institution.name}"[:LONGEST] if office else ""
