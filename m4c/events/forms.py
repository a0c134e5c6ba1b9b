"""Forms of events: what one asks and in which shape, and no rules."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import Permission
from m4c.events.models import Attendance, Event, HeadCount
from m4c.events.operations.event import NewEvent
from m4c.events.permissions import PLAN_EVENTS, SEE_EVENTS
from m4c.people.forms.account import groups_where
from m4c.people.forms.people import GroupField
from m4c.people.forms.person_field import PersonField
from m4c.people.models import Account, Person

State = Attendance.State


class RecordForm(forms.Form):
    """A form by which an account writes something down.

    `right` is what a `group` field offers the groups for; `own_unless` names the person field that, left empty, means
    whoever fills the form in.
    """

    right: Permission
    own_unless = ""

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by = by
        for field in self.fields.values():
            if isinstance(field, PersonField):
                field.account = by
        if "group" in self.fields:
            self.offer_groups()

    def clean(self) -> dict[str, Any]:
        """What is one's own is somebody's."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if self.own_unless and not (given.get(self.own_unless) or self.by.person):
            self.add_error(None, _("Your account belongs to nobody on record. Ask whoever looks after accounts."))
        return given

    @property
    def whose(self) -> Person:
        """Who was picked, else whoever fills the form in."""
        person = self.cleaned_data.get(self.own_unless) or self.by.person
        assert isinstance(person, Person)
        return person

    def offer_groups(self) -> None:
        """Offer the groups of the tree where the right is held, one's own first chosen; ask nothing of an only one."""
        field: Any = self.fields["group"]
        field.queryset = groups_where(self.by, self.right).in_tree()  # type: ignore[attr-defined]
        offered = list(field.queryset[:2])
        if len(offered) == 1:
            field.widget, field.initial = forms.HiddenInput(), offered[0].slug
        elif own := next((group for group in self.by.groups_for(self.right) if group.is_in_tree), None):
            field.initial = own.slug


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


class AttendanceForm(RecordForm):
    """One person after another at an event."""

    person = PersonField(label=_("Who"), may_be_new=True)
    state = forms.ChoiceField(label=_("What do they say?"), widget=forms.RadioSelect)
    brought_by = PersonField(label=_("Brought by"), required=False)

    def __init__(self, *args: Any, event: Event, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        is_ahead = event.is_after(on)
        states = [State.YES, State.ASKED, State.MAYBE, State.NO] if is_ahead else [State.CAME, State.DID_NOT_COME]
        state: Any = self.fields["state"]
        state.choices, state.initial = [(state.value, state.label) for state in states], states[0]
        if not is_ahead:
            state.label = _("Were they there?")


class HeadCountForm(forms.Form):
    """How many were there, how that is known, and who says so."""

    number = forms.IntegerField(label=_("How many were there?"), min_value=0, max_value=1_000_000)
    how = forms.ChoiceField(
        label=_("How do we know?"),
        choices=HeadCount.How.choices,
        initial=HeadCount.How.COUNTED,
        widget=forms.RadioSelect,
    )
    said_by = forms.CharField(
        label=_("Who says so?"),
        max_length=120,
        required=False,
        help_text=_("Such as “the police” or “the Echo”. Leave it empty for our own count."),
    )


class FindForm(forms.Form):
    """What to list: of which group, among those where `right` is held."""

    right: Permission

    group = GroupField(label=_("Group"), required=False, empty_label=_("All groups"))

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["group"].queryset = groups_where(by, self.right).in_tree()  # type: ignore[attr-defined]

    def chosen(self, name: str) -> Any:
        """What was given for a field; nothing where it made no sense."""
        self.full_clean()
        return self.cleaned_data.get(name)


class FindEventsForm(FindForm):
    """Which events to list."""

    right = SEE_EVENTS

    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("All kinds")), *Event.Kind.choices])


def at(day: date, hour: time) -> datetime:
    """A moment on the clock of the movement's own zone."""
    return timezone.make_aware(datetime.combine(day, hour))
