"""The form of an evaluation: four questions, feelings first."""

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.events.models import Evaluation
from m4c.events.operations.evaluation import Said


class EvaluationForm(forms.Form):
    """How somebody feels, what we learnt, who grew, what is next; only the first must be answered."""

    feelings = forms.CharField(
        label=_("How do you feel?"), max_length=300, help_text=_("A few words: proud, tired, hopeful, let down.")
    )
    learnt = forms.CharField(label=_("What did we learn?"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    grew = forms.CharField(
        label=_("Who grew?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Who did something that they had not done before?"),
    )
    next = forms.CharField(
        label=_("What is next?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("A line for each thing: each can become a job."),
    )

    @staticmethod
    def words_of(evaluation: Evaluation | None) -> dict[str, str]:
        """What was said before, to begin with."""
        names = ("feelings", "learnt", "grew", "next")
        return {name: getattr(evaluation, name) for name in names} if evaluation else {}

    @property
    def said(self) -> Said:
        """What was written."""
        return Said(**self.cleaned_data)
