"""The form of a figure of how many were there."""

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.events.models import HeadCount
from m4c.people.forms.shape import capitals


class HeadCountForm(forms.Form):
    """How many were there, how that is known, and who says so."""

    number = forms.IntegerField(label=_("How many were there?"), min_value=0, max_value=1_000_000)
    how = forms.ChoiceField(
        label=_("How do we know?"),
        choices=capitals(HeadCount.How.choices),
        initial=HeadCount.How.COUNTED,
        widget=forms.RadioSelect,
    )
    said_by = forms.CharField(
        label=_("Who says so?"),
        max_length=120,
        required=False,
        help_text=_("Such as “the police” or “the Echo”. Leave it empty for our own count."),
    )
