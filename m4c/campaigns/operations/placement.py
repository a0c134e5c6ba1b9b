"""Placements on a power map: somebody placed on a day with what shows it, and a placement undone."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, Placement
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Group
from m4c.power.models import Institution, Powerholder

MOST_POWER, FURTHEST = 10, 3
KINDS = {Powerholder: "powerholder", Institution: "institution", Group: "group"}


class PlacementRefused(Refused):
    """Nobody can be placed like this."""


@dataclass(frozen=True)
class NewPlacement:
    """Where somebody stood: power over this decision, for or against us, as of which day, and what shows it."""

    power: int
    position: int
    evidence: str
    on: date


@operation(RUN_CAMPAIGNS, on="campaign")
def place(
    *,
    campaign: Campaign,
    who: Powerholder | Institution | Group,
    new: NewPlacement,
    at: datetime,
    by: Account,
) -> Placement:
    """Place a powerholder, a body or a group on a campaign's map; where they stood before stays on record.

    Never a private person: there is no way to name one here. Raises PlacementRefused.
    """
    if type(who) not in KINDS:
        raise TypeError("Nobody but powerholders, bodies and groups stands on a map.")
    if not 0 <= new.power <= MOST_POWER:
        raise PlacementRefused(_("Power over this decision goes from 0 to 10."), field="power", code="power")
    if not -FURTHEST <= new.position <= FURTHEST:
        raise PlacementRefused(_("Where they stand goes from 3 against to 3 for."), field="position", code="position")
    if not new.evidence.strip():
        raise PlacementRefused(
            _("Say what shows it: words, a vote, a letter, something they did."), field="evidence", code="no_evidence"
        )
    if new.on > timezone.localdate(at):
        raise PlacementRefused(_("That day is still to come."), field="on", code="ahead")
    return Placement.objects.create(
        campaign=campaign,
        power=new.power,
        position=new.position,
        evidence=new.evidence.strip(),
        on=new.on,
        by=by,
        at=at,
        **{KINDS[type(who)]: who},
    )


@operation(RUN_CAMPAIGNS, on="placement")
def undo_placement(*, placement: Placement, at: datetime, by: Account) -> Placement:
    """Take a placement back: whoever it was stands where they stood before, or nowhere. Raises PlacementRefused."""
    if Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk).undone_at:
        raise PlacementRefused(_("That was undone already."), code="undone")
    change(placement, undone_at=at)
    return placement
