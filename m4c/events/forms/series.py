"""Forms of series: what comes back and when, a day left out or confirmed, and the end of it."""

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from m4c.events.forms.moments import check_hour
from m4c.events.forms.plan import PLACED, REST, PlanForm
from m4c.events.models import Event, Series, SeriesCoHost
from m4c.events.operations.repeating import ASKED_FOR
from m4c.events.operations.series import NewSeries
from m4c.events.planning.faith_days import FAITH_DAYS
from m4c.events.planning.recurrence import HowOften, rule_of
from m4c.people.forms.shape import capitals
from m4c.people.models import Account

FAITHS = [
    (calendar.label, [(day.name, day.title) for day in FAITH_DAYS if day.calendar == calendar])
    for calendar in (Series.Calendar.ISLAMIC, Series.Calendar.JEWISH, Series.Calendar.CHRISTIAN)
]
CALENDARS = {day.name: day.calendar for day in FAITH_DAYS}


class SeriesForm(PlanForm):
    """What comes back, whose, how often, where, and the rest of the plan that each event takes over."""

    comes_back = forms.ChoiceField(
        label=_("When does it come back?"), choices=[(_("By the week or month"), HowOften.choices), *FAITHS]
    )
    first_on = forms.DateField(
        label=_("First day"),
        help_text=_("Its weekday is the one it comes back on. For a calendar of a faith: from when."),
    )
    until = forms.DateField(label=_("Until"), required=False, help_text=_("Leave it empty if nobody knows."))
    starts = forms.TimeField(label=_("From"), initial=time(19))
    ends = forms.TimeField(label=_("To"), required=False)
    parts = forms.MultipleChoiceField(
        label=_("Parts to be taken each time"),
        choices=capitals((part.value, part.label) for part in ASKED_FOR),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each event asks for somebody to take them."),
    )
    held_by = forms.CharField(
        label=_("Who holds it?"),
        max_length=200,
        required=False,
        help_text=_("Of somebody else's meeting alone. Each of them says so."),
    )
    chair = forms.CharField(label=_("Who chairs it?"), max_length=120, required=False)
    field_order = ("title", "kind", "group", "comes_back", "first_on", "until", "starts", "ends")

    @classmethod
    def of(cls, series: Series, *args: Any, by: Account) -> "SeriesForm":
        """The form to change a series: what it is, whose, and when it comes back, stays."""
        names = (*PLACED, *REST[:-1], "until", "starts", "ends", "place", "postcode", "parts", "held_by", "chair")
        hosts = SeriesCoHost.objects.visible_to(by).filter(series=series).values_list("group__slug", flat=True)
        initial = {name: getattr(series, name) for name in names} | {"co_hosts": list(hosts)}
        form = cls(*args, by=by, initial=initial)
        form.to_change(series)
        del form.fields["comes_back"], form.fields["first_on"]
        if series.kind != Event.Kind.OTHERS:
            del form.fields["held_by"], form.fields["chair"]
        return form

    def clean(self) -> dict[str, Any]:
        """The first of them is at an hour that there is."""
        given = super().clean()
        for name in ("starts", "ends"):
            if given.get("first_on") and given.get(name):
                try:
                    check_hour(given["first_on"], given[name])
                except ValidationError as error:
                    self.add_error(name, error)
        return given

    @property
    def opens_host(self) -> bool:
        """Whether the body and the chair are to be seen at once: they are named, or were refused."""
        return any(name in self.errors or self[name].value() for name in ("held_by", "chair"))

    @property
    def given(self) -> dict[str, Any]:
        """The series to start, and its group."""
        values = dict(self.cleaned_data)
        group, comes_back = values.pop("group"), values.pop("comes_back")
        calendar = CALENDARS.get(comes_back, Series.Calendar.RULE)
        rule = rule_of(comes_back, values["first_on"]) if calendar == Series.Calendar.RULE else comes_back
        return {"group": group, "new": NewSeries(rule=rule, calendar=calendar, **values)}


class WhyForm(forms.Form):
    """Why something does not take place."""

    why = forms.CharField(label=_("Why?"), max_length=200, required=False)


class ConfirmDayForm(forms.Form):
    """On which day a day of a faith's calendar is kept."""

    on = forms.DateField(label=_("It is kept on"), help_text=_("Ask those who keep it: a moon may move it by a day."))


class EndSeriesForm(forms.Form):
    """The last day on which a series comes back, and why."""

    on = forms.DateField(label=_("The last day"), help_text=_("What is in the calendar after it is called off."))
    why = forms.CharField(label=_("Why?"), max_length=200, required=False)


class SchoolHolidayForm(forms.Form):
    """A school holiday as a council publishes it."""

    area = forms.CharField(label=_("Whose schools?"), max_length=120, help_text=_("Such as “Cardiff”."))
    name = forms.CharField(label=_("Which holiday?"), max_length=120, help_text=_("Such as “February half-term”."))
    first_on = forms.DateField(label=_("First day"))
    last_on = forms.DateField(label=_("Last day"))
    source = forms.CharField(
        label=_("Who says so?"), max_length=200, help_text=_("The page of the council, or its name.")
    )
