"""The press log of a campaign, leaf by leaf."""

from django.db.models import Q, QuerySet

from m4c.campaigns.models import PressItem


def after(found: "QuerySet[PressItem]", item: PressItem) -> "QuerySet[PressItem]":
    """Those that come after this one in the list."""
    return found.filter(Q(on__lt=item.on) | Q(on=item.on, pk__lt=item.pk))


def before(found: "QuerySet[PressItem]", item: PressItem) -> "QuerySet[PressItem]":
    """Those that come before this one in the list."""
    return found.filter(Q(on__gt=item.on) | Q(on=item.on, pk__gt=item.pk))
