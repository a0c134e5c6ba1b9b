"""Gifts in kind to a community project: the latest on its page, and how many there were."""

from typing import Any

from django.db.models import Q, Sum

from m4c.campaigns.models import Campaign, Gift
from m4c.core.visibility import Rows
from m4c.people.models import Account

SHOWN = 4


def rows(campaign: Campaign) -> Rows:
    """All of a project."""
    return Rows(Gift, Q(campaign=campaign))


def latest_gifts(account: Account, campaign: Campaign) -> dict[str, Any]:
    """The latest, and what all come to."""
    found = Gift.objects.visible_to(account).filter(campaign=campaign)
    return {"campaign": campaign, "gifts": found[:SHOWN], "number": found.aggregate(all=Sum("how_many"))["all"] or 0}


def gifts_after(found: Any, gift: Gift) -> Any:
    """Those given earlier, further down the list."""
    return found.filter(Q(on__lt=gift.on) | Q(on=gift.on, pk__lt=gift.pk))


def gifts_before(found: Any, gift: Gift) -> Any:
    """Those given later."""
    return found.filter(Q(on__gt=gift.on) | Q(on=gift.on, pk__gt=gift.pk))
