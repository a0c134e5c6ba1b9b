"""Forms of the strategy chart and the power map."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import ChartEntry
from m4c.campaigns.operations.chart import NewLine
from m4c.campaigns.operations.placement import FURTHEST, MOST_POWER, NewPlacement
from m4c.campaigns.strategy.columns import COLUMNS, Asked
from m4c.campaigns.strategy.words import POSITIONS, POWERS

A_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
BY_KEY = {column.key: column for column in COLUMNS}


class LineForm(forms.Form):
    """A line of one column: under which part, in which words; a step with who does it and by when."""

    part = forms.ChoiceField(label=_("Under"))
    words = forms.CharField(label=_("In words"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    constituency = forms.CharField(
        label=_("Who of ours does it"),
        max_length=160,
        required=False,
        help_text=_("Tenants of the Ely blocks, the parents of a school: a group of people who can."),
    )
    due_on = forms.DateField(label=_("By when"), required=False, widget=A_DAY)

    def __init__(self, *args: Any, column: Asked, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": f"id_{column.key}_%s"} | more)
        self.column = column
        labels = [(part, str(ChartEntry.Part(part).label).capitalize()) for part in column.parts]
        self.fields["part"].choices = labels  # type: ignore[attr-defined]
        self.fields["part"].initial = labels[0][0]
        if len(labels) == 1:
            self.fields["part"].widget = forms.HiddenInput()
        if not column.has_steps:
            del self.fields["constituency"], self.fields["due_on"]

    @property
    def line(self) -> NewLine:
        """As operations take it."""
        return NewLine(**self.cleaned_data)


class ChoiceForm(forms.Form):
    """Which of two wordings stands: theirs, one's own, or both as lines of their own."""

    THEIRS, MINE, BOTH = "theirs", "mine", "both"

    choice = forms.ChoiceField(
        choices=[(THEIRS, _("Keep theirs")), (MINE, _("Put mine in its place")), (BOTH, _("Keep both"))]
    )


class VersionForm(forms.Form):
    """Why a version is kept."""

    words = forms.CharField(
        label=_("Why you keep it"), max_length=200, required=False, help_text=_("After the research meeting, say.")
    )


class PlaceForm(forms.Form):
    """Where somebody stands, and what shows it."""

    power = forms.TypedChoiceField(
        label=_("Power over this decision"),
        coerce=int,
        choices=[(power, f"{power}: {POWERS[power]}" if power in POWERS else power) for power in range(MOST_POWER + 1)][
            ::-1
        ],
    )
    position = forms.TypedChoiceField(
        label=_("Where they stand"),
        coerce=int,
        choices=[(each, f"{each:+d}: {POSITIONS[each]}") for each in range(FURTHEST, -FURTHEST - 1, -1)],
    )
    evidence = forms.CharField(
        label=_("What shows it"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What they said, voted or did in their public role, and where that can be read. No private life."),
    )
    on = forms.DateField(label=_("As of"), widget=A_DAY)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_place_%s"} | more)
        self.fields["on"].initial = timezone.localdate

    @property
    def new(self) -> NewPlacement:
        """As operations take it."""
        return NewPlacement(**self.cleaned_data)
