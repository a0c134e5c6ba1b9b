"""Forms of affiliations: a new one by its first step, and the next step."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.commitments.covenants.forms import lines
from m4c.commitments.models import AffiliationStep
from m4c.commitments.operations.affiliation import FOLLOWS, NewStep
from m4c.commitments.permissions import KEEP_COVENANTS
from m4c.core.form_ids import OwnIds
from m4c.events.forms import RecordForm
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account
from m4c.power.models import Institution


class StepForm(OwnIds, forms.Form):
    """The next step of an affiliation."""

    state = forms.ChoiceField(label=_("Where it stands"), widget=forms.RadioSelect)
    hangs_on = forms.CharField(
        label=_("On whose decision it hangs"), max_length=160, required=False, help_text=_("“If the board agrees.”")
    )
    on = PastDateField(label=_("Since"))
    words = lines(_("In words"), 2, 300, required=False)
    says_who = forms.CharField(label=_("Who says so"), max_length=160, required=False)

    def __init__(self, *args: Any, after: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["state"]
        follows = [(value, said) for value, said in AffiliationStep.State.choices if value in FOLLOWS[after]]
        field.choices = capitals(follows)

    @property
    def step(self) -> NewStep:
        """As operations take it."""
        return NewStep(**{name: self.cleaned_data[name] for name in ("state", "on", "hangs_on", "words", "says_who")})


class AffiliationForm(RecordForm, StepForm):
    """A new one, by its first step."""

    right = KEEP_COVENANTS

    group = GroupField(label=_("Which group of ours"), empty_label=None)
    body_words = forms.CharField(label=_("With which body"), max_length=160)
    body = forms.ModelChoiceField(
        queryset=Institution.objects.none(),
        label=_("Is it on record?"),
        required=False,
        to_field_name="uid",
        empty_label=_("No"),
    )
    about = forms.CharField(label=_("As what"), max_length=200, required=False)

    field_order = ["group", "body_words", "body", "about"]

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        field: Any = self.fields["body"]
        field.queryset = Institution.objects.visible_to(by).standing()
