"""Two shapes of forms: one that takes its fields from a model and leaves the rules alone, and one that filters."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django import forms
from django.db import models
from django.utils.text import capfirst

Shape = TypeVar("Shape", bound=models.Model)


class ShapeForm(forms.ModelForm[Shape]):
    """Parses what was typed. The instance gives what the form starts with, and stays as it is."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            if isinstance(field, forms.TypedChoiceField):
                is_ticked = isinstance(field.widget, forms.RadioSelect)  # where nothing is chosen, nothing is ticked
                choices: list[Any] = list(field.widget.choices)
                field.choices = capitals(choice for choice in choices if choice[0] or not is_ticked)

    def _post_clean(self) -> None:
        """Write nothing to the instance and check none of its constraints: the operation does both."""


def capitals(choices: Iterable[Any]) -> list[tuple[str, str]]:
    """Choices as they stand alone, with a capital: models name them as they stand in a sentence."""
    return [(value, capfirst(label)) for value, label in choices]


class FilterForm(forms.Form):
    """What a list is filtered by, from an address: nonsense counts as nothing."""

    def chosen(self, name: str) -> Any:
        """What was given for a field, or None."""
        self.errors  # noqa: B018 - reading them cleans the form, once
        return self.cleaned_data.get(name)
