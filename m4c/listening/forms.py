"""Forms of conversations: with whom, when, how far it got, and what was agreed."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.form_ids import OwnIds
from m4c.events.forms import FindForm, RecordForm
from m4c.listening.models import HouseMeeting, ListeningCampaign, OneToOne
from m4c.listening.operations.house_meeting import NewHouseMeeting
from m4c.listening.operations.one_to_one import NewOneToOne
from m4c.listening.permissions import RECORD_CONVERSATIONS, RECORD_FOR_OTHERS, SEE_CONVERSATIONS
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.person_field import PersonField

HELD, ARRANGED = "held", "arranged"
READ_IT = _("A few words. Write as if they will read it; they may.")


def alongside_field() -> forms.CharField:
    """Who was there too: shown once it is asked for, since most conversations are of two adults."""
    return forms.CharField(label=_("Who was there too, or knows of it?"), max_length=120, required=False)


class ConversationForm(RecordForm):
    """What both kinds ask: the day, whether it took place, and the next step."""

    right = RECORD_CONVERSATIONS

    day = forms.DateField(label=_("On which day"), initial=timezone.localdate)
    how_far = forms.ChoiceField(
        label=_("How far did it get?"),
        choices=[(HELD, _("We talked")), (ARRANGED, _("It is arranged"))],
        initial=HELD,
        widget=forms.RadioSelect,
    )
    next_step = forms.CharField(label=_("Next step"), max_length=300, required=False, help_text=READ_IT)
    next_step_by = forms.DateField(label=_("By when"), required=False)
    campaign = forms.ModelChoiceField(
        queryset=ListeningCampaign.objects.none(),
        label=_("Part of a listening campaign"),
        empty_label=_("No, by itself"),
        required=False,
        to_field_name="uid",
    )
    group = GroupField(label=_("In which group"), empty_label=None)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer_campaigns()

    def offer_campaigns(self) -> None:
        """Offer the campaigns that run now; ask nothing where none does."""
        running = ListeningCampaign.objects.visible_to(self.by).running(timezone.localdate())
        field: Any = self.fields["campaign"]
        field.queryset = running
        if not running.exists():
            del self.fields["campaign"]

    def clean(self) -> dict[str, Any]:
        """Held is no day to come."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        day = given.get("day")
        if given.get("how_far") == HELD and day and day > timezone.localdate():
            self.add_error("day", _("That day is still to come: is it arranged?"))
        return given

    @property
    def said(self) -> dict[str, Any]:
        """What was said of the conversation, as operations take it."""
        given = self.cleaned_data
        is_held = given["how_far"] == HELD
        return {
            "day": given["day"],
            "held_on": given["day"] if is_held else None,
            "next_step": given["next_step"],
            "next_step_by": given["next_step_by"],
            "campaign": given.get("campaign"),
        }


class OneToOneForm(ConversationForm):
    """A 1-2-1 of one's own; an organiser may say whose else."""

    own_unless = "asker"

    other = PersonField(label=_("With whom?"), may_be_new=True)
    asker = PersonField(label=_("Who asked for it?"), required=False, help_text=_("Leave it empty if it was you."))

    alongside = alongside_field()

    field_order = ["other", "alongside", "how_far", "day", "next_step", "next_step_by", "asker", "group"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not self.by.may_somewhere(RECORD_FOR_OTHERS):
            del self.fields["asker"]

    @property
    def given(self) -> dict[str, Any]:
        """The 1-2-1 to record, and its group."""
        company = {"alongside": self.cleaned_data["alongside"]}
        new = NewOneToOne(asker=self.whose, other=self.cleaned_data["other"], **self.said, **company)
        return {"group": self.cleaned_data["group"], "new": new}


class HouseMeetingForm(ConversationForm):
    """A house meeting that one hosts; an organiser may say who else does."""

    own_unless = "host"

    host = PersonField(label=_("Who hosts?"), required=False, help_text=_("Leave it empty if it is you."))
    people_attending = forms.IntegerField(label=_("How many came?"), min_value=0, max_value=500, required=False)

    field_order = ["how_far", "day", "people_attending", "next_step", "next_step_by", "host", "group"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        how_far: Any = self.fields["how_far"]
        how_far.choices = [(HELD, _("It took place")), (ARRANGED, _("It is arranged"))]
        if not self.by.may_somewhere(RECORD_FOR_OTHERS):
            del self.fields["host"]

    @property
    def given(self) -> dict[str, Any]:
        """The house meeting to record, and its group."""
        new = NewHouseMeeting(host=self.whose, people_attending=self.cleaned_data["people_attending"], **self.said)
        return {"group": self.cleaned_data["group"], "new": new}


class HoldForm(forms.Form):
    """It took place: when, and what was agreed."""

    on = PastDateField(label=_("On which day"))
    next_step = forms.CharField(label=_("What did you agree?"), max_length=300, required=False, help_text=READ_IT)
    next_step_by = forms.DateField(label=_("By when"), required=False)

    @classmethod
    def of(cls, conversation: OneToOne | HouseMeeting, data: Any = None) -> "HoldForm":
        """The form that starts with what is known."""
        known = {name: getattr(conversation, name) for name in ("next_step", "next_step_by")}
        today = timezone.localdate()
        day = conversation.held_on or min(conversation.day, today)
        return cls(data, initial=known | {"on": day})


class HoldOneToOneForm(HoldForm):
    """And who was there besides, where either is under 18."""

    alongside = alongside_field()

    @classmethod
    def of(cls, conversation: OneToOne | HouseMeeting, data: Any = None) -> "HoldForm":
        """The form that starts with what is known."""
        form = super().of(conversation, data)
        form.initial["alongside"] = getattr(conversation, "alongside", "")
        return form


class HoldHouseMeetingForm(HoldForm):
    """And how many came."""

    people_attending = forms.IntegerField(label=_("How many came?"), min_value=0, max_value=500, required=False)

    field_order = ["on", "people_attending", "next_step", "next_step_by"]

    @classmethod
    def of(cls, conversation: OneToOne | HouseMeeting, data: Any = None) -> "HoldForm":
        """The form that starts with what is known."""
        form = super().of(conversation, data)
        form.initial["people_attending"] = getattr(conversation, "people_attending", None)
        return form


class FollowUpForm(OwnIds, forms.Form):
    """The day on which the next step happened; today where nothing is said."""

    on = PastDateField(label=_("It happened on"))


class RearrangeForm(forms.Form):
    """Another day."""

    day = forms.DateField(label=_("The new day"))


class FindConversationsForm(FindForm):
    """Of which group the conversations."""

    right = SEE_CONVERSATIONS
