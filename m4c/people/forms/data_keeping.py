"""Forms of what is kept and what got lost: a case to decide, a breach, what is known of it, and what was done."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.shape import ShapeForm, capitals
from m4c.people.models import Breach, RetentionCase


class CaseForm(forms.Form):
    """What is to happen with something that was kept long."""

    decision = forms.ChoiceField(
        label=_("What is to happen"), choices=capitals(RetentionCase.Decision.choices), widget=forms.RadioSelect
    )
    reason = forms.CharField(label=_("Why it is kept on"), max_length=300, required=False)
    keep_until = forms.DateField(
        label=_("Until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Five years at most."),
    )


class KeptSafeCaseForm(CaseForm):
    """The same of somebody kept safe: whether to ask them is for their own contact."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        ask = RetentionCase.Decision.ASK
        offered = [choice for choice in RetentionCase.Decision.choices if choice[0] != ask]
        self.fields["decision"].choices = capitals(offered)  # type: ignore[attr-defined]


class BreachForm(ShapeForm[Breach]):
    """What happened."""

    class Meta:
        model = Breach
        fields = ("what", "known_at", "happened_on", "whose", "number", "risk")
        widgets = {
            "known_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "happened_on": forms.DateInput(attrs={"type": "date"}),
            "what": forms.Textarea(attrs={"rows": 5}),
            "risk": forms.RadioSelect,
        }
        help_texts = {
            "what": _("In plain words, and without anybody's name."),
            "whose": _("For example: names and phones of trainees in Cardiff."),
        }


class KnownForm(ShapeForm[Breach]):
    """What is known of it by now, and who was told."""

    class Meta:
        model = Breach
        fields = (
            "risk",
            "number",
            "regulator_told_at",
            "regulator_reference",
            "not_told_because",
            "people_told_at",
            "people_told_how",
        )
        widgets = {
            "regulator_told_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "people_told_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "risk": forms.RadioSelect,
        }


class BreachStepForm(forms.Form):
    """What was done."""

    words = forms.CharField(label=_("What was done"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}))


def given_of(form: ShapeForm[Any]) -> Breach:
    """A breach as a form describes it, not saved."""
    return Breach(**form.cleaned_data)
