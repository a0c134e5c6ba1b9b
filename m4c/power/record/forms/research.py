"""Forms of research meetings, and of the answer to a powerholder who asks what is on record."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.events.forms import RecordForm
from m4c.events.models import Event
from m4c.people.forms.people import GroupField, PastDateField
from m4c.power.permissions import RECORD_POWER
from m4c.power.record.forms.pick import PickField
from m4c.power.record.forms.told import EventField, events_offered


class ResearchForm(RecordForm):
    """What was asked and learnt, and whom to meet next."""

    right = RECORD_POWER

    event = EventField(label=_("At which research meeting?"), empty_label=_("At none of these"))
    powerholder = PickField("powerholder", label=_("With whom, if they are on record here"), required=False)
    whom = forms.CharField(label=_("Or with whom else"), max_length=120, required=False)
    role = forms.CharField(label=_("Their role"), max_length=120, required=False)
    held_on = PastDateField(label=_("When"))
    asked = forms.CharField(
        label=_("What we asked"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    learnt = forms.CharField(label=_("What we learnt"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 5}))
    interest = forms.CharField(
        label=_("What matters to them in their role"),
        max_length=1_000,
        required=False,
        help_text=_("They may read it if they ask."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    next_words = forms.CharField(label=_("Whom to meet next"), max_length=300, required=False)
    group = GroupField(label=_("Who met them"), empty_label=None)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offered = events_offered(self.by, Q(kind=Event.Kind.RESEARCH))
        if standing := self.initial.get("event"):
            offered |= Event.objects.visible_to(self.by).filter(uid=standing)
        self.fields["event"].queryset = offered.order_by("-starts_at")  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any]:
        """What is written up."""
        return {name: value for name, value in self.cleaned_data.items() if name != "group"}


class AnswerForm(forms.Form):
    """That it is the powerholder who asks, and which file they get."""

    is_checked = forms.BooleanField(
        label=_("I made sure that it is they who ask, such as by the published number of their office"), required=False
    )
    form = forms.ChoiceField(
        label=_("Which file"),
        choices=[("html", _("A page to read or print")), ("json", _("Data (JSON)"))],
        initial="html",
        widget=forms.RadioSelect,
    )
