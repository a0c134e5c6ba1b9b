"""The list of wins: which of them, and what is due of each."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Win
from m4c.commitments.wins.standing import soon_on
from m4c.people.models import Account, Group
from m4c.people.sight import within

KEPT_FIELDS = ("kind", "campaign", "due")


def after(found: "QuerySet[Win]", win: Win) -> "QuerySet[Win]":
    """Those that come after this one in the list."""
    return found.filter(Q(on__lt=win.on) | Q(on=win.on, pk__lt=win.pk))


def before(found: "QuerySet[Win]", win: Win) -> "QuerySet[Win]":
    """Those that come before this one in the list."""
    return found.filter(Q(on__gt=win.on) | Q(on=win.on, pk__gt=win.pk))


def wins_of(account: Account, *, group: Group | None, kind: str, campaign: Any, due: bool, on: date) -> "QuerySet[Win]":
    """Wins that the account sees, the latest first; `due` are those to be looked at by that day, or about to end."""
    found = Win.objects.visible_to(account).with_last_look().select_related("group")
    found = found.prefetch_related(Prefetch("campaign", Campaign.objects.visible_to(account)))  # else unsaid
    if group:
        found = found.filter(within("group__path", group))
    if kind:
        found = found.filter(kind=kind)
    if campaign:
        found = found.filter(campaign=campaign)
    if due:
        ending = Win.objects.ending(on, soon_on(on)).order_by().values("pk")
        found = found.filter(Q(look_again_on__lte=on) | Q(pk__in=ending))
    return found
