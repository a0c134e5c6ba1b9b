"""Forms of those who support a campaign: backers and what they gave, open letters and who signs them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.casework.forms import lines
from m4c.campaigns.models import Backer
from m4c.campaigns.operations.backer import NewBacker
from m4c.campaigns.operations.open_letter import NewLetter, NewSignatory
from m4c.core.form_ids import OwnIds
from m4c.events.forms import RecordForm
from m4c.people.forms.people import PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.power.record.forms.pick import PickField


class BackerForm(OwnIds, RecordForm):
    """Who supports it, and what they gave."""

    name = forms.CharField(label=_("Who supports it?"), max_length=160)
    kind = forms.ChoiceField(label=_("What are they?"), choices=capitals(Backer.Kind.choices))
    gave = forms.CharField(
        label=_("What they gave"),
        max_length=300,
        required=False,
        help_text=_("“The hall for nothing, and 200 chairs.”"),
    )
    since = PastDateField(label=_("Since which day"))
    signed_on = forms.DateField(label=_("Signed the coalition's statement on"), required=False)
    institution = PickField("institution", label=_("The body as it is on record"), required=False)
    powerholder = PickField("powerholder", label=_("The person as they are on record"), required=False)

    @property
    def new(self) -> NewBacker:
        """As operations take it."""
        return NewBacker(**self.cleaned_data)


class GaveForm(forms.Form):
    """What else a backer gave, and when they signed."""

    gave = forms.CharField(label=_("What they gave"), max_length=300, required=False)
    signed_on = forms.DateField(label=_("Signed the coalition's statement on"), required=False)


class LetterForm(OwnIds, RecordForm):
    """A letter for many to sign."""

    title = forms.CharField(label=_("Title"), max_length=160)
    powerholder = PickField("powerholder", label=_("To whom, if they are on record"), required=False)
    to_whom = forms.CharField(label=_("Or to whom, in words"), max_length=160, required=False)
    words = lines(_("The letter"), 6_000, rows=8)
    opened_on = PastDateField(label=_("To be signed from"))

    @property
    def new(self) -> NewLetter:
        """As operations take it."""
        return NewLetter(**self.cleaned_data)


class SignatoryForm(OwnIds, RecordForm):
    """Who signed, and whether in public."""

    person = PersonField(label=_("One of our people"), required=False)
    name = forms.CharField(label=_("Name, as they want it to stand"), max_length=120, required=False)
    role = forms.CharField(label=_("What they are"), max_length=120, required=False, help_text=_("“Head teacher”."))
    body = forms.CharField(label=_("For which body"), max_length=160, required=False)
    signed_on = PastDateField(label=_("Signed on"))
    agrees = forms.BooleanField(
        label=_("They agreed that their name stands in public"),
        required=False,
        help_text=_("Untick it where they only want to be counted."),
    )

    @property
    def new(self) -> NewSignatory:
        """As operations take it."""
        return NewSignatory(**self.cleaned_data)
