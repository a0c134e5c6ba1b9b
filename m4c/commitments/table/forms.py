"""Forms of negotiations: a new one, who sits where, the team's paper, what came of it, and its minute."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Negotiation, NegotiationPart
from m4c.commitments.operations.negotiation import NewNegotiation
from m4c.commitments.permissions import NEGOTIATE, SEE_COMMITMENTS
from m4c.commitments.table.fields import A_DAY, CampaignField, MeetingForm, lines
from m4c.core.form_ids import OwnIds
from m4c.events.forms.find import FindForm
from m4c.events.forms.record import RecordForm
from m4c.events.models import Event
from m4c.people.forms.people import GroupField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account

FIRST = _("Recognition first, then substance: that they meet us and answer in writing, before what they grant.")


class WantsForm(OwnIds, RecordForm):
    """What we want first, and of which campaign."""

    right = NEGOTIATE

    wants_first = lines(_("What do we want first?"), 2, max_length=300, required=False, help_text=FIRST)
    campaign = CampaignField()

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        self.fields["campaign"].offer(by)  # type: ignore[attr-defined]


class NegotiationForm(WantsForm, MeetingForm):
    """A meeting with those who decide, made with its event."""

    group = GroupField(label=_("Which group negotiates"), empty_label=None)
    field_order = ["title", "group", "day", "starts", "place", "wants_first", "campaign"]

    @property
    def new(self) -> NewNegotiation:
        """The negotiation, and its event."""
        given = self.cleaned_data
        event = self.meeting(Event.Kind.NEGOTIATION)
        return NewNegotiation(event=event, wants_first=given["wants_first"], campaign=given["campaign"])


class OfEventForm(WantsForm):
    """The same on an event that is there already."""

    def new_on(self, event: Event) -> NewNegotiation:
        """The negotiation of this event."""
        given = self.cleaned_data
        return NewNegotiation(event=event, wants_first=given["wants_first"], campaign=given["campaign"])


class PartForm(OwnIds, RecordForm):
    """Who of ours does what at the table."""

    person = PersonField(label=_("Who"))
    part = forms.ChoiceField(label=_("Which part"), choices=capitals(NegotiationPart.Part.choices))


class SeatForm(OwnIds, forms.Form):
    """Somebody of theirs who is no powerholder."""

    words = forms.CharField(
        label=_("Others of theirs, in words"), max_length=160, help_text=_("“Two officers of the planning team.”")
    )


class TeamPaperForm(OwnIds, forms.Form):
    """What the team alone knows."""

    fall_back = lines(_("What would we fall back to?"), max_length=1_000, required=False)
    walk_away = lines(_("Where do we walk away?"), max_length=1_000, required=False)
    notes = lines(_("Notes of the team"), 6, max_length=10_000, required=False)


class ResultForm(OwnIds, forms.Form):
    """What came of it."""

    result = forms.ChoiceField(
        label=_("What came of it?"),
        choices=capitals(choice for choice in Negotiation.Result.choices if choice[0]),
        widget=forms.RadioSelect,
    )
    words = lines(_("In a sentence"), 2, max_length=400, required=False)


class FollowUpForm(OwnIds, MeetingForm):
    """The next meeting, fixed before anybody leaves."""


class SentForm(OwnIds, forms.Form):
    """That a minute was sent to the other side."""

    sent_to = forms.CharField(label=_("To whom was it sent?"), max_length=200)
    how = forms.CharField(label=_("How"), max_length=60, required=False, help_text=_("“By e-mail to the office.”"))
    on = forms.DateField(label=_("On which day"), widget=A_DAY)


class CorrectionForm(OwnIds, forms.Form):
    """What the other side put right."""

    words = lines(_("What they put right, in their words"), 4, max_length=4_000)
    corrected_by = forms.CharField(label=_("Who of theirs wrote it"), max_length=160)
    on = forms.DateField(label=_("On which day"), widget=A_DAY)


class FindNegotiationsForm(FindForm):
    """Which negotiations to list."""

    right = SEE_COMMITMENTS
