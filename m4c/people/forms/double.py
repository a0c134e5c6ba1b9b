"""The forms that make two records one: which other it is, and whose word stands wherever they differ."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.people.doubles.choosing import KEEP, OTHER, Difference
from m4c.people.forms.person_field import PersonField
from m4c.people.models import Account


class MergeForm(forms.Form):
    """One choice for each difference, between the words of the two records; the usual one is ticked."""

    def __init__(self, *args: Any, differences: Sequence[Difference], **options: Any) -> None:
        super().__init__(*args, **options)
        for each in differences:
            self.fields[each.part.name] = forms.ChoiceField(
                label=str(each.part.label),
                choices=[(KEEP, each.keep), (OTHER, each.other)],
                initial=each.usual,
                widget=forms.RadioSelect,
            )


class SamePersonForm(forms.Form):
    """Which other record is of the same person."""

    other = PersonField(label=_("Which other record?"))

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["other"].account = by  # type: ignore[attr-defined]
