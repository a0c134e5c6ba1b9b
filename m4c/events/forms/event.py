"""The form of an event: what, whose, when, where, and who may see it."""

from datetime import time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.events.forms.moments import at
from m4c.events.forms.record import RecordForm
from m4c.events.models import Event
from m4c.events.operations.event import NewEvent
from m4c.events.permissions import PLAN_EVENTS
from m4c.people.forms.people import GroupField
from m4c.people.models import Account


class EventForm(RecordForm):
    """A gathering: what, whose, when, where, and who may see it."""

    right = PLAN_EVENTS
    KINDS = [  # trainings and house meetings have forms of their own
        (kind.value, kind.label) for kind in Event.Kind if kind not in (Event.Kind.TRAINING, Event.Kind.HOUSE_MEETING)
    ]

    title = forms.CharField(label=_("What is it called?"), max_length=200)
    kind = forms.ChoiceField(label=_("What kind"), choices=KINDS)
    group = GroupField(label=_("Whose"), empty_label=None)
    day = forms.DateField(label=_("Day"))
    starts = forms.TimeField(label=_("From"), initial=time(19))
    ends = forms.TimeField(label=_("Until"), required=False)
    place = forms.CharField(label=_("Where"), max_length=200, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=8, required=False)
    at_home = forms.BooleanField(
        label=_("It is at somebody's home"),
        help_text=_("Everybody may then read the town alone; those who see the event here are told the place."),
        required=False,
    )
    visibility = forms.ChoiceField(
        label=_("Who may see it"),
        choices=Event.Visibility.choices,
        initial=Event.Visibility.GROUP,
        widget=forms.RadioSelect,
    )

    @classmethod
    def of(cls, event: Event, *args: Any, by: Account) -> "EventForm":
        """The form to change an event: its kind and group stay."""
        starts, ends = timezone.localtime(event.starts_at), event.ends_at and timezone.localtime(event.ends_at)
        initial = {
            "title": event.title,
            "day": starts.date(),
            "starts": starts.time(),
            "ends": ends.time() if ends else None,
            "place": event.place_told,
            "postcode": event.postcode_told,
            "at_home": event.at_home,
            "visibility": event.visibility,
        }
        form = cls(*args, by=by, initial=initial)
        del form.fields["kind"], form.fields["group"]
        return form

    @property
    def values(self) -> dict[str, object]:
        """The facts as operations take them, without kind and group."""
        given = self.cleaned_data
        return {
            "title": given["title"],
            "starts_at": at(given["day"], given["starts"]),
            "ends_at": at(given["day"], given["ends"]) if given["ends"] else None,
            "place": given["place"],
            "postcode": given["postcode"],
            "at_home": given["at_home"],
            "visibility": given["visibility"],
        }

    @property
    def given(self) -> dict[str, object]:
        """The event to plan, and its group."""
        new = NewEvent(kind=self.cleaned_data["kind"], **self.values)  # type: ignore[arg-type]
        return {"group": self.cleaned_data["group"], "new": new}
