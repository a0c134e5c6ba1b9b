"""Forms of covenants: what one says, its parties, who signed, and looking whether it is lived up to."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign
from m4c.commitments.covenants.told import CovenantTold
from m4c.commitments.models import Covenant, CovenantParty, CovenantReview, CovenantText
from m4c.commitments.operations.covenant import NewCovenant
from m4c.commitments.operations.covenant_party import NewParty
from m4c.commitments.permissions import KEEP_COVENANTS, SEE_COMMITMENTS
from m4c.commitments.wins.forms import DayField
from m4c.core.form_ids import OwnIds
from m4c.events.forms import FindForm, RecordForm
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account, Group
from m4c.power.models import Institution


def lines(label: Any, rows: int, most: int, **options: Any) -> forms.CharField:
    """A field for several lines."""
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **options)


class CovenantForm(RecordForm):
    """What it is called and about."""

    right = KEEP_COVENANTS

    name = forms.CharField(label=_("What it is called"), max_length=120)
    about = forms.CharField(
        label=_("In a sentence"), max_length=300, required=False, help_text=_("Who promises what to whom?")
    )
    review_on = DayField(label=_("Look at it again on"), help_text=_("On that day it stands on Today."))
    campaign = forms.ModelChoiceField(
        queryset=Campaign.objects.none(),
        label=_("Of which campaign"),
        required=False,
        to_field_name="uid",
        empty_label=_("Of none"),
    )

    def __init__(self, *args: Any, by: Account, of: Campaign | None = None, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        field: Any = self.fields["campaign"]
        field.queryset = seen = Campaign.objects.visible_to(by).order_by("name")
        # One that the account does not see is not offered, and stays.
        self.unseen = of if of and not seen.filter(pk=of.pk).exists() else None

    @property
    def new(self) -> NewCovenant:
        """As operations take it."""
        given = {name: self.cleaned_data[name] for name in ("name", "about", "review_on", "campaign")}
        return NewCovenant(**given | {"campaign": given["campaign"] or self.unseen})


class MakeCovenantForm(CovenantForm):
    """The same of a new one, with its first text."""

    group = GroupField(label=_("In which group"), empty_label=None)
    words = lines(_("Its text"), 10, 10_000, help_text=_("A line for each promise. What each body does comes after."))
    on = PastDateField(label=_("From"))

    field_order = ["name", "about", "words", "on"]


class TextForm(OwnIds, forms.Form):
    """The next text."""

    words = lines(_("The text, as it reads from now on"), 10, 10_000)
    because = forms.CharField(label=_("What changed, and why"), max_length=300)
    on = PastDateField(label=_("From"))


class PartyForm(OwnIds, forms.Form):
    """A body, and what it will do."""

    name = forms.CharField(label=_("Which body"), max_length=160, required=False)
    kind_words = forms.CharField(
        label=_("What kind of body"), max_length=60, required=False, help_text=_("“Shops”, “tenants' association”.")
    )
    body = GroupField(label=_("A group of ours"), required=False, empty_label=_("It is none of ours"))
    institution = forms.ModelChoiceField(
        queryset=Institution.objects.none(),
        label=_("An institution on record"),
        required=False,
        to_field_name="uid",
        empty_label=_("It is none"),
    )
    will_do = lines(_("What it will do"), 4, 2_000, help_text=_("A line for each promise."))

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["body"].queryset = Group.objects.visible_to(by).filter(ended_on=None)
        fields["institution"].queryset = Institution.objects.visible_to(by).standing()

    @classmethod
    def of(cls, party: CovenantParty, by: Account, sent: Any = None) -> "PartyForm":
        """The form of one that stands."""
        initial = {name: getattr(party, name) for name in ("name", "kind_words", "will_do")}
        initial |= {"body": party.body.slug if party.body else None}
        initial |= {"institution": party.institution.uid if party.institution else None}
        return cls(sent, by=by, initial=initial)

    @property
    def new(self) -> NewParty:
        """As operations take it."""
        return NewParty(**self.cleaned_data)


class SignForm(OwnIds, forms.Form):
    """That a body signed a text."""

    signed_by = forms.CharField(
        label=_("Who signed for it, and as what"),
        max_length=160,
        help_text=_("“The chair, for the committee.” Everybody reads it of public offices alone."),
    )
    on = PastDateField(label=_("Signed on"))
    text = forms.ModelChoiceField(
        queryset=CovenantText.objects.none(), label=_("Which text"), to_field_name="uid", empty_label=None
    )
    will_do = lines(_("What it promises by it, where that is something else"), 3, 2_000, required=False)

    def __init__(self, *args: Any, party: CovenantParty, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["text"]
        field.queryset = CovenantText.objects.visible_to(by).filter(covenant=party.covenant_id)
        field.label_from_instance = lambda text: _("Text {number}").format(number=text.number)


class LeaveForm(OwnIds, forms.Form):
    """That a body is bound no more."""

    on = PastDateField(label=_("Until"))
    because = forms.CharField(label=_("Why, as they would say it"), max_length=200)


class LookForm(OwnIds, forms.Form):
    """Looking whether it is lived up to."""

    holds = forms.ChoiceField(
        label=_("Is it lived up to?"), choices=capitals(CovenantReview.Holds.choices), widget=forms.RadioSelect
    )
    party = forms.ModelChoiceField(
        queryset=CovenantParty.objects.none(),
        label=_("By whom"),
        required=False,
        to_field_name="uid",
        empty_label=_("By all of them"),
    )
    words = lines(_("What did you see?"), 3, 400)
    says_who = forms.CharField(label=_("Who says so"), max_length=160)
    on = PastDateField(label=_("On which day"))
    next_look = DayField(label=_("Look again on"))

    def __init__(self, *args: Any, told: CovenantTold, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["party"]
        rows = CovenantParty.objects.visible_to(by).filter(covenant=told.covenant, ended_on=None)
        field.queryset = rows.filter(signed_on__isnull=False)


class EndForm(OwnIds, forms.Form):
    """From when nobody is bound."""

    on = PastDateField(label=_("Ended on"))


class FindCovenantsForm(FindForm):
    """Which covenants to list."""

    right = SEE_COMMITMENTS


def start_of(covenant: Covenant) -> dict[str, Any]:
    """What the form of a covenant that stands begins with."""
    told = {name: getattr(covenant, name) for name in ("name", "about", "review_on")}
    return told | {"campaign": covenant.campaign.uid if covenant.campaign else None}
