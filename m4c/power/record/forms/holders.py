"""Forms of powerholders and tenures, and what their list is filtered by."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.events.forms import RecordForm
from m4c.people.forms.people import PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import FilterForm, capitals
from m4c.power.models import Institution, Office, Powerholder, Tenure
from m4c.power.operations.powerholder import NewPowerholder
from m4c.power.operations.tenure import NewTenure
from m4c.power.record.forms.pick import PickField

PRIVATE = "private"
NOW, REVIEW = "now", "review"


class FindPowerholdersForm(FilterForm):
    """By any part of a name, the kind of body, the area, and what is to be looked over."""

    q = forms.CharField(label=_("Name or office"), max_length=100, required=False)
    kind = forms.ChoiceField(
        label=_("Where they decide"),
        required=False,
        choices=[("", _("Anywhere")), *capitals(Institution.Kind.choices), (PRIVATE, _("Holds no public office"))],
    )
    area = forms.CharField(label=_("Area"), max_length=100, required=False)
    only = forms.ChoiceField(
        label=_("Which"), required=False, choices=[("", _("All")), (NOW, _("In office now")), (REVIEW, _("To review"))]
    )


class FindBodiesForm(FilterForm):
    """By any part of a name, and the kind of body."""

    q = forms.CharField(label=_("Name"), max_length=100, required=False)
    kind = forms.ChoiceField(
        label=_("What kind of body"), required=False, choices=[("", _("All")), *capitals(Institution.Kind.choices)]
    )


class PowerholderForm(forms.Form):
    """A named person who decides or sways."""

    name = forms.CharField(label=_("Their name"), max_length=120)
    about = forms.CharField(label=_("In a sentence"), max_length=300, required=False)
    is_private_owner = forms.BooleanField(
        label=_("Holds no public office: an owner, a landlord, an employer"),
        required=False,
        help_text=_("They are named on public pages only after a second person decided so."),
    )
    email = forms.EmailField(label=_("E-mail of the office"), max_length=254, required=False)
    phone = forms.CharField(label=_("Telephone of the office"), max_length=30, required=False)
    address = forms.CharField(
        label=_("Address of the office"),
        max_length=200,
        required=False,
        help_text=_("Never a home: what is only known as one stays out."),
    )
    source = forms.CharField(label=_("Who says so"), max_length=120)
    source_url = forms.URLField(label=_("Where it stands"), max_length=300, required=False, assume_scheme="https")
    source_on = PastDateField(label=_("As it stood on"))

    @classmethod
    def starting(cls, powerholder: Powerholder) -> dict[str, Any]:
        """What the form begins with where they stand; the day of the source is today's, as somebody just looked."""
        kept = {name: getattr(powerholder, name) for name in cls.base_fields if name != "source_on"}
        return kept | {"source_on": timezone.localdate()}

    @property
    def new(self) -> NewPowerholder:
        """The powerholder; who types a way to the office has looked that it is one."""
        given = self.cleaned_data
        has_way = given["email"] or given["phone"] or given["address"]
        return NewPowerholder(**given, contact_checked_on=given["source_on"] if has_way else None)


class OwnPersonForm(RecordForm):
    """Whether they are one of our own people."""

    person = PersonField(label=_("Who of our people are they?"), required=False, help_text=_("Left empty: none."))


class TenureForm(RecordForm):
    """Which office, from when to when, for which party, and who says so."""

    office = PickField("office", label=_("Which office?"))
    started_on = forms.DateField(label=_("From"), required=False)
    ended_on = forms.DateField(
        label=_("Until"), required=False, help_text=_("The first day on which they held it no more.")
    )
    party = forms.CharField(label=_("Party"), max_length=80, required=False)
    end_reason = forms.CharField(label=_("How it ended"), max_length=120, required=False)
    source = forms.CharField(label=_("Who says so"), max_length=120)
    source_url = forms.URLField(label=_("Where it stands"), max_length=300, required=False, assume_scheme="https")
    source_on = PastDateField(label=_("As it stood on"))

    @classmethod
    def of(cls, tenure: Tenure, by: Any, given: Any = None) -> "TenureForm":
        """The form of a tenure that stands: whose and which office stays."""
        names = ("started_on", "ended_on", "party", "end_reason", "source", "source_url", "source_on")
        form = cls(given, by=by, initial={name: getattr(tenure, name) for name in names})
        del form.fields["office"]
        return form

    def new(self, powerholder: Powerholder, office: Office | None = None) -> NewTenure:
        """The tenure of this powerholder."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "office"}
        return NewTenure(powerholder=powerholder, office=office or self.cleaned_data["office"], **given)


class HolderForm(TenureForm):
    """The same from an office's page: who holds it."""

    powerholder = PickField("powerholder", label=_("Who holds it?"))
    office = None  # type: ignore[assignment]  # it is the page's

    field_order = ["powerholder"]


class EndTenureForm(forms.Form):
    """From which day they hold it no more."""

    on = forms.DateField(label=_("On which day"), help_text=_("The first day on which they held it no more."))
    reason = forms.CharField(label=_("How it ended"), max_length=120, required=False)
