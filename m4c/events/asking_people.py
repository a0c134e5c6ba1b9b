"""What events add to what is done with many people of a list: put them on the list of an event, to be asked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.core.errors import Refused
from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import Came, record_attendances
from m4c.events.permissions import RECORD_ATTENDANCE
from m4c.people.acting.register import LIST_ACTIONS, ListAction, Values
from m4c.people.acting.whom import Left
from m4c.people.forms.account import groups_where
from m4c.people.models import Account, Membership, Person
from m4c.people.models.use import UNDER_18, out_of_reach
from m4c.people.sight import within
from m4c.people.young import THROUGH_A_PARENT

STATES = [
    (Attendance.State.LISTED.value, gettext_lazy("Still to be asked")),
    (Attendance.State.ASKED.value, gettext_lazy("Asked already")),
]


class NoEvent(Refused):
    """The event is there no more, or not for this account."""

    code = "no_event"


class AskManyForm(forms.Form):
    """To which event, and whether they have been asked yet."""

    event = forms.ModelChoiceField(label=gettext_lazy("Event"), queryset=Event.objects.none(), to_field_name="uid")
    state = forms.ChoiceField(label=gettext_lazy("They are"), choices=STATES, widget=forms.RadioSelect)

    def __init__(self, account: Account, data: Any) -> None:
        super().__init__(data, initial={"state": Attendance.State.LISTED.value})
        self.fields["event"].queryset = coming(account)  # type: ignore[attr-defined]
        self.fields["event"].label_from_instance = called  # type: ignore[attr-defined]


def coming(account: Account) -> "QuerySet[Event]":
    """Events to come whose attendance the account records."""
    events = Event.objects.visible_to(account).filter(group__in=groups_where(account, RECORD_ATTENDANCE))
    return events.filter(cancelled_at=None).coming(timezone.now())


def called(event: Event) -> str:
    """An event by title and day."""
    return f"{event.title}, {date_format(timezone.localtime(event.starts_at), 'j F Y')}"


def event_of(values: Values, account: Account) -> Event:
    """The event that was chosen. Raises NoEvent."""
    event = Event.objects.visible_to(account).filter(uid=UUID(values["event"])).select_related("group").first()
    if event is None:
        raise NoEvent(_("The event that you chose is there no more."))
    return event


def ask(values: Values, people: Sequence[Person], by: Account, at: datetime) -> Left:
    """Put on the list those of the event's group who are not on it yet; whoever is on it stays as they stand."""
    event, ids = event_of(values, by), [person.pk for person in people]
    aside = out_of_reach(ids)
    there = Membership.objects.open().filter(within("group__path", event.group), person__in=ids)
    belong = set(there.values_list("person_id", flat=True))
    known = {each.person_id: each for each in Attendance.objects.filter(event=event, person__in=ids)}
    left, rows = [], []
    for person in people:
        if aside.get(person.pk) == {UNDER_18}:
            left.append((person, str(THROUGH_A_PARENT)))
        elif person.pk in aside:
            left.append((person, _("This is done on their own page.")))
        elif not person.is_contactable:
            left.append((person, _("No contact is made with them any more.")))
        elif person.pk in known:
            state = known[person.pk].get_state_display()
            left.append((person, _("They are on the list of this event already: {state}.").format(state=state)))
        elif person.pk not in belong:
            left.append((person, _("They do not belong to {group}, whose event it is.").format(group=event.group)))
        else:
            rows.append(Came(person, values["state"]))
    if rows:
        record_attendances(event=event, rows=rows, by=by)
    return left


def in_words(values: Values, account: Account) -> str:
    """Which event."""
    event = Event.objects.visible_to(account).filter(uid=UUID(values["event"])).first()
    return _("Put them on the list of “{event}”").format(event=event.title if event else "…")


def kept(form: Any) -> dict[str, Any]:
    """The event, and whether they have been asked."""
    return {"event": str(form.cleaned_data["event"].uid), "state": form.cleaned_data["state"]}


def register() -> None:
    """Offer it on the list of people."""
    asking = ListAction(
        gettext_lazy("Ask to an event"), "calendar-days", RECORD_ATTENDANCE, AskManyForm, kept, in_words, ask, 30
    )
    LIST_ACTIONS.add("event", asking)
