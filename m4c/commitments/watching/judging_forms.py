"""Forms of verdicts: one, that its speaker was told, and why it is taken back."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Judgement, Progress
from m4c.commitments.operations.judgement import NewJudgement
from m4c.people.forms.people import PastDateField

VERDICTS = {
    Judgement.Verdict.BROKEN: _("Broken: it takes a second person, and the speaker has notice first"),
    Judgement.Verdict.PARTLY: _("Partly kept: something is missing"),
    Judgement.Verdict.UNVERIFIABLE: _("Cannot be verified: nobody outside could tell"),
    Judgement.Verdict.DISPUTED: _("Disputed: accounts differ, and both stand"),
}


class EntryField(forms.ModelChoiceField[Progress]):
    """One of what was written down of a commitment."""

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=Progress.objects.none(), to_field_name="uid", **options)

    def label_from_instance(self, entry: Progress) -> str:
        """Its day and what it says."""
        return f"{date_format(entry.on, 'j F Y')}: {Truncator(entry.words or entry.evidence).words(12)}"


class JudgementForm(forms.Form):
    """What somebody judges."""

    verdict = forms.ChoiceField(label=_("What you judge"), choices=list(VERDICTS.items()), widget=forms.RadioSelect)
    reasons = forms.CharField(
        label=_("Why"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Say it so that whoever made the commitment would recognise what happened."),
    )
    missing = forms.CharField(
        label=_("What is missing"), max_length=300, required=False, help_text=_("Of a commitment that was partly kept.")
    )
    rests_on = EntryField(
        label=_("Which entry shows it"),
        required=False,
        empty_label=_("None of them: what shows it stands below"),
        help_text=_("If the entry is struck one day, the verdict is taken back with it."),
    )
    evidence = forms.CharField(
        label=_("On which evidence"),
        max_length=300,
        required=False,
        help_text=_("There is no verdict without evidence: choose an entry, or say what shows it."),
    )
    evidence_url = forms.URLField(label=_("Its address"), max_length=300, required=False, assume_scheme="https")
    on = PastDateField(label=_("Judged on"))

    def __init__(self, *args: Any, entries: "QuerySet[Progress]", **options: Any) -> None:
        """`entries` are those that count."""
        super().__init__(*args, **options)
        field: Any = self.fields["rests_on"]
        field.queryset = entries
        if not entries.exists():
            del self.fields["rests_on"]

    @property
    def new(self) -> NewJudgement:
        """What is judged."""
        return NewJudgement(**self.cleaned_data)


class ToldForm(forms.Form):
    """That the speaker was told."""

    on = PastDateField(label=_("Told on"))
    how = forms.CharField(
        label=_("Whom you told, and how"),
        max_length=160,
        help_text=_("“Her diary secretary, by e-mail with the page.”"),
    )


class TakeBackForm(forms.Form):
    """Why a verdict is taken back."""

    because = forms.CharField(label=_("Why it is taken back"), max_length=300)
