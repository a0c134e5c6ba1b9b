"""Forms of grids: the same questions to many, and whom to add."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.operations.ask_grid import NewGrid
from m4c.commitments.permissions import NEGOTIATE
from m4c.commitments.table.fields import A_DAY, CampaignField, lines
from m4c.core.form_ids import OwnIds
from m4c.events.forms.record import RecordForm
from m4c.people.forms.people import GroupField
from m4c.people.models import Account
from m4c.power.models import Institution, Office

SHORT, QUESTION = 40, 300
BETWEEN = "|"


class GridForm(OwnIds, RecordForm):
    """A grid: what it is called, its questions, one a line."""

    right = NEGOTIATE

    name = forms.CharField(label=_("What it is called"), max_length=120)
    group = GroupField(label=_("Which group asks"), empty_label=None)
    questions = lines(
        _("The questions, one a line"),
        5,
        max_length=4_000,
        help_text=_(
            "The exact words. Before a | stands what goes above its column: "
            "“Living wage | Will you pay the living wage from April?”"
        ),
    )
    asked_on = forms.DateField(label=_("Asked on"), widget=A_DAY)
    answers_by = forms.DateField(label=_("Answers expected by"), required=False, widget=A_DAY)
    campaign = CampaignField()

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        options["initial"] = {"asked_on": timezone.localdate()} | (options.get("initial") or {})
        super().__init__(*args, by=by, **options)
        self.fields["campaign"].offer(by)  # type: ignore[attr-defined]

    def clean_questions(self) -> list[tuple[str, str]]:
        """The questions, each with what stands above its column."""
        return [question_of(line) for line in self.cleaned_data["questions"].splitlines() if line.strip()]

    @property
    def new(self) -> NewGrid:
        """The grid."""
        return NewGrid(**{name: value for name, value in self.cleaned_data.items() if name != "group"})


class QuestionForm(OwnIds, forms.Form):
    """One more question."""

    words = forms.CharField(label=_("The exact question"), max_length=QUESTION)
    short = forms.CharField(label=_("Above its column"), max_length=SHORT, required=False)


class WhomForm(OwnIds, forms.Form):
    """Many people at once: who holds an office, or any office of an institution, on the day it is asked."""

    office = forms.ModelChoiceField(
        queryset=Office.objects.none(),
        label=_("Everybody who holds this office"),
        required=False,
        to_field_name="uid",
        empty_label=_("No office"),
    )
    institution = forms.ModelChoiceField(
        queryset=Institution.objects.none(),
        label=_("Everybody who holds an office in"),
        required=False,
        to_field_name="uid",
        empty_label=_("No institution"),
    )

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        offices = Office.objects.visible_to(by).select_related("institution").order_by("institution__name", "name")
        fields["office"].queryset = offices
        fields["office"].label_from_instance = lambda office: f"{office.institution.name}: {office.name}"
        fields["institution"].queryset = Institution.objects.visible_to(by).order_by("name")

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not (given.get("office") or given.get("institution")):
            raise ValidationError(_("Choose an office or an institution."), code="nobody")
        return given


def question_of(line: str) -> tuple[str, str]:
    """A question and what stands above its column. Raises ValidationError where either is too long."""
    short, between, words = line.partition(BETWEEN)
    words, short = (words, short) if between else (line, "")
    words, short = words.strip(), short.strip()
    if len(words) > QUESTION or len(short) > SHORT:
        raise ValidationError(
            _("A question has at most {long} letters, and what stands above its column {short}.").format(
                long=QUESTION, short=SHORT
            )
        )
    return words, short
