"""Forms of an access pack: what they are given of an entry that holds others too, and how it was handed over."""

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.people import PastDateField
from m4c.people.forms.shape import capitals
from m4c.people.models import PackDecision

SHORT = forms.Textarea(attrs={"rows": 2})


class DecisionForm(forms.Form):
    """What they are given of an entry that holds others too."""

    entry = forms.CharField(max_length=80, widget=forms.HiddenInput)
    choice = forms.ChoiceField(
        label=_("What are they given?"), choices=capitals(PackDecision.Choice.choices), widget=forms.RadioSelect
    )
    words = forms.CharField(label=_("In which other words?"), max_length=8_000, required=False, widget=SHORT)
    reason = forms.CharField(label=_("Or why is it held back?"), max_length=500, required=False)


class HandOverForm(forms.Form):
    """How a pack was handed over."""

    how = forms.CharField(
        label=_("How was it handed over?"),
        max_length=300,
        help_text=_("Such as: “On paper, at the library, to herself.”"),
    )
    on = PastDateField(label=_("On which day?"))
