"""What a report is asked for: a period and a group, by an address that can be shared."""

from calendar import monthrange
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused, add_to_form
from m4c.insight.permissions import SEE_REPORTS
from m4c.insight.so_far import Period, Reading
from m4c.insight.so_far.beginning import first_day
from m4c.insight.so_far.reach import groups_to_report_on, reach_of
from m4c.people.models import Account, Group

PRESETS = {"months": _("Last four months"), "year": _("This year"), "all": _("All time")}


class SoFarForm(forms.Form):
    """Period and group. What the address leaves out is filled in: the last four months, and all one's groups.

    Where the workspace is narrowed to a group, it begins with that one: `begin`.

    `period=year` and the like stand for days that move on with the calendar.
    """

    def __init__(self, data: QueryDict, *, account: Account, today: date, begin: Group | None = None) -> None:
        self.account = account
        self.groups = {group.slug: group for group in groups_to_report_on(account)}
        self.tops = account.sight.groups(SEE_REPORTS)
        self.preset = data.get("period", "" if "from" in data or "to" in data else "months")
        choices = self.group_choices()
        first = begin.slug if begin and begin.slug in self.groups else choices[0][0] if choices else ""
        group = data.get("group", first)
        super().__init__({"group": group, **self.days(data, self.groups.get(group), today)})
        self.fields["from"] = forms.DateField(label=_("From"))
        self.fields["to"] = forms.DateField(label=_("To"))
        self.fields["group"] = forms.ChoiceField(label=_("Which group"), choices=choices, required=False)

    def group_choices(self) -> list[tuple[str, Any]]:
        """All together where there are several, then each group, drawn in below the one above it."""
        if self.tops is None:
            everything = [("", _("The whole movement"))]
        else:
            everything = [("", _("All my groups"))] if len(self.tops) > 1 else []
        listed = [group for group in self.groups.values() if group.kind != Group.Kind.MOVEMENT]
        least = min((len(group.ancestor_paths) for group in listed), default=0)
        drawn_in = {group: "\N{EM SPACE}" * (len(group.ancestor_paths) - least) for group in listed}
        return everything + [(group.slug, f"{drawn_in[group]}{group}") for group in listed]

    def days(self, data: QueryDict, group: Group | None, today: date) -> dict[str, Any]:
        """Both ends of the period: of the preset, or as given."""
        if self.preset not in PRESETS:
            return {"from": data.get("from", ""), "to": data.get("to", "")}
        first = months_before(today, 4)
        if self.preset == "year":
            first = today.replace(month=1, day=1)
        elif self.preset == "all" and self.groups:
            first = first_day(reach_of(self.account, group)) or first
        return {"from": min(first, today).isoformat(), "to": today.isoformat()}

    def clean(self) -> dict[str, Any]:
        """The period, where both days are days and make one."""
        given = super().clean() or {}
        if "from" in given and "to" in given:
            try:
                given["period"] = Period(given["from"], given["to"])
            except Refused as refused:
                add_to_form(self, refused)
        given["group"] = self.groups.get(given.get("group", ""))
        return given

    @property
    def has_groups(self) -> bool:
        """Whether there is any group to report on."""
        return bool(self.fields["group"].choices)  # type: ignore[attr-defined]

    @property
    def sentences(self) -> list[str]:
        """What is wrong, for those who see no form."""
        return [str(error) for errors in self.errors.values() for error in errors]

    @property
    def choice(self) -> dict[str, str]:
        """The answers of a valid form as an address carries them, days spelt out."""
        given = self.cleaned_data
        group = given["group"].slug if given["group"] else ""
        return {"from": given["from"].isoformat(), "to": given["to"].isoformat(), "group": group}

    @property
    def address(self) -> str:
        """Where this very report is shown, on any day."""
        return f"{reverse('so-far')}?{urlencode(self.choice)}"

    def reading(self, at_most: int | None = None) -> Reading:
        """The report asked for; only of a form that is valid."""
        given = self.cleaned_data
        return Reading(period=given["period"], group=given["group"], account=self.account, at_most=at_most)


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month where it is shorter."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))
