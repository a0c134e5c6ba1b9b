"""The form that makes two records one: whose word stands, wherever they differ."""

from collections.abc import Sequence
from typing import Any

from django import forms

from m4c.people.doubles.choosing import KEEP, OTHER, Difference


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
