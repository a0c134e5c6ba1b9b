"""A paper as a form: one choice, dots, or ranks, as the ballot asks; on a phone, and where papers are typed in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from m4c.listening.deciding.marking import Marked
from m4c.listening.models import Ballot

Method = Ballot.Method


class PaperForm(forms.Form):
    """What somebody marks: a field for each option, in its order; `marked` is what they said."""

    def __init__(self, *args: Any, ballot: Ballot, options: Sequence[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.ballot, self.options = ballot, list(options)
        for place, words in enumerate(self.options, 1):
            if ballot.method == Method.DOTS:
                self.fields[f"option_{place}"] = dots_field(words, ballot.dots)
            elif ballot.method == Method.RANKED:
                self.fields[f"option_{place}"] = rank_field(words, len(self.options))
        if ballot.method == Method.HANDS:
            choices = [(str(place), words) for place, words in enumerate(self.options, 1)]
            self.fields["option"] = forms.ChoiceField(
                label=gettext_lazy("Your vote"), choices=choices, widget=forms.RadioSelect
            )

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError for a rank given twice, for too many dots, and for a paper that says nothing."""
        given = self.given()
        if self.ballot.method == Method.HANDS:
            return self.cleaned_data
        if not given and not self.errors:
            raise forms.ValidationError(_("Mark something: a paper that says nothing cannot be counted."))
        if self.ballot.method == Method.RANKED and len(set(given.values())) < len(given):
            raise forms.ValidationError(_("Give each rank once."))
        if self.ballot.method == Method.DOTS and sum(given.values()) > self.ballot.dots:
            text = ngettext("You have {dots} dot.", "You have {dots} dots.", self.ballot.dots)
            raise forms.ValidationError(text.format(dots=self.ballot.dots))
        return self.cleaned_data

    def given(self) -> dict[str, int]:
        """The rank or dots that each option got, by its words."""
        fields = {words: self.cleaned_data.get(f"option_{place}") for place, words in enumerate(self.options, 1)}
        return {words: int(given) for words, given in fields.items() if given}

    @property
    def marked(self) -> Marked:
        """What was said, as operations take it."""
        if self.ballot.method == Method.HANDS:
            return [self.options[int(self.cleaned_data["option"]) - 1]]
        given = self.given()
        return given if self.ballot.method == Method.DOTS else sorted(given, key=lambda words: given[words])

    @property
    def marks(self) -> list[forms.BoundField]:
        """The fields of the options alone."""
        return [self[name] for name in self.fields if name.startswith("option")]


class DotsField(forms.IntegerField):
    """How many dots an option gets; left empty it gets none."""

    def clean(self, value: Any) -> Any:
        """The number, or none."""
        return 0 if value in self.empty_values else super().clean(value)


class RankField(forms.TypedChoiceField):
    """Which choice an option is; left empty it is none."""

    def clean(self, value: Any) -> Any:
        """The rank, or None."""
        return None if value in self.empty_values else super().clean(value)


def dots_field(words: str, most: int) -> forms.Field:
    """How many dots an option gets."""
    numbers = forms.NumberInput(attrs={"inputmode": "numeric", "min": 0, "max": most})
    return DotsField(label=words, initial=0, min_value=0, max_value=most, widget=numbers)


def rank_field(words: str, options: int) -> forms.Field:
    """Which choice an option is."""
    ranks = [("", gettext_lazy("no rank"))] + [(str(rank), ordinal(rank)) for rank in range(1, options + 1)]
    return RankField(label=words, choices=ranks, coerce=int)


def ordinal(rank: int) -> str:
    """A rank in words where there are some."""
    said = {1: _("first choice"), 2: _("second choice"), 3: _("third choice")}
    return said.get(rank) or _("choice {number}").format(number=rank)
