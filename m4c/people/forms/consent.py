"""The form for what somebody agreed or objected to."""

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.people import PastDateField
from m4c.people.forms.shape import capitals
from m4c.people.models import Channel, Consent, Purpose


class ConsentForm(forms.Form):
    """One thing that somebody said, in their words."""

    state = forms.ChoiceField(
        label=_("What they said"), choices=capitals(Consent.State.choices), widget=forms.RadioSelect
    )
    channel = forms.ChoiceField(label=_("By which way"), choices=capitals(Channel.choices))
    purpose = forms.ChoiceField(label=_("For what"), choices=capitals(Purpose.choices))
    wording = forms.CharField(
        label=_("In which words"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What they were asked or said, word for word."),
    )
    source = forms.CharField(
        label=_("Where it is written"), max_length=200, help_text=_("Such as “said on the phone” or “form of 5 June”.")
    )
    on = PastDateField(label=_("On which day"))

    @property
    def at(self) -> datetime:
        """The time of it: now for today, else the middle of the day."""
        day = self.cleaned_data["on"]
        if day == timezone.localdate():
            return timezone.now()
        return timezone.make_aware(datetime.combine(day, time(12)))
