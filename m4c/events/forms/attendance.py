"""The form of who came or is coming, one person after another."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.events.forms.record import RecordForm
from m4c.events.models import Attendance, Event
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals

State = Attendance.State


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
        state.choices, state.initial = capitals((state.value, state.label) for state in states), states[0]
        if not is_ahead:
            state.label = _("Were they there?")
