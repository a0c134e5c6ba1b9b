"""The form by which somebody takes people out of the movement's record."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.people.exports.fields import USUAL, fields_for
from m4c.people.models import Account, PeopleExport
from m4c.people.operations.people_export import Wanted


class ExportForm(forms.Form):
    """What to take, what for, and who receives it."""

    format = forms.ChoiceField(
        label=_("As"),
        choices=[each for each in PeopleExport.Format.choices if each[0] != PeopleExport.Format.CALLS],
        initial=PeopleExport.Format.CSV,
    )
    chosen = forms.MultipleChoiceField(
        label=_("Which fields"), widget=forms.CheckboxSelectMultiple, initial=USUAL, required=False
    )
    purpose = forms.CharField(
        label=_("What it is for"), max_length=300, help_text=_("Kept on record with your name and the day.")
    )
    recipient = forms.CharField(
        label=_("Who receives it outside the movement"),
        max_length=200,
        required=False,
        help_text=_("A printer, a partner, a tool. Leave blank if it stays with us."),
    )
    letter = forms.CharField(
        label=_("The letter"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("For letters alone: what stands below “Dear …,”. A blank line begins a paragraph."),
    )
    with_died = forms.BooleanField(label=_("With those who died"), required=False)
    with_young = forms.BooleanField(
        label=_("With those under 18"), required=False, help_text=_("Only where a parent knows what it is for.")
    )

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["chosen"].choices = [(name, field.label) for name, field in fields_for(by).items()]  # type: ignore[attr-defined]

    def wanted(self, asked_for: str) -> Wanted:
        """The export as the operation takes it."""
        return Wanted(asked_for=asked_for, **self.cleaned_data)
