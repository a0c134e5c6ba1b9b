"""The form of a tag on somebody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.account import groups_where, home_of
from m4c.people.forms.people import GroupField
from m4c.people.models import Account, Person
from m4c.people.permissions import TAG_PEOPLE


class TagForm(forms.Form):
    """A word, known or new, and whose it is where it is new."""

    name = forms.CharField(label=_("Tag"), max_length=60, help_text=_("A few words: “speaks Arabic”, “has a van”."))
    group = GroupField(label=_("In which group"), empty_label=None)

    def __init__(self, *args: Any, by: Account, person: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        groups = groups_where(by, TAG_PEOPLE)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]
        self.fields["group"].initial = home_of(person, by, groups)
