"""Backers of a campaign: bodies and public people who support it, what they gave, and who signed of a coalition."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Backer, Campaign
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RUN_CAMPAIGNS
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Group
from m4c.power.models import Institution, Powerholder


class BackerRefused(Refused):
    """The backer has no name, stands already, or has left."""


@dataclass(frozen=True)
class NewBacker:
    """Who supports a campaign since when, of which kind, what they gave, and whether they signed its statement."""

    name: str
    kind: str
    since: date
    gave: str = ""
    signed_on: date | None = None
    institution: Institution | None = None
    powerholder: Powerholder | None = None
    group: Group | None = None


@operation(RUN_CAMPAIGNS, on="campaign")
def add_backer(*, campaign: Campaign, new: NewBacker, at: datetime, by: Account) -> Backer:
    """Write down who supports a campaign. They are named in public only once they agreed. Raises BackerRefused."""
    name = new.name.strip() or str(new.powerholder or new.institution or new.group or "")
    if not name:
        raise BackerRefused(_("Say who supports it."), field="name", code="no_name")
    if new.kind not in Backer.Kind.values:
        raise BackerRefused(_("Say what kind of backer they are."), field="kind", code="kind")
    if Backer.objects.filter(campaign=campaign, name=name, until=None).exists():
        raise BackerRefused(_("They are on the list already."), field="name", code="twice")
    return Backer.objects.create(
        campaign=campaign,
        name=name,
        kind=new.kind,
        gave=new.gave.strip(),
        since=new.since,
        signed_on=new.signed_on,
        institution=new.institution,
        powerholder=new.powerholder,
        group=new.group,
        added_by=by,
        added_at=at,
    )


@operation(RUN_CAMPAIGNS, on="backer", public=True)
def change_backer(*, backer: Backer, gave: str, by: Account, signed_on: date | None = None) -> Backer:
    """Say what else a backer gave, or when they signed the coalition's statement. Raises BackerRefused."""
    must_stand(backer)
    change(backer, gave=gave.strip(), signed_on=signed_on)
    return backer


@operation(PUBLISH_CAMPAIGNS, on="backer", public=True)
def name_backer(*, backer: Backer, is_public: bool, by: Account) -> Backer:
    """Say whether a backer agreed to be named in public. Raises BackerRefused."""
    must_stand(backer)
    change(backer, is_public=is_public)
    return backer


@operation(RUN_CAMPAIGNS, on="backer", public=True)
def end_backer(*, backer: Backer, on: date, by: Account) -> Backer:
    """Say since when they support it no more; what they gave stays. Raises BackerRefused."""
    must_stand(backer)
    if on < backer.since:
        raise BackerRefused(_("That was before they began."), field="on", code="early")
    change(backer, until=on, is_public=False)
    return backer


def must_stand(backer: Backer) -> None:
    """Raise BackerRefused for one who has left."""
    if backer.until:
        raise BackerRefused(_("They support it no more."), code="ended")
