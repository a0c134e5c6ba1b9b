"""The form of an event: its plan, and on which day at which hours."""

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.events.forms.moments import at, check_hour
from m4c.events.forms.plan import PLACED, REST, PlanForm
from m4c.events.models import CoHost, Event
from m4c.events.operations.event import NewEvent
from m4c.people.models import Account


class EventForm(PlanForm):
    """A gathering: what, whose, when, where, who may see it, and the rest of its plan."""

    day = forms.DateField(label=_("Day"))
    starts = forms.TimeField(label=_("From"), initial=time(19))
    ends = forms.TimeField(label=_("Until"), required=False)
    field_order = ("title", "kind", "group", "day", "starts", "ends")

    @classmethod
    def of(cls, event: Event, *args: Any, by: Account) -> "EventForm":
        """The form to change an event: its kind and group stay, and so does a contact kept safe from the account."""
        starts, ends = timezone.localtime(event.starts_at), event.ends_at and timezone.localtime(event.ends_at)
        initial = {name: getattr(event, name) for name in (*PLACED, *REST[:-1])} | {
            "day": starts.date(),
            "starts": starts.time(),
            "ends": ends.time() if ends else None,
            "place": event.place_told,
            "postcode": event.postcode_told,
            "co_hosts": list(CoHost.objects.visible_to(by).filter(event=event).values_list("group__slug", flat=True)),
        }
        form = cls(*args, by=by, initial=initial)
        form.to_change(event)
        return form

    def clean(self) -> dict[str, Any]:
        """Hours are of the clock: not the one that it leaves out in spring."""
        given = super().clean()
        for name in ("starts", "ends"):
            if given.get("day") and given.get(name):
                try:
                    check_hour(given["day"], given[name])
                except ValidationError as error:
                    self.add_error(name, error)
        return given

    @property
    def values(self) -> dict[str, object]:
        """The facts as operations take them, without kind and group."""
        given = self.cleaned_data
        values = {name: given[name] for name in ("title", "place", "postcode", "at_home", "visibility")}
        values |= {name: given[name] for name in REST if name in given}
        values["starts_at"] = at(given["day"], given["starts"])
        values["ends_at"] = at(given["day"], given["ends"]) if given["ends"] else None
        return values | {"co_hosts": tuple(given["co_hosts"])}

    @property
    def given(self) -> dict[str, object]:
        """The event to plan, and its group."""
        new = NewEvent(kind=self.cleaned_data["kind"], **self.values)  # type: ignore[arg-type]
        return {"group": self.cleaned_data["group"], "new": new}
