"""Forms of training and pledges: what one asks and in which shape, and no rules."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.events.forms import FindForm, RecordForm, at
from m4c.leaders.models import ConversationPledge, Programme, TrainingSession
from m4c.leaders.operations.pledge import NewPledge
from m4c.leaders.operations.trainee import NewTrainee
from m4c.leaders.operations.training import STARTS, NewSession
from m4c.leaders.permissions import RECORD_PLEDGES, RECORD_PLEDGES_OF_OTHERS, RECORD_TRAINING, SEE_PLEDGES, SEE_TRAINING
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.models import Account, Group
from m4c.people.sheets.cells import MOST

Kind = ConversationPledge.Kind
USUAL_TIME = timedelta(days=60)  # from a session to the day when what is pledged there is due
MEMBER = {"yes": True, "no": False}


class ProgrammeInput(forms.TextInput):
    """A name, with those of the programmes there are to pick from."""

    template_name = "leaders/programme_input.html"
    names: Iterable[str] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With the names that the browser offers while one types."""
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = f"{name}-names"
        context["names"] = self.names
        return context


class SessionForm(RecordForm):
    """A training session: kind, day, whose, where; and, in a fold, within what and with whom."""

    right = RECORD_TRAINING

    kind = forms.ChoiceField(
        label=_("What kind"),
        choices=TrainingSession.Kind.choices,
        initial=TrainingSession.Kind.FULL,
        widget=forms.RadioSelect,
    )
    day = forms.DateField(label=_("On which day"), initial=timezone.localdate)
    group = GroupField(label=_("Whose"), empty_label=None)
    place = forms.CharField(label=_("Where"), max_length=200, required=False)
    programme = forms.CharField(label=_("Programme"), max_length=120, required=False, widget=ProgrammeInput)
    partner = GroupField(label=_("With which partner body"), required=False, empty_label=_("None"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offer_bodies(self)

    @property
    def given(self) -> dict[str, Any]:
        """The session to record, and its group."""
        asked = self.cleaned_data
        new = NewSession(
            kind=asked["kind"],
            starts_at=at(asked["day"], STARTS),
            place=asked["place"],
            programme=asked["programme"],
            partner=asked["partner"],
        )
        return {"group": asked["group"], "new": new}


class EditSessionForm(forms.Form):
    """What a session adds to its event."""

    kind = forms.ChoiceField(label=_("What kind"), choices=TrainingSession.Kind.choices, widget=forms.RadioSelect)
    programme = forms.CharField(label=_("Programme"), max_length=120, required=False, widget=ProgrammeInput)
    partner = GroupField(label=_("With which partner body"), required=False, empty_label=_("None"))

    def __init__(self, data: Any, *, by: Account, session: TrainingSession) -> None:
        known = {
            "kind": session.kind,
            "programme": session.programme.name if session.programme else "",
            "partner": session.partner.slug if session.partner else None,
        }
        super().__init__(data, initial=known)
        self.by = by
        offer_bodies(self)


class TrainerForm(RecordForm):
    """Somebody who trained."""

    person = PersonField(label=_("Who trained?"))


class TraineeForm(RecordForm):
    """One trainee after another, with what they pledge."""

    person = PersonField(label=_("Who"), may_be_new=True)
    one_to_ones = forms.IntegerField(label=_("1-2-1s pledged"), min_value=0, max_value=MOST, required=False)
    house_meetings = forms.IntegerField(label=_("House meetings pledged"), min_value=0, max_value=MOST, required=False)
    due_on = forms.DateField(label=_("To be held by"), required=False)
    was_member = forms.ChoiceField(
        label=_("Member of the host organisation?"),
        choices=[("", _("nobody asked")), ("yes", _("yes")), ("no", _("not yet"))],
        required=False,
    )
    brought_by = PersonField(label=_("Brought by"), required=False)

    @property
    def trainee(self) -> NewTrainee:
        """The trainee to record."""
        asked = self.cleaned_data
        pledged = {Kind.ONE_TO_ONE.value: asked["one_to_ones"], Kind.HOUSE_MEETING.value: asked["house_meetings"]}
        return NewTrainee(
            person=asked["person"],
            brought_by=asked["brought_by"],
            was_member=MEMBER.get(asked["was_member"]),
            pledges={kind: number for kind, number in pledged.items() if number},
            due_on=asked["due_on"],
        )


class StandingForm(forms.Form):
    """Whether a trainee was a member then, and when they joined after."""

    was_member = forms.ChoiceField(
        label=_("Member of the host organisation then?"),
        choices=[("yes", _("yes")), ("no", _("not yet"))],
        widget=forms.RadioSelect,
    )
    joined_on = PastDateField(label=_("Joined afterwards, on"), required=False, initial=None)

    def clean_was_member(self) -> bool:
        """Yes or no."""
        return MEMBER[self.cleaned_data["was_member"]]


class PledgeForm(RecordForm):
    """Somebody's word: one's own, or for an organiser anybody's."""

    right = RECORD_PLEDGES
    own_unless = "person"

    kind = forms.ChoiceField(
        label=_("I will hold"), choices=Kind.choices, initial=Kind.ONE_TO_ONE, widget=forms.RadioSelect
    )
    number = forms.IntegerField(label=_("How many"), min_value=1, max_value=MOST, initial=5)
    due_on = forms.DateField(label=_("By when"), required=False)
    person = PersonField(label=_("Whose word is it?"), required=False, help_text=_("Leave it empty if it is your own."))
    group = GroupField(label=_("In which group"), empty_label=None)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["due_on"].initial = timezone.localdate() + USUAL_TIME
        if not self.by.may_somewhere(RECORD_PLEDGES_OF_OTHERS):
            del self.fields["person"]

    @property
    def given(self) -> dict[str, Any]:
        """The pledge to record, its group and day."""
        asked = self.cleaned_data
        pledge = NewPledge(self.whose, asked["kind"], asked["number"], asked["due_on"])
        return {"group": asked["group"], "pledge": pledge, "made_on": timezone.localdate()}


class FindSessionsForm(FindForm):
    """Which sessions to list."""

    right = SEE_TRAINING

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("Both kinds")), *TrainingSession.Kind.choices]
    )


class FindLeadersForm(FindForm):
    """Of which group the leaders' pledges."""

    right = SEE_PLEDGES


def offer_bodies(form: Any) -> None:
    """Offer the bodies outside the tree as partners, and the names of the programmes there are."""
    bodies = Group.objects.visible_to(form.by).exclude(kind__in=Group.Kind.inside()).filter(ended_on=None)
    form.fields["partner"].queryset = bodies
    names = Programme.objects.visible_to(form.by).order_by("name").values_list("name", flat=True)
    form.fields["programme"].widget.names = names.distinct()


def usual_due_day(made_on: date) -> date:
    """When what is pledged on a day is due, where nobody says otherwise."""
    return made_on + USUAL_TIME
