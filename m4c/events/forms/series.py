"""Forms of series: what comes back and when, a day left out or confirmed, and the end of it."""

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from m4c.events.forms.event import KINDS
from m4c.events.forms.moments import check_hour
from m4c.events.forms.record import RecordForm
from m4c.events.models import Event, Series
from m4c.events.operations.series import NewSeries
from m4c.events.permissions import PLAN_EVENTS
from m4c.events.planning.faith_days import FAITH_DAYS
from m4c.events.planning.recurrence import HowOften, rule_of
from m4c.people.forms.people import GroupField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account

FAITHS = [
    (calendar.label, [(day.name, day.title) for day in FAITH_DAYS if day.calendar == calendar])
    for calendar in (Series.Calendar.ISLAMIC, Series.Calendar.JEWISH, Series.Calendar.CHRISTIAN)
]
CALENDARS = {day.name: day.calendar for day in FAITH_DAYS}


class SeriesForm(RecordForm):
    """What comes back, whose, how often, and where."""

    right = PLAN_EVENTS

    title = forms.CharField(label=_("What is it called?"), max_length=200)
    kind = forms.ChoiceField(label=_("What kind"), choices=KINDS)
    group = GroupField(label=_("Whose"), empty_label=None)
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
    place = forms.CharField(label=_("Where"), max_length=200, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=8, required=False)
    link = forms.URLField(label=_("Link, where it is held online"), required=False, assume_scheme="https")
    at_home = forms.BooleanField(label=_("It is at somebody's home"), required=False)
    visibility = forms.ChoiceField(
        label=_("Who may see it"),
        choices=capitals(Event.Visibility.choices),
        initial=Event.Visibility.GROUP,
        widget=forms.RadioSelect,
    )

    @classmethod
    def of(cls, series: Series, *args: Any, by: Account) -> "SeriesForm":
        """The form to change a series: what it is, whose, and when it comes back, stays."""
        names = ("title", "until", "starts", "ends", "place", "postcode", "link", "at_home", "visibility")
        form = cls(*args, by=by, initial={name: getattr(series, name) for name in names})
        del form.fields["kind"], form.fields["group"], form.fields["comes_back"], form.fields["first_on"]
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
