"""The silence clock of a commitment: that of our latest approach about it, with the pauses of its campaign.

There is one clock alone (m4c/campaigns/approaches): what is asked of whoever promised, or of whoever came after them,
in the commitment's campaign since it was made.
"""

from datetime import date

from django.db.models import Q

from m4c.campaigns.approaches.reading import Clocked, clocked
from m4c.campaigns.models import Approach
from m4c.commitments.models import Commitment, Inheritance
from m4c.people.models import Account


def clock_of(commitment: Commitment, account: Account, on: date) -> Clocked | None:
    """How our latest approach stands on a day; None where there was none that the account sees. Three statements."""
    if commitment.campaign_id is None:
        return None
    came_after = Inheritance.objects.filter(commitment=commitment).order_by().values("powerholder")
    to_them = Q(powerholder=commitment.powerholder_id) | Q(powerholder__in=came_after)
    since = Approach.objects.visible_to(account).filter(
        to_them, campaign=commitment.campaign_id, is_ours=True, struck_at=None, on__gte=commitment.made_on, on__lte=on
    )
    latest = since.select_related("powerholder").order_by("-on", "-pk").first()
    return clocked([latest], on)[0] if latest else None
