"""Forms by which candidate issues are scored on the checklist: one from a paper, or all of a ballot by oneself."""

from collections.abc import Sequence
from string import ascii_lowercase
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.listening.deciding.checklist import ANSWERS, CHECKLIST, Criterion
from m4c.listening.models import CandidateIssue


class ScoreForm(forms.Form):
    """The checklist for one candidate, by somebody present or from a paper."""

    slip = forms.IntegerField(
        label=_("Number of the paper"),
        min_value=1,
        max_value=999_999_999,
        required=False,
        help_text=_("Empty for your own scores, which stand beside your name."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields |= {criterion.name: line_of(criterion) for criterion in CHECKLIST}

    @property
    def scores(self) -> dict[str, int]:
        """The lines that were answered."""
        given = {criterion.name: self.cleaned_data[criterion.name] for criterion in CHECKLIST}
        return {name: score for name, score in given.items() if score != ""}


class SheetForm(forms.Form):
    """The checklist for all candidates of a ballot, as each of those present fills it in on their own phone."""

    def __init__(self, *args: Any, candidates: Sequence[CandidateIssue], **more: Any) -> None:
        super().__init__(*args, **more)
        self.candidates = list(candidates)
        for place, _candidate in enumerate(self.candidates):
            self.fields |= {f"{ascii_lowercase[place]}_{line.name}": line_of(line) for line in CHECKLIST}

    @property
    def parts(self) -> list[tuple[str, CandidateIssue, list[forms.BoundField]]]:
        """Each candidate under its letter, with its lines."""
        return [
            (letter.upper(), each, [self[f"{letter}_{line.name}"] for line in CHECKLIST])
            for letter, each in zip(ascii_lowercase, self.candidates, strict=False)
        ]

    @property
    def scores(self) -> dict[CandidateIssue, dict[str, int]]:
        """The lines that were answered, of each candidate."""
        return {
            each: {
                line.name: score for line in CHECKLIST if (score := self.cleaned_data[f"{letter}_{line.name}"]) != ""
            }
            for letter, each in zip(ascii_lowercase, self.candidates, strict=False)
        }


def line_of(criterion: Criterion) -> forms.TypedChoiceField:
    """One line of the checklist to be answered, or left."""
    return forms.TypedChoiceField(
        label=str(criterion.question), choices=ANSWERS, coerce=int, required=False, widget=forms.RadioSelect
    )
