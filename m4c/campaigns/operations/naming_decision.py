"""Decide whether somebody who holds no public office is named in public: one person asks, another decides, both why."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Approach, Campaign, NamingDecision, Target
from m4c.campaigns.permissions import PUBLISH_CAMPAIGNS, RUN_CAMPAIGNS
from m4c.campaigns.press.naming import Naming
from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.people.models import Account, Group
from m4c.power.models import Powerholder


class NamingRefused(Refused):
    """Nobody is named that way."""


@operation(RUN_CAMPAIGNS, on="campaign")
def ask_to_name(
    *, campaign: Campaign, powerholder: Powerholder, why: str, at: datetime, by: Account
) -> list[NamingDecision]:
    """Ask that somebody be named on the campaign's public page, and say why. Raises NamingRefused."""
    aimed_at = Target.objects.filter(campaign=campaign, powerholder=powerholder).exists()
    if not aimed_at and not Approach.objects.filter(campaign=campaign, powerholder=powerholder).exists():
        raise NamingRefused(_("This campaign has nothing to do with them."), code="elsewhere")
    if not Naming.of(campaign, [powerholder], timezone.localdate(at)).needs_decision(powerholder):
        raise NamingRefused(_("They hold a public office and are named as it is."), code="public")
    return write_asking(campaign, powerholder, why, at, by)


def write_asking(
    of: Campaign | Group, powerholder: Powerholder, why: str, at: datetime, by: Account
) -> list[NamingDecision]:
    """That somebody asked, for a campaign, or for a group where there is none. Raises NamingRefused."""
    if not why.strip():
        raise NamingRefused(_("Say why everybody should know who it is."), field="why", code="no_reason")
    whose = {"group": of} if isinstance(of, Group) else {"campaign": of}
    standing = NamingDecision.objects.filter(**whose, powerholder=powerholder, ended_at=None)
    before = standing.select_for_update(of=("self",)).first()
    if before and before.agreed is not False:
        raise NamingRefused(_("That was asked already."), code="asked")
    if before:
        change(before, ended_at=at)
    asked = NamingDecision.objects.create(**whose, powerholder=powerholder, why=why.strip(), asked_by=by, asked_at=at)
    return [asked, before] if before else [asked]


@operation(PUBLISH_CAMPAIGNS, on="decision", public=True)
def decide_to_name(*, decision: NamingDecision, agreed: bool, answer: str, at: datetime, by: Account) -> NamingDecision:
    """Decide, as somebody else than who asked, and say why. Raises NamingRefused."""
    decision = NamingDecision.objects.select_for_update(of=("self",)).select_related("asked_by").get(pk=decision.pk)
    if decision.decided_at or decision.ended_at:
        raise NamingRefused(_("That is decided already."), code="decided")
    if decision.asked_by_id == by.pk or (by.person_id and decision.asked_by.person_id == by.person_id):
        raise NamingRefused(_("You asked for it: somebody else decides."), code="same_person")
    if not answer.strip():
        raise NamingRefused(_("Say why you decide that way."), field="answer", code="no_reason")
    change(decision, agreed=agreed, answer=answer.strip(), decided_by=by, decided_at=at)
    return decision


@operation(PUBLISH_CAMPAIGNS, on="decision", public=True)
def end_naming(*, decision: NamingDecision, at: datetime, by: Account) -> NamingDecision:
    """From now on the public page says no name again. It needs nobody else, and twice is once."""
    if decision.ended_at is None:
        change(decision, ended_at=at)
    return decision
