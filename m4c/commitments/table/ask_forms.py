"""Forms of asks and answers: the exact question, an account of the answer, and why one is struck."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Demand
from m4c.commitments.models import Answer, Ask, Pin
from m4c.commitments.operations.answer import NewAnswer
from m4c.commitments.operations.answer_capture import who_types
from m4c.commitments.permissions import NEGOTIATE
from m4c.commitments.table.entries import Confirmed, Said, TakenBack
from m4c.commitments.table.fields import A_DAY, lines
from m4c.core.form_ids import OwnIds
from m4c.core.models.record import new_uid
from m4c.events.forms.record import RecordForm
from m4c.people.forms.people import GroupField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account, Person
from m4c.people.naming import names_of

PINS = {Pin.HARD: _("Hard: one word, yes or no"), Pin.SOFT: _("Soft: with room to speak")}


def pin_field(label: Any) -> forms.ChoiceField:
    """How a question or an answer is pinned: organisers disagree about it, so each says which was used."""
    return forms.ChoiceField(label=label, choices=list(PINS.items()), initial=Pin.SOFT, widget=forms.RadioSelect)


class AskForm(OwnIds, RecordForm):
    """An exact question."""

    right = NEGOTIATE
    kept: Person | None = None  # who puts it, where that is not shown here

    group = GroupField(label=_("Which group asks"), empty_label=None)
    words = lines(
        _("The exact question"),
        max_length=400,
        help_text=_("So that yes and no are plain: who, what, by when. “Will you meet us three times before May?”"),
    )
    demand = forms.ModelChoiceField(
        queryset=Demand.objects.none(),
        label=_("Of which demand"),
        required=False,
        to_field_name="uid",
        empty_label=_("Of none"),
    )
    pin = pin_field(_("How is it pinned?"))
    asked_by = PersonField(label=_("Who of ours puts it"), required=False)
    asked_on = forms.DateField(
        label=_("Put on"), required=False, widget=A_DAY, help_text=_("Empty while it is still to be put.")
    )

    def __init__(self, *args: Any, by: Account, demands: Any = None, has_group: bool = False, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        if has_group:
            del self.fields["group"]
        if demands:
            self.fields["demand"].queryset = demands  # type: ignore[attr-defined]
        else:
            del self.fields["demand"]


class WordAskForm(OwnIds, RecordForm):
    """An ask that was not put yet, worded anew."""

    words = lines(_("The exact question"), max_length=400)
    pin = pin_field(_("How is it pinned?"))
    asked_by = PersonField(label=_("Who of ours puts it"), required=False)
    kept: Person | None = None

    @classmethod
    def of(cls, ask: Ask, by: Account, sent: Any = None) -> "WordAskForm":
        """The form of one; who puts it stays unsaid where they are kept safe from the account."""
        form = cls(sent, by=by, initial={"words": ask.words, "pin": ask.pin, "asked_by": ask.asked_by})
        if ask.asked_by_id and not names_of(by, [ask.asked_by_id]):
            form.kept = ask.asked_by
            del form.fields["asked_by"]
        return form

    @property
    def given(self) -> dict[str, Any]:
        """What is written."""
        return {"asked_by": self.kept} | self.cleaned_data


class AnswerForm(OwnIds, RecordForm):
    """What was answered, by one account of it."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("What was the answer?"), choices=capitals(Answer.Kind.choices), widget=forms.RadioSelect
    )
    words = lines(_("In their exact words"), max_length=2_000, required=False)
    pin = pin_field(_("How was it pinned?"))
    on = forms.DateField(label=_("Answered on"), widget=A_DAY)
    says_who = forms.CharField(
        label=_("Who says so"),
        max_length=160,
        help_text=_("One account at a time. If somebody remembers it otherwise, write theirs down beside it."),
    )
    witness = PersonField(label=_("One of ours who heard it"), required=False)
    witness_words = forms.CharField(label=_("Others who heard it"), max_length=200, required=False)
    source = forms.CharField(label=_("Recording or source"), max_length=200, required=False)
    source_url = forms.URLField(label=_("Its address"), max_length=300, required=False, assume_scheme="https")

    @classmethod
    def beginning(cls, ask: Ask, by: Account) -> dict[str, Any]:
        """What an empty form starts with."""
        today = timezone.localdate()
        return {"uid": new_uid(), "on": max(today, ask.asked_on or today), "pin": ask.pin, "says_who": who_types(by)}

    def new(self, needs_second: bool) -> NewAnswer:
        """The answer that was written."""
        given = dict(self.cleaned_data)
        witness = given.pop("witness")
        return NewAnswer(**given, witnesses=[witness] if witness else [], needs_second=needs_second)


class WhyForm(OwnIds, forms.Form):
    """Why an answer is struck."""

    why = forms.CharField(label=_("Why it is struck"), max_length=200)


class CaptureForm(forms.Form):
    """An answer as it is heard, on a phone: which ask, which answer, in which words."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    ask = forms.ChoiceField(label=_("To which ask?"))
    answer = forms.ChoiceField(label=_("The answer"), choices=capitals(Answer.Kind.choices), widget=forms.RadioSelect)
    words = lines(_("In their exact words"), 2, max_length=2_000, required=False)
    witness_words = forms.CharField(label=_("Who else heard it"), max_length=200, required=False)

    def __init__(self, *args: Any, asks: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("uid", new_uid())
        self.fields["ask"].choices = [("", _("Choose the ask")), *asks]  # type: ignore[attr-defined]

    def entry(self, when: datetime) -> Said:
        """The entry that was written."""
        given = self.cleaned_data
        return Said(given["uid"], when, given["ask"], given["answer"], given["words"], "", given["witness_words"])

    def clean_ask(self) -> Any:
        """Its uid."""
        return forms.UUIDField().clean(self.cleaned_data["ask"])


class OfForm(forms.Form):
    """Which answer is confirmed, or was a slip."""

    uid = forms.UUIDField()
    of = forms.UUIDField()

    def slip(self, when: datetime) -> TakenBack:
        """What is taken back."""
        return TakenBack(self.cleaned_data["uid"], when, self.cleaned_data["of"])

    def confirmed(self, when: datetime) -> Confirmed:
        """What is confirmed."""
        return Confirmed(self.cleaned_data["uid"], when, self.cleaned_data["of"])
