"""Forms beside that of an event: called off, on another day, somebody else's, and who does which part."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.events.forms.record import RecordForm
from m4c.events.models import EventRole
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals


class CallOffForm(forms.Form):
    """Why an event is called off."""

    why = forms.CharField(
        label=_("Why?"),
        max_length=300,
        required=False,
        help_text=_("Those coming are told this. A line is enough: “The hall is flooded.”"),
    )


class AnotherDayForm(forms.Form):
    """On which day the same is planned again."""

    day = forms.DateField(label=_("On which day?"))


class OutsideHostForm(RecordForm):
    """Whose meeting it is, who chairs it, who sits on its panel, and who of us speaks."""

    body = forms.CharField(label=_("Who holds it?"), max_length=200)
    chair = forms.CharField(label=_("Who chairs it?"), max_length=120, required=False)
    panel = forms.CharField(
        label=_("Who sits on its panel?"),
        max_length=2000,
        required=False,
        help_text=_("One a line, as its programme says."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    speaker = PersonField(label=_("Who speaks for us?"), required=False)


class PartForm(RecordForm):
    """A part of an event, and who does it."""

    part = forms.ChoiceField(label=_("Which part"), choices=capitals(EventRole.Part.choices))
    words = forms.CharField(label=_("In words"), max_length=120, required=False)
    person = PersonField(
        label=_("Who does it?"), required=False, help_text=_("Left empty, the page asks for somebody to take it.")
    )


class GivePartForm(RecordForm):
    """Who does a part from now on."""

    person = PersonField(label=_("Who does it?"))

    @property
    def given(self) -> dict[str, Any]:
        """As the operation takes it."""
        return {"person": self.cleaned_data["person"]}
