"""Forms of an event's pictures: the picture and what it shows, and who is in it and agreed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField

from m4c.events.forms import RecordForm
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.website.models import Picture
from m4c.website.operations.event_picture import Agreement


class EventPictureForm(forms.Form):
    """A picture of an event."""

    file = WagtailImageField(label=_("The picture"))
    description = forms.CharField(
        label=_("What does one see?"), max_length=255, help_text=_("Read out to whoever cannot see it.")
    )
    credit = forms.CharField(label=_("Who took it"), max_length=120, required=False)
    shows = forms.ChoiceField(
        label=_("Who can be recognised?"),
        choices=capitals(Picture.Shows.choices),
        widget=forms.RadioSelect,
        help_text=_("By their face, or by their back or their coat where they are known. You name them next."),
    )


class AgreementForm(RecordForm):
    """That somebody in a picture agreed."""

    agreed_on = forms.DateField(label=_("Agreed on"), required=False, help_text=_("Empty, until they did."))
    how = forms.CharField(
        label=_("How they agreed"), max_length=200, required=False, help_text=_("Such as: asked at the door, said yes.")
    )
    parent_agreed = forms.CharField(
        label=_("How a parent or guardian agreed besides"),
        max_length=200,
        required=False,
        help_text=_("Of somebody under 18: without it the picture stays off."),
    )

    @property
    def given(self) -> dict[str, Any]:
        """As operations take it."""
        names = ("agreed_on", "how", "parent_agreed")
        return {"agreement": Agreement(**{name: self.cleaned_data[name] for name in names})}


class InPictureForm(AgreementForm):
    """Who can be recognised in a picture, and that they agreed."""

    person = PersonField(label=_("Who is it?"), required=False)
    name = forms.CharField(
        label=_("Or a name alone"), max_length=120, required=False, help_text=_("Of somebody who is not on record.")
    )
    field_order = ("person", "name")

    @property
    def given(self) -> dict[str, Any]:
        """As operations take it."""
        return super().given | {"person": self.cleaned_data["person"], "name": self.cleaned_data["name"]}
