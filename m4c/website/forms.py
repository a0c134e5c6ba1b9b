"""The five questions that a movement starts with."""

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.people.models import Movement


class FiveQuestions(forms.Form):
    """Name, place, who runs it, contact for data protection, language."""

    name = forms.CharField(label=_("What is the movement called?"), max_length=120)
    place = forms.CharField(
        label=_("Where is it at home?"), help_text=_("A town, a county or a country."), max_length=120
    )
    run_by = forms.EmailField(
        label=_("Who runs it?"), help_text=_("Your e-mail address. You will be its first organiser."), max_length=254
    )
    data_protection = forms.EmailField(
        label=_("Whom do people ask about their data?"),
        help_text=_("An e-mail address that everybody may see."),
        max_length=254,
    )
    language = forms.ChoiceField(label=_("Language"), choices=Movement.Language, widget=forms.RadioSelect)
