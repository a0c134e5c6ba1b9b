"""A field that asks for a campaign: the latest to choose from, with a box to type in where the list is long."""

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q

from m4c.campaigns.models import Campaign
from m4c.people.models import Account

MOST_OFFERED = 200


class CampaignField(forms.ModelChoiceField[Campaign]):
    """A campaign that the account sees, by its name and whose it is."""

    component = "select-search"

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=Campaign.objects.none(), to_field_name="uid", **options)

    def label_from_instance(self, obj: Campaign) -> str:
        """Its name, and whose it is."""
        return f"{obj.name} ({obj.group})"

    def offer(self, by: Account, *, but: Campaign | None = None, standing: Any = None) -> None:
        """Offer the latest that the account sees; with them the one that stands there or was asked for, by its uid."""
        seen = Campaign.objects.visible_to(by).exclude(pk=but.pk if but else 0)
        offered = Q(pk__in=seen.values("pk")[:MOST_OFFERED])
        if uid := as_uid(standing):
            offered |= Q(uid=uid)
        self.queryset = seen.filter(offered).select_related("group")


def as_uid(given: Any) -> UUID | None:
    """The uid that an address or a form names; None where it is none."""
    try:
        return UUID(str(given or ""))
    except ValueError:
        return None
