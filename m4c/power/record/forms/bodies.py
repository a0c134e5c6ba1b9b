"""Forms of institutions, offices and sites."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.events.forms import RecordForm
from m4c.people.forms.people import PastDateField
from m4c.people.forms.shape import capitals
from m4c.places.postcodes import normalise
from m4c.power.models import Institution, Office, Site, SiteState
from m4c.power.operations.institution import NewInstitution, NewOffice
from m4c.power.operations.site import NewOwner, NewSite
from m4c.power.record.forms.pick import PickField


class InstitutionForm(RecordForm):
    """What kind of body it is, and where."""

    name = forms.CharField(label=_("What is it called?"), max_length=160)
    kind = forms.ChoiceField(label=_("What kind of body"), choices=capitals(Institution.Kind.choices))
    area = PickField("area", label=_("Its area"), required=False, help_text=_("A council, a police area, a ward."))
    parent = PickField("institution", label=_("Part of"), required=False)
    about = forms.CharField(label=_("In a sentence"), max_length=300, required=False)
    website = forms.URLField(label=_("Website"), max_length=300, required=False, assume_scheme="https")

    @classmethod
    def starting(cls, institution: Institution, area: Any) -> dict[str, Any]:
        """What the form begins with where the institution stands."""
        names = ("name", "kind", "parent", "about", "website")
        return {name: getattr(institution, name) for name in names} | {"area": area}

    @property
    def new(self) -> NewInstitution:
        """The institution."""
        return NewInstitution(**self.cleaned_data)


class OfficeForm(RecordForm):
    """What an office decides, and what it merely handles."""

    name = forms.CharField(
        label=_("What is the office called?"),
        max_length=120,
        help_text=_("“Cabinet member for planning”, “Head of planning”, “Editor”."),
    )
    kind = forms.ChoiceField(
        label=_("How it is held"), choices=capitals(Office.Kind.choices), initial=Office.Kind.APPOINTED
    )
    decides = forms.CharField(
        label=_("What it decides"),
        max_length=300,
        required=False,
        help_text=_("What whoever holds it can say yes to."),
    )
    handles = forms.CharField(
        label=_("What it merely handles"),
        max_length=300,
        required=False,
        help_text=_("What lands on its desk, though somebody else says yes or no."),
    )
    area = PickField("area", label=_("For the area"), required=False)
    seats = forms.IntegerField(label=_("How many hold it at once"), min_value=1, max_value=1_000, initial=1)

    @classmethod
    def starting(cls, office: Office, area: Any) -> dict[str, Any]:
        """What the form begins with where the office stands."""
        names = ("name", "kind", "decides", "handles", "seats")
        return {name: getattr(office, name) for name in names} | {"area": area}

    @property
    def new(self) -> NewOffice:
        """The office."""
        return NewOffice(**self.cleaned_data)


class EndForm(forms.Form):
    """From which day something is no more."""

    on = forms.DateField(label=_("On which day"))


class SiteForm(RecordForm):
    """Where it is."""

    name = forms.CharField(label=_("What do people call it?"), max_length=120)
    address = forms.CharField(label=_("Address"), max_length=200)
    postcode = forms.CharField(label=_("Postcode"), max_length=8, required=False)
    area = PickField("area", label=_("In the area"), required=False, help_text=_("The ward or the council."))
    about = forms.CharField(label=_("In a sentence"), max_length=300, required=False)

    @classmethod
    def starting(cls, site: Site, area: Any) -> dict[str, Any]:
        """What the form begins with where the site stands."""
        return {name: getattr(site, name) for name in ("name", "address", "postcode", "about")} | {"area": area}

    def clean_postcode(self) -> str:
        """The postcode in its one form. Raises ValidationError for what is none."""
        typed = self.cleaned_data["postcode"]
        found = normalise(typed) if typed else None
        if typed and found is None:
            raise forms.ValidationError(_("This is not the shape of a UK postcode."))
        return str(found or "")

    @property
    def new(self) -> NewSite:
        """The site."""
        return NewSite(**self.cleaned_data)


class StateForm(forms.Form):
    """What a site was like from a day on."""

    state = forms.ChoiceField(label=_("What it was like"), choices=capitals(SiteState.State.choices))
    since = PastDateField(label=_("Since"), initial=None)
    source = forms.CharField(label=_("Who says so"), max_length=160)
    source_url = forms.URLField(label=_("Where it stands"), max_length=300, required=False, assume_scheme="https")


class OwnerForm(RecordForm):
    """Who owned a site, over which period."""

    owner = PickField("powerholder+institution", label=_("Who owns it?"), help_text=_("A person, a company, a body."))
    since = forms.DateField(label=_("From"), required=False)
    until = forms.DateField(label=_("Until"), required=False)
    source = forms.CharField(label=_("Who says so"), max_length=160, help_text=_("Such as the land register."))
    source_url = forms.URLField(label=_("Where it stands"), max_length=300, required=False, assume_scheme="https")

    @property
    def new(self) -> NewOwner:
        """Who owns it."""
        return NewOwner(**self.cleaned_data)
