"""The silence clock of a commitment: that of our latest approach about it, with the pauses that hold for it.

There is one clock alone (m4c/campaigns/approaches): what is asked of whoever promised, or of whoever came after them,
since it was made; in the commitment's campaign, or by its group where it belongs to none.
"""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from m4c.campaigns.approaches.reading import Clocked, clocked
from m4c.campaigns.models import Approach, ClockPause
from m4c.commitments.models import Commitment, Inheritance
from m4c.commitments.watching.keeping import may_keep
from m4c.people.models import Account


def clock_of(commitment: Commitment, account: Account, on: date) -> Clocked | None:
    """How our latest approach stands on a day; None where there was none that the account sees. Three statements.

    Whoever looks after the commitment is told that it was asked, whatever they see of the campaign.
    """
    rows = Approach.objects.all() if may_keep(commitment, account) else Approach.objects.visible_to(account)
    since = rows.filter(to_them(commitment), is_ours=True, struck_at=None, on__gte=commitment.made_on, on__lte=on)
    latest = since.select_related("powerholder").order_by("-on", "-pk").first()
    return clocked([latest], on)[0] if latest else None


def to_them(commitment: Commitment) -> Q:
    """Approaches to whoever promised it, or came after them, in its campaign or of its group."""
    came_after = Inheritance.objects.filter(commitment=commitment).order_by().values("powerholder")
    to_whom = Q(powerholder=commitment.powerholder_id) | Q(powerholder__in=came_after)
    return to_whom & Q(**of_what(commitment))


def of_what(commitment: Commitment) -> dict[str, Any]:
    """Whose approaches and pauses are those of a commitment."""
    if commitment.campaign_id:
        return {"campaign": commitment.campaign_id}
    return {"campaign": None, "group": commitment.group_id}


def pauses_of(commitment: Commitment) -> "QuerySet[ClockPause]":
    """Days that do not count as silence of whoever promised it to a group without a campaign."""
    if commitment.campaign_id:
        return ClockPause.objects.none()
    return ClockPause.objects.filter(group=commitment.group_id, powerholder=commitment.powerholder_id, struck_at=None)


def is_seen(found: Clocked | None, account: Account) -> bool:
    """Whether the account may read the approach itself. One statement."""
    return found is not None and Approach.objects.visible_to(account).filter(pk=found.approach.pk).exists()
