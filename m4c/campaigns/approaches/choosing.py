"""To whom the next approach goes: the targets of the campaign, whoever was approached before, or somebody by name."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q
from django.http import QueryDict

from m4c.campaigns.models import Approach, Campaign, Target
from m4c.people.models import Account
from m4c.power.models import Powerholder

MOST = 30


@dataclass(frozen=True)
class Choice:
    """Who was chosen, or whom one may choose among, and what was looked for."""

    powerholder: Powerholder | None
    offered: list[Powerholder] = field(default_factory=list)
    asked: str = ""
    found: list[Powerholder] = field(default_factory=list)


def to_approach(account: Account, campaign: Campaign, given: QueryDict) -> Choice:
    """Who an address chooses (`?to=`), or whom it offers; `?q=` looks for a name."""
    everybody = Powerholder.objects.visible_to(account)
    chosen = by_uid(given.get("to", ""))
    if chosen and (powerholder := everybody.filter(uid=chosen).first()):
        return Choice(powerholder)
    targets = Target.objects.visible_to(account).filter(campaign=campaign, until=None)
    before = Approach.objects.visible_to(account).filter(campaign=campaign, struck_at=None)
    near = Q(pk__in=targets.order_by().values("powerholder")) | Q(pk__in=before.order_by().values("powerholder"))
    asked = " ".join(given.get("q", "").replace("\0", "").split())[:120]
    found = list(everybody.filter(name__icontains=asked)[:MOST]) if asked else []
    return Choice(None, list(everybody.filter(near)[:MOST]), asked, found)


def by_uid(text: str) -> UUID | None:
    """A uid that was typed, or none."""
    try:
        return UUID(text)
    except ValueError:
        return None
