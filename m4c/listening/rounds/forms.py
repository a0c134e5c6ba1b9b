"""Forms of capturing a house meeting, of an offer to host that is taken up, and of rounds."""

from datetime import datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from m4c.core.models.record import new_uid
from m4c.events.forms import RecordForm
from m4c.events.forms.moments import at, check_hour
from m4c.listening.models import Concern, HostOffer, HouseMeeting, ListeningCampaign, MeetingRound
from m4c.listening.operations.concern import LONGEST
from m4c.listening.permissions import RUN_LISTENING
from m4c.listening.rounds.entries import Entry, Heard, Offered, TakenBack, TakenOn
from m4c.people.forms.people import GroupField
from m4c.people.forms.person_field import PersonField
from m4c.people.operations.name_on_list import NewName

NOBODY = ("", _("Nobody named"))


def day_field(label: Any) -> forms.DateField:
    """A day that may be left out."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget)


class CaptureForm(forms.Form):
    """What every entry has: its name, minted with the page or by the device, and which guest it is of."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    who = forms.ChoiceField(label=_("Who?"), required=False)

    def __init__(self, *args: Any, guests: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("uid", new_uid())
        who: Any = self.fields["who"]
        who.choices = [NOBODY, *guests]

    def entry(self, when: datetime) -> Entry:
        """The entry that was written."""
        raise NotImplementedError

    @property
    def guest(self) -> UUID | None:
        """The guest's uid, or None."""
        return UUID(self.cleaned_data["who"]) if self.cleaned_data["who"] else None


class ConcernForm(CaptureForm):
    """What hurts, in a short line."""

    words = forms.CharField(label=_("What hurts?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}))
    strength = forms.TypedChoiceField(
        label=_("How strongly?"),
        choices=Concern.Strength.choices,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    may_quote = forms.BooleanField(label=_("We may quote it, without a name"), required=False)

    field_order = ["words", "strength", "who", "may_quote"]

    def entry(self, when: datetime) -> Entry:
        """A concern."""
        given = self.cleaned_data
        return Heard(given["uid"], when, given["words"], self.guest, given["strength"], given["may_quote"])


class OfferForm(CaptureForm):
    """Who offers to host the next."""

    name = forms.CharField(label=_("Or a name that is not on the list"), max_length=120, required=False)
    by_when = day_field(_("By when"))

    def entry(self, when: datetime) -> Entry:
        """An offer."""
        given = self.cleaned_data
        return Offered(given["uid"], when, self.guest, given["name"], given["by_when"])


class JobForm(CaptureForm):
    """What is to be done."""

    what = forms.CharField(label=_("What is to be done?"), max_length=300)
    due_on = day_field(_("By when"))

    field_order = ["what", "who", "due_on"]

    def entry(self, when: datetime) -> Entry:
        """A job."""
        given = self.cleaned_data
        return TakenOn(given["uid"], when, given["what"], self.guest, given["due_on"])


class SlipForm(forms.Form):
    """Which entry was a slip."""

    uid = forms.UUIDField()
    of = forms.UUIDField()

    def entry(self, when: datetime) -> Entry:
        """What is taken back."""
        return TakenBack(self.cleaned_data["uid"], when, self.cleaned_data["of"])


KINDS: dict[str, type[CaptureForm]] = {"concern": ConcernForm, "offer": OfferForm, "job": JobForm}


class GuestNamesForm(forms.Form):
    """Whom of one's own list to ask, and who comes onto it."""

    names: Any = forms.ModelMultipleChoiceField(
        label=_("From your own list"),
        queryset=None,
        to_field_name="uid",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    new = forms.CharField(
        label=_("More names, one on each line"),
        required=False,
        max_length=8_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("As you remember them. After a comma, how to reach them, if you know."),
    )

    def __init__(self, *args: Any, offered: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        names: Any = self.fields["names"]
        names.queryset, names.label_from_instance = offered, attrgetter("name")
        if not offered:
            del self.fields["names"]

    @property
    def given(self) -> dict[str, Any]:
        """What the operation takes."""
        lines = (line.partition(",") for line in self.cleaned_data["new"].splitlines() if line.strip())
        new = [NewName(name.strip()[:120], reach.strip()[:120]) for name, _comma, reach in lines]
        return {"names": list(self.cleaned_data.get("names", ())), "new": new}


class ArrangeOfferedForm(RecordForm):
    """On which day somebody hosts who offered to, and who they are where only a name was written."""

    host = PersonField(label=_("Who hosts?"), may_be_new=True)
    day = forms.DateField(label=_("On which day"))

    def __init__(self, *args: Any, offer: HostOffer, name: str, **options: Any) -> None:
        super().__init__(*args, **options)
        if offer.person_id and name:
            del self.fields["host"]
        self.offer = offer

    @property
    def given(self) -> dict[str, Any]:
        """What the operation takes."""
        return {"host": self.cleaned_data.get("host") or self.offer.person, "day": self.cleaned_data["day"]}


class RoundForm(RecordForm):
    """A round of house meetings."""

    right = RUN_LISTENING

    name = forms.CharField(label=_("What do you call it?"), max_length=120)
    starts_on = forms.DateField(label=_("It begins on"))
    campaign: Any = forms.ModelChoiceField(
        label=_("Part of a listening campaign?"),
        queryset=None,
        to_field_name="uid",
        required=False,
        empty_label=_("No, by itself"),
    )
    group = GroupField(label=_("In which group"), empty_label=None)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        campaign: Any = self.fields["campaign"]
        campaign.queryset = ListeningCampaign.objects.visible_to(self.by)


class ChangeRoundForm(forms.Form):
    """Its name and its first day, said anew."""

    name = forms.CharField(label=_("What do you call it?"), max_length=120)
    starts_on = forms.DateField(label=_("It begins on"))

    @classmethod
    def of(cls, meeting_round: MeetingRound, data: Any = None) -> "ChangeRoundForm":
        """The form that starts with what stands."""
        return cls(data, initial={"name": meeting_round.name, "starts_on": meeting_round.starts_on})


class PutInRoundForm(forms.Form):
    """Which house meetings belong to a round."""

    meetings: Any = forms.ModelMultipleChoiceField(
        label=_("Which belong to it?"), queryset=None, to_field_name="uid", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, offered: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["meetings"]
        field.queryset = offered
        field.label_from_instance = called


class GatheringForm(forms.Form):
    """When and where everybody met is called together."""

    day = forms.DateField(label=_("On which day"))
    hour = forms.TimeField(label=_("When does it begin?"))
    place = forms.CharField(label=_("Where"), max_length=200, required=False)
    asks = forms.BooleanField(
        label=_("Put everybody met on its list to ask"),
        required=False,
        initial=True,
        help_text=_("Each on the list of the host who met them; nobody who asked not to be called."),
    )

    def clean(self) -> dict[str, Any]:
        """There is such an hour on that day."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("day") and given.get("hour"):
            check_hour(given["day"], given["hour"])
        return given

    @classmethod
    def of(cls, starts_at: datetime, data: Any = None) -> "GatheringForm":
        """The form that starts with the usual evening."""
        return cls(data, initial={"day": starts_at.date(), "hour": starts_at.time()})

    @property
    def given(self) -> dict[str, Any]:
        """What the operation takes."""
        given = self.cleaned_data
        starts_at = at(given["day"], given["hour"])
        return {"starts_at": starts_at, "place": given["place"], "ask_at": timezone.now() if given["asks"] else None}


def called(meeting: HouseMeeting) -> str:
    """A house meeting in a list of choices."""
    return f"{meeting.host}, {date_format(meeting.held_on or meeting.day, 'j F Y')}"
