"""Forms of a group's chart: what it is by and what counts as done, somebody's unit, and places nobody is known at."""

import re
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.people.chart.register import options_of
from m4c.people.forms.front_desk import DAY
from m4c.people.forms.shape import FilterForm, capitals
from m4c.people.models import Account, ChartPlace, Group

LATELY = timedelta(days=90)  # what the chart begins with
APART = re.compile(r"[,;\n]+")


class ChartForm(FilterForm):
    """By what the chart's rows are, what "done" means, and since when."""

    by = forms.ChoiceField(label=_("Rows"), required=False, choices=capitals(ChartPlace.Kind.choices))
    done = forms.ChoiceField(label=_("Done means"), required=False)
    since = forms.DateField(label=_("Since"), required=False, widget=DAY)

    def __init__(self, data: Any, *, account: Account, group: Group) -> None:
        self.offered = offered = options_of(account, group)
        given = data.copy()
        given.setdefault("by", ChartPlace.Kind.STREET.value)
        given.setdefault("done", offered[0][0] if offered else "")
        given.setdefault("since", (timezone.localdate() - LATELY).isoformat())
        super().__init__(given)
        self.fields["done"].choices = offered  # type: ignore[attr-defined]


class UnitForm(forms.Form):
    """In which workplace or unit somebody is."""

    unit = forms.CharField(
        label=_("Workplace or unit"),
        required=False,
        max_length=80,
        help_text=_("As people there call it: a block, a shop, a ward of the hospital, a shift."),
    )


class PlacesForm(forms.Form):
    """Doors of a street, or places of a unit, where nobody is known yet."""

    row = forms.CharField(label=_("Which one?"), max_length=120)
    names = forms.CharField(
        label=_("Doors or places"),
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("With commas between, or each on a line of its own: 12, 14, 16a. Never a name of somebody."),
    )

    def clean_names(self) -> list[str]:
        """Each of them."""
        return [name.strip() for name in APART.split(self.cleaned_data["names"]) if name.strip()]
