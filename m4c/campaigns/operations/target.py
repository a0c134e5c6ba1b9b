"""At whom a campaign aims: who can say yes, and who has power over one that can."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, Target
from m4c.campaigns.permissions import RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account
from m4c.power.models import Office, Powerholder

Kind = Target.Kind


class TargetRefused(Refused):
    """They are aimed at already, move nobody, or are aimed at no more."""


@dataclass(frozen=True)
class NewTarget:
    """Whom a campaign aims at, in which office, and why them; of somebody secondary whom they move."""

    powerholder: Powerholder
    since: date
    kind: str = Kind.PRIMARY
    office: Office | None = None
    moves: Target | None = None
    why: str = ""


@operation(RUN_CAMPAIGNS, on="campaign", public=True)
def aim_at(*, campaign: Campaign, new: NewTarget, at: datetime, by: Account) -> Target:
    """Aim at a powerholder: always a person, never a body. Raises TargetRefused."""
    if campaign.kind == Campaign.Kind.PROJECT:
        raise TargetRefused(_("A community project aims at nobody."), code="project")
    if not Powerholder.objects.visible_to(by).filter(pk=new.powerholder.pk).exists():
        raise TargetRefused(_("You can only aim at a powerholder whom you see."), field="powerholder", code="unseen")
    if Target.objects.filter(campaign=campaign, powerholder=new.powerholder, until=None).exists():
        raise TargetRefused(_("You aim at them already."), field="powerholder", code="twice")
    must_move_somebody(campaign, new)
    return Target.objects.create(
        campaign=campaign,
        powerholder=new.powerholder,
        office=new.office,
        kind=new.kind,
        moves=new.moves if new.kind == Kind.SECONDARY else None,
        why=new.why.strip(),
        since=new.since,
        added_by=by,
        added_at=at,
    )


@operation(RUN_CAMPAIGNS, on="target", public=True)
def release_target(*, target: Target, on: date, by: Account) -> Target:
    """Aim at somebody no more; those who moved them stand alone until told otherwise. Raises TargetRefused."""
    if target.until:
        raise TargetRefused(_("You aim at them no more."), code="ended")
    if on < target.since:
        raise TargetRefused(_("That was before you aimed at them."), field="on", code="early")
    change(target, until=on)
    return target


def must_move_somebody(campaign: Campaign, new: NewTarget) -> None:
    """Raise TargetRefused where a secondary target moves nobody, or somebody of another campaign."""
    if new.kind not in Kind.values:
        raise TargetRefused(_("They can grant it, or can move whoever grants it."), field="kind", code="kind")
    if new.kind != Kind.SECONDARY:
        return
    if new.moves is None:
        raise TargetRefused(_("Say whom they can move."), field="moves", code="nobody")
    if new.moves.campaign_id != campaign.pk or new.moves.until:
        raise TargetRefused(_("They move somebody at whom this campaign aims."), field="moves", code="other")
