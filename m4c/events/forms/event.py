"""The form of an event: what, whose, when, where, who may see it; and, folded away, the rest of its plan."""

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.events.forms.moments import at, check_hour
from m4c.events.forms.record import RecordForm
from m4c.events.models import AccessNeed, CoHost, Event
from m4c.events.operations.event import NewEvent
from m4c.events.permissions import PLAN_EVENTS
from m4c.people.forms.people import GroupField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account, Group
from m4c.people.naming import names_of

# Trainings and house meetings have forms of their own.
ELSEWHERE = (Event.Kind.TRAINING, Event.Kind.HOUSE_MEETING)  # planned by forms of their own
KINDS = capitals((kind.value, kind.label) for kind in Event.Kind if kind not in ELSEWHERE)
REST = ("details", "link", "capacity", "target", "access", "language", "contact", "co_hosts")  # what stands folded


class EventForm(RecordForm):
    """A gathering: what, whose, when, where, who may see it, and the rest of its plan."""

    right = PLAN_EVENTS

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
        choices=capitals(Event.Visibility.choices),
        initial=Event.Visibility.GROUP,
        widget=forms.RadioSelect,
    )
    details = forms.CharField(
        label=_("What people should know"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    link = forms.URLField(label=_("Link, where it is held online"), required=False, assume_scheme="https")
    capacity = forms.IntegerField(label=_("How many there is room for"), min_value=1, max_value=100_000, required=False)
    target = forms.IntegerField(label=_("How many we want there"), min_value=1, max_value=100_000, required=False)
    access = forms.MultipleChoiceField(
        label=_("What the place offers"),
        choices=capitals(AccessNeed.choices),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=capitals([("", _("not said")), *Event.Language.choices]), required=False
    )
    contact = PersonField(
        label=_("Whom to ask about it"),
        required=False,
        help_text=_("Their name alone stands on the page of the event, for those of the group."),
    )
    co_hosts: Any = forms.ModelMultipleChoiceField(
        label=_("Held together with"),
        queryset=Group.objects.none(),
        to_field_name="slug",
        required=False,
        help_text=_("Its people see the event too. Pick several with Ctrl or ⌘."),
    )

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        hosts: Any = self.fields["co_hosts"]
        hosts.queryset = Group.objects.visible_to(by).filter(ended_on=None)
        hosts.widget.attrs["size"] = 5

    @classmethod
    def of(cls, event: Event, *args: Any, by: Account) -> "EventForm":
        """The form to change an event: its kind and group stay, and so does a contact kept safe from the account."""
        starts, ends = timezone.localtime(event.starts_at), event.ends_at and timezone.localtime(event.ends_at)
        initial = {name: getattr(event, name) for name in ("title", "at_home", "visibility", *REST[:-1])} | {
            "day": starts.date(),
            "starts": starts.time(),
            "ends": ends.time() if ends else None,
            "place": event.place_told,
            "postcode": event.postcode_told,
            "co_hosts": list(CoHost.objects.visible_to(by).filter(event=event).values_list("group__slug", flat=True)),
        }
        form = cls(*args, by=by, initial=initial)
        del form.fields["kind"], form.fields["group"]
        if event.contact_id and not names_of(by, [event.contact_id]):
            del form.fields["contact"]
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
    def opens_rest(self) -> bool:
        """Whether what stands folded is to be seen at once: something in it was refused."""
        return any(name in self.errors for name in REST)

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
