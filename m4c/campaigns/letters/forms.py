"""The form of a call for letters or calls."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign, LetterDrive, Target
from m4c.campaigns.operations.letter_drive import NewDrive
from m4c.people.models import Account
from m4c.power.models import Powerholder


class DriveForm(forms.Form):
    """What supporters are asked to write or ring about, and to whom."""

    title = forms.CharField(label=_("What is it called?"), max_length=120)
    means = forms.ChoiceField(label=_("How?"), choices=LetterDrive.Means.choices, widget=forms.RadioSelect)
    ask = forms.CharField(label=_("What to ask for"), max_length=300, help_text=_("One sentence: what they should do."))
    points = forms.CharField(
        label=_("What helps to say it in one's own words"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Facts and questions, a line each. Nobody copies them: letters that are all alike count for one."),
    )
    powerholder = forms.ModelChoiceField(
        queryset=Powerholder.objects.none(),
        label=_("To one decision-maker"),
        required=False,
        to_field_name="uid",
        empty_label=_("To whoever holds an office where the supporter lives"),
    )
    office_name = forms.CharField(
        label=_("Which office, found by postcode"),
        max_length=120,
        required=False,
        help_text=_("As it stands under Power: “Member of Parliament”, “Councillor”."),
    )

    def __init__(self, *args: Any, campaign: Campaign, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        targets = Target.objects.visible_to(by).filter(campaign=campaign, until=None)
        field: Any = self.fields["powerholder"]
        field.queryset = Powerholder.objects.visible_to(by).filter(pk__in=targets.values("powerholder"))

    @classmethod
    def of(cls, drive: LetterDrive, by: Account, given: Any = None) -> "DriveForm":
        """The form of one that stands."""
        initial = {name: getattr(drive, name) for name in ("title", "means", "ask", "points", "office_name")}
        initial["powerholder"] = drive.powerholder.uid if drive.powerholder else None
        return cls(given, campaign=drive.campaign, by=by, initial=initial)

    @property
    def new(self) -> NewDrive:
        """What was written."""
        return NewDrive(**self.cleaned_data)
