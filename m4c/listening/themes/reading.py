"""Which board, and which theme, an account may open; the order in which a board's concerns are read."""

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.shortcuts import get_object_or_404

from m4c.core.permissions import Permission
from m4c.listening.models import Concern, ListeningCampaign, Theme
from m4c.listening.permissions import SEE_LISTENING
from m4c.listening.themes.board import Board
from m4c.people.forms.account import groups_where
from m4c.people.models import Account

ORDER = ("said_on", "pk")


def board_seen(account: Account, permission: Permission, uid: UUID | None = None, slug: str = "") -> Board:
    """The board of a campaign, by uid, or of a group, by slug, in whose group the account holds a right; or 404."""
    if uid:
        campaign = campaign_seen(account, permission, uid)
        return Board(campaign.group, campaign)
    groups: Any = groups_where(account, permission)
    return Board(get_object_or_404(groups.in_tree(), slug=slug))


def campaign_seen(account: Account, permission: Permission, uid: UUID) -> ListeningCampaign:
    """A campaign in whose group the account holds a right; 404 for any other."""
    found = ListeningCampaign.objects.filter(account.sight.of_group("group", permission))
    return get_object_or_404(found.select_related("group", "report_back"), uid=uid)


def theme_seen(account: Account, uid: UUID, permission: Permission = SEE_LISTENING) -> Theme:
    """A theme in whose group the account holds a right, ended or not; 404 for any other."""
    found = Theme.objects.visible_to(account).filter(account.sight.of_group("group", permission))
    return get_object_or_404(found.select_related("group", "campaign", "merged_into"), uid=uid)


def after(found: Any, concern: Concern) -> Any:
    """The concerns that come after this one, the earliest first."""
    return found.filter(Q(said_on__gt=concern.said_on) | Q(said_on=concern.said_on, pk__gt=concern.pk))


def before(found: Any, concern: Concern) -> Any:
    """The concerns that come before it."""
    return found.filter(Q(said_on__lt=concern.said_on) | Q(said_on=concern.said_on, pk__lt=concern.pk))


def from_one_on(found: Any, concern: Concern) -> Any:
    """This one, if it is still among them, and those that come after it."""
    return found.filter(Q(said_on__gt=concern.said_on) | Q(said_on=concern.said_on, pk__gte=concern.pk))
