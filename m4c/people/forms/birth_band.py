"""The form by which somebody says how old a person is: a band, never a day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.shape import capitals
from m4c.people.models import BirthBand


class AgeForm(forms.Form):
    """The band they are in today."""

    band = forms.ChoiceField(
        label=_("How old are they?"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("", _("Not known")), *capitals(BirthBand.Band.choices)],
        help_text=_("Ask only where they may be under 18. No birthday is kept."),
    )
