"""Begin and end tenures, and put them right: who held an office, over which period. None is ever deleted."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change, operation
from m4c.people.models import Account
from m4c.power.models import Office, Powerholder, Tenure
from m4c.power.operations.powerholder import PowerRefused
from m4c.power.permissions import RECORD_POWER


@dataclass(frozen=True)
class NewTenure:
    """Who holds which office, from when, until when where that is known, and who says so."""

    powerholder: Powerholder
    office: Office
    started_on: date | None = None
    ended_on: date | None = None
    party: str = ""
    end_reason: str = ""
    source: str = ""
    source_url: str = ""
    source_on: date | None = None


@operation(RECORD_POWER, on="by")
def begin_tenure(*, new: NewTenure, by: Account) -> Tenure:
    """Say that somebody holds an office, or held it. Who held it before holds it still, unless that is ended: several
    may. Raises PowerRefused.
    """
    values = values_of(new)
    held = Tenure.objects.filter(powerholder=new.powerholder, office=new.office)
    check_overlap(held, new.started_on, new.ended_on)
    seated = Tenure.objects.filter(office=new.office).exclude(powerholder=new.powerholder)
    if new.started_on and new.ended_on is None and seated.on(new.started_on).count() >= new.office.seats:
        raise PowerRefused(
            _("All its seats are held on that day: end the tenure of whoever left first."),
            field="started_on",
            code="seats_held",
        )
    return Tenure.objects.create(made_by=by, **values)


@operation(RECORD_POWER, on="by")
def end_tenure(*, tenure: Tenure, on: date, by: Account, reason: str = "") -> Tenure:
    """Say from which day somebody holds an office no more. Raises PowerRefused."""
    if tenure.started_on and on < tenure.started_on:
        raise PowerRefused(_("That was before it began."), field="on", code="early")
    change(tenure, ended_on=on, end_reason=" ".join(reason.split()))
    return tenure


@operation(RECORD_POWER, on="by")
def change_tenure(*, tenure: Tenure, new: NewTenure, by: Account) -> Tenure:
    """Put right from when somebody held an office, for which party, and who says so; whose and which stays. Raises
    PowerRefused.
    """
    values = values_of(new)
    same = Tenure.objects.filter(powerholder=tenure.powerholder_id, office=tenure.office_id).exclude(pk=tenure.pk)
    check_overlap(same, new.started_on, new.ended_on)
    change(tenure, **{name: value for name, value in values.items() if name not in ("powerholder", "office")})
    return tenure


def values_of(new: NewTenure) -> dict[str, Any]:
    """The fields of a tenure. Raises PowerRefused."""
    if new.started_on and new.ended_on and new.ended_on < new.started_on:
        raise PowerRefused(_("It ends after it begins."), field="ended_on", code="ends_before")
    values = {field.name: getattr(new, field.name) for field in fields(new)}
    return {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in values.items()}


def check_overlap(held: Any, started_on: date | None, ended_on: date | None) -> None:
    """Raise PowerRefused where somebody holds the same office in that period already."""
    over = held if ended_on is None else held.exclude(started_on__gte=ended_on)
    if started_on:
        over = over.exclude(ended_on__lte=started_on)
    if over.exists():
        raise PowerRefused(_("They hold this office in that period already."), field="started_on", code="twice")
