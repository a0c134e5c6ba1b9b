"""Forms of deciding: the papers of a ballot, cutting the issue, and how an issue moves."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.form_ids import OwnIds
from m4c.events.forms.record import RecordForm
from m4c.listening.deciding.paper_form import PaperForm
from m4c.listening.models import Ballot, BallotOption, CandidateIssue, Issue, IssueDecider
from m4c.listening.operations.candidate_issue import Cut
from m4c.listening.operations.issue import Choice
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account

A_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class HandsForm(forms.Form):
    """How many hands each option had in the room."""

    def __init__(self, *args: Any, options: Sequence[BallotOption], **more: Any) -> None:
        super().__init__(*args, **more)
        self.options = options
        for option in options:
            self.fields[f"hands_{option.position}"] = forms.IntegerField(
                label=option.words, min_value=0, max_value=100_000, required=False
            )

    @property
    def hands(self) -> dict[BallotOption, int]:
        """The hands by option."""
        return {option: self.cleaned_data[f"hands_{option.position}"] or 0 for option in self.options}


class SlipsForm(forms.Form):
    """How many slips to print."""

    number = forms.IntegerField(label=_("How many slips"), min_value=1, max_value=500)


class NamedSlipForm(RecordForm):
    """A slip for somebody by name."""

    person = PersonField(label=_("Whose slip"))


class TypedPaperForm(PaperForm):
    """A paper with its number."""

    number = forms.IntegerField(label=_("Number of the paper"), min_value=1, max_value=999_999_999)


class BehalfForm(PaperForm, RecordForm):
    """Somebody's vote as they said it on the phone."""

    person = PersonField(label=_("Who was phoned"))
    words = forms.CharField(
        label=_("How it was taken down"),
        max_length=200,
        help_text=_("Who asked what, and that they agreed: in a secret ballot never what they voted."),
    )


class MinutesForm(forms.Form):
    """The decision as it is minuted."""

    words = forms.CharField(
        label=_("What was decided, for the minutes"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 3})
    )


class CutForm(forms.Form):
    """A change that might be won."""

    change = forms.CharField(label=_("The change, exactly"), max_length=200)
    who_can_grant = forms.CharField(label=_("Who can grant it"), max_length=160, help_text=_("A person, by name."))
    by_when = forms.DateField(label=_("By when"), required=False, widget=A_DAY)

    @property
    def cut(self) -> Cut:
        """As operations take it."""
        return Cut(**self.cleaned_data)


class ChooseForm(forms.Form):
    """How a candidate became the group's issue."""

    name = forms.CharField(label=_("What we call it"), max_length=120)
    problem = forms.CharField(label=_("The problem, as people said it"), max_length=400, required=False)
    how_decided = forms.CharField(label=_("How it was decided"), max_length=400, required=False)
    ballot = forms.ModelChoiceField[Ballot](
        label=_("By which ballot"),
        queryset=Ballot.objects.none(),
        required=False,
        to_field_name="uid",
        empty_label=_("None"),
    )
    on = forms.DateField(label=_("On"), widget=A_DAY)
    tells = forms.BooleanField(
        label=_("Tell those who were heard, as far as they agreed"), required=False, initial=True
    )
    words = forms.CharField(
        label=_("What they are told"), required=False, max_length=1_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, by: Account, candidate: CandidateIssue, **more: Any) -> None:
        super().__init__(*args, **more)
        rows = Ballot.objects.visible_to(by).filter(group=candidate.group).exclude(closed_at=None)
        self.fields["ballot"].queryset = rows  # type: ignore[attr-defined]
        self.fields["on"].initial = timezone.localdate()

    @property
    def choice(self) -> Choice:
        """As operations take it."""
        return Choice(**self.cleaned_data)


class DeciderForm(OwnIds, RecordForm):
    """Who decided, and where they stood."""

    person = PersonField(label=_("Who"))
    stood = forms.ChoiceField(
        label=_("Where they stood"), choices=capitals(IssueDecider.Stood.choices), widget=forms.RadioSelect
    )
    words = forms.CharField(label=_("Why"), max_length=300, required=False)


class MoveForm(OwnIds, forms.Form):
    """How an issue moved."""

    on = forms.DateField(label=_("On"), widget=A_DAY)
    words = forms.CharField(label=_("What happened"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 3}))
    tells = forms.BooleanField(
        label=_("Tell those who were heard, as far as they agreed"), required=False, initial=True
    )


class OutcomeForm(OwnIds, forms.Form):
    """What became of an issue."""

    outcome = forms.ChoiceField(
        label=_("What became of it"), choices=capitals(Issue.Outcome.choices), widget=forms.RadioSelect
    )
    on = forms.DateField(label=_("On"), widget=A_DAY)
