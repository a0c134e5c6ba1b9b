"""Forms of turnout: how many one brings, whom one asks, what they said, and names on one's own list."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.core.visibility import scopes_of
from m4c.events.forms.record import RecordForm
from m4c.events.models import Event, TurnoutCall
from m4c.events.operations.turnout_pledge import MOST
from m4c.events.permissions import SEE_ATTENDANCE
from m4c.events.turnout.call_sheet import ROUNDS, Line
from m4c.events.turnout.typed_back import typed_back
from m4c.events.turnout_permissions import ASK_TO_EVENTS
from m4c.people.forms.account import groups_where
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account
from m4c.people.operations.name_on_list import NewName

Answer = TurnoutCall.Answer


class PledgeTurnoutForm(RecordForm):
    """How many somebody brings; an organiser says who."""

    own_unless = "person"

    number = forms.IntegerField(label=_("How many people will you bring?"), min_value=1, max_value=MOST)
    person = PersonField(label=_("Who pledges"), required=False, help_text=_("Empty for yourself."))

    def __init__(self, *args: Any, event: Event, by: Account, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        if not by.may(SEE_ATTENDANCE, scopes_of(event)):
            del self.fields["person"]


class ListPersonForm(RecordForm):
    """Somebody whom one may see, for one's list."""

    person = PersonField(label=_("Somebody you know"))


class OwnNameForm(forms.Form):
    """A name for one's own list."""

    name = forms.CharField(label=_("Name, as you remember it"), max_length=120)
    reach = forms.CharField(label=_("Telephone or e-mail"), max_length=120, required=False)
    words = forms.CharField(label=_("How you know them"), max_length=200, required=False)

    @property
    def new(self) -> NewName:
        """What was written."""
        return NewName(**self.cleaned_data)


class MeetNameForm(forms.Form):
    """Somebody of one's own list to whom one has talked: who, in which group, on which day."""

    person = PersonField(label=_("Who"), may_be_new=True)
    group = GroupField(label=_("By which group they come in"), empty_label=None)
    on = PastDateField(label=_("On which day you talked"))

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].account = by  # type: ignore[attr-defined]
        self.fields["group"].offer(groups_where(by, ASK_TO_EVENTS).in_tree())  # type: ignore[attr-defined]


class CallForm(forms.Form):
    """What somebody said in a round."""

    call = forms.ChoiceField(choices=TurnoutCall.Round.choices)
    answer = forms.ChoiceField(choices=Answer.choices)


class QuickCallsForm(forms.Form):
    """The same, by the numbers of the lines: "3 y, 4 n, 7 ?"."""

    quick = forms.CharField(
        label=_("By the numbers"),
        help_text=_("y for yes, n for no, ? for maybe, - for nobody there: 3 y, 4 n, 7 ?"),
        required=False,
    )
    call = forms.CharField(widget=forms.HiddenInput(attrs={"id": "quick-round"}))  # the form below asks for it too
    of = forms.CharField(widget=forms.HiddenInput, required=False)

    def read(self, numbers: Collection[int]) -> Mapping[int, str]:
        """What was typed of lines of these numbers; what is not understood stands beside the field."""
        if not self.is_valid() or not self.cleaned_data["quick"]:
            return {}
        typed = typed_back(self.cleaned_data["quick"], numbers)
        if typed.problem:
            self.add_error("quick", typed.problem)
        return typed.value


class TypedCallsForm(forms.Form):
    """What those on paper said, line by line, in one round."""

    call = forms.ChoiceField(label=_("Which round"), choices=capitals((each.value, each.label) for each in ROUNDS))

    def __init__(self, *args: Any, lines: Sequence[Line], typed: Mapping[int, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.lines = lines
        for line in lines:
            self.fields[line.key] = forms.ChoiceField(
                label=f"{line.number}. {line.name}",
                choices=capitals([*Answer.choices, ("", _("nothing"))]),
                required=False,
                widget=forms.RadioSelect,
                initial=typed.get(line.number, ""),
            )

    @property
    def answers(self) -> dict[Any, str]:
        """What was said, by whom."""
        return {line.asked: said for line in self.lines if (said := self.cleaned_data[line.key])}

    @property
    def line_fields(self) -> list[forms.BoundField]:
        """The fields of the lines."""
        return [self[line.key] for line in self.lines]
