"""Fields that forms of tables, asks and assemblies share: a day, an hour, some lines, a campaign; and a meeting."""

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign
from m4c.events.forms.moments import at, check_hour
from m4c.events.operations.event import NewEvent
from m4c.people.models import Account

A_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
AN_HOUR = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def lines(label: Any, rows: int = 3, **options: Any) -> forms.CharField:
    """Words of a few lines."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **options)


class CampaignField(forms.ModelChoiceField[Campaign]):
    """A campaign that the account sees, named by its uid."""

    def __init__(self, **options: Any) -> None:
        said: dict[str, Any] = {"label": _("Of which campaign"), "required": False, "empty_label": _("Of none")}
        super().__init__(queryset=Campaign.objects.none(), to_field_name="uid", **(said | options))

    def offer(self, account: Account) -> None:
        """Offer those that the account sees."""
        self.queryset = Campaign.objects.visible_to(account).order_by("name")


class MeetingForm(forms.Form):
    """When and where a meeting is."""

    title = forms.CharField(label=_("What the meeting is called"), max_length=200)
    day = forms.DateField(label=_("Day"), widget=A_DAY)
    starts = forms.TimeField(label=_("From"), initial=time(10), widget=AN_HOUR)
    place = forms.CharField(label=_("Where"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """The hour is of the clock."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("day") and given.get("starts"):
            try:
                check_hour(given["day"], given["starts"])
            except ValidationError as error:
                self.add_error("starts", error)
        return given

    def meeting(self, kind: str) -> NewEvent:
        """The meeting to make."""
        given = self.cleaned_data
        return NewEvent(
            kind=kind, title=given["title"], starts_at=at(given["day"], given["starts"]), place=given["place"]
        )
