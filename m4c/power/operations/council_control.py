"""Say who controls a council over a period, as a source has it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account
from m4c.power.models import CouncilControl, Institution
from m4c.power.permissions import RECORD_POWER


class ControlRefused(Refused):
    """Such a control cannot be."""


@dataclass(frozen=True)
class NewControl:
    """Who controls it, from when, until when if it is over, and who says so as of which day."""

    words: str
    started_on: date
    source_url: str
    source_on: date
    ended_on: date | None = None


@operation(RECORD_POWER, on="by")
def say_control(*, institution: Institution, new: NewControl, by: Account) -> list[CouncilControl]:
    """Write down who controls a council from a day on; whoever did before does until that day."""
    if institution.kind != Institution.Kind.COUNCIL:
        raise ControlRefused(_("Only a council is controlled by parties."))
    if new.ended_on and new.ended_on <= new.started_on:
        raise ControlRefused(_("It ends before it begins."), field="ended_on")
    same = CouncilControl.objects.filter(institution=institution, started_on=new.started_on).first()
    values = {"words": new.words.strip(), "ended_on": new.ended_on, "source_url": new.source_url}
    if same:
        change(same, **values, source_on=new.source_on)
        return [same]
    running = CouncilControl.objects.filter(institution=institution, started_on__lt=new.started_on)
    before = [each for each in running if each.ended_on is None or each.ended_on > new.started_on]
    for each in before:
        change(each, ended_on=new.started_on)
    said = CouncilControl.objects.create(
        institution=institution, started_on=new.started_on, source_on=new.source_on, made_by=by, **values
    )
    return [said, *before]
