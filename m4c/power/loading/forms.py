"""Forms of who represents a postcode, which day, and who controls a council."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.people import PastDateField
from m4c.power.operations.council_control import NewControl


class PostcodeForm(forms.Form):
    """A postcode to look up; its shape is the resolver's to judge."""

    postcode = forms.CharField(label=_("Postcode"), max_length=20, required=False)


class DayForm(forms.Form):
    """The day as of which a page is shown; today where none is given, or none that there is."""

    on = forms.DateField(
        label=_("On the day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def day(self, today: date) -> date:
        """The day that was asked for."""
        return (self.cleaned_data.get("on") if self.is_valid() else None) or today


class ControlForm(forms.Form):
    """Who controls a council, and who says so."""

    words = forms.CharField(
        label=_("Who controls it?"),
        max_length=120,
        help_text=_("“Labour”, “Liberal Democrats and Greens together”, “No overall control, led by Labour”."),
    )
    started_on = PastDateField(label=_("Since which day"), initial=None)
    ended_on = PastDateField(label=_("Until which day"), required=False, initial=None)
    source_url = forms.URLField(label=_("Where it says so"), max_length=300, assume_scheme="https")
    source_on = PastDateField(label=_("As it stood on"))

    @property
    def new(self) -> NewControl:
        """The control."""
        return NewControl(**self.cleaned_data)


def asked(given: Any, today: date) -> tuple[DayForm, date]:
    """The form with the day that is shown in it, and the day."""
    form = DayForm(given if "on" in given else None)
    day = form.day(today)
    return DayForm(initial={"on": day}), day
