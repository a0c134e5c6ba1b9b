"""The form of a next step with somebody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.account import groups_where, home_of
from m4c.people.forms.people import GroupField
from m4c.people.forms.person_field import PersonField
from m4c.people.models import Account, Person
from m4c.people.permissions import TAKE_NEXT_STEPS


class NextStepForm(forms.Form):
    """What is to happen, by when, and whose it is."""

    words = forms.CharField(label=_("What happens next?"), max_length=300)
    due_on = forms.DateField(
        label=_("By"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    owner = PersonField(label=_("Whose is it?"))
    group = GroupField(label=_("In which group"), empty_label=None)

    def __init__(self, *args: Any, by: Account, person: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].initial = by.person
        self.fields["owner"].account = by  # type: ignore[attr-defined]
        self.fields["group"].queryset = groups_where(by, TAKE_NEXT_STEPS)  # type: ignore[attr-defined]
        self.fields["group"].initial = home_of(person, by, self.fields["group"].queryset)  # type: ignore[attr-defined]
