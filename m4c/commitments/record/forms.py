"""Forms of a commitment: writing it down and putting it right."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import Campaign
from m4c.commitments.models import Commitment, Every, Measure
from m4c.commitments.operations.commitment import NewCommitment, NewCondition
from m4c.commitments.permissions import RECORD_COMMITMENTS
from m4c.events.forms import RecordForm
from m4c.listening.models import Theme
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account
from m4c.power.record.forms.pick import PickField

MEASURES = {
    Measure.DONE: _("It is done, or it is not"),
    Measure.COUNT: _("So many times: three meetings"),
    Measure.AMOUNT: _("An amount: 40 homes, £200,000"),
    Measure.PERCENTAGE: _("A share in per cent, with milestones on the way"),
    Measure.RECURRING: _("Again and again: twice a year"),
    Measure.ONGOING: _("How they go about something, for as long as it runs"),
}
SAID = (
    *("powerholder", "made_on", "words", "measure", "target", "unit", "every", "due_on", "due_words", "expires_on"),
    *("counts_as_kept", "evidence_needed", "made_to", "occasion", "in_writing", "office_words", "campaign", "theme"),
    *("area", "source", "source_url"),
)


def a_day(label: Any, **options: Any) -> forms.DateField:
    """A day, by the device's own calendar; it may lie ahead."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **({"required": False} | options))


def lines(label: Any, most: int, rows: int = 3, **options: Any) -> forms.CharField:
    """Words of a few lines."""
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **options)


def a_number(label: Any, **options: Any) -> forms.DecimalField:
    """How much."""
    return forms.DecimalField(label=label, max_digits=14, decimal_places=2, **({"required": False} | options))


class CommitmentForm(RecordForm):
    """What was promised."""

    right = RECORD_COMMITMENTS

    powerholder = PickField("powerholder", label=_("Who promised?"), help_text=_("Always a person, never a body."))
    words = lines(_("In their exact words"), 2_000, 4)
    made_on = PastDateField(label=_("On which day"))
    made_to = forms.CharField(label=_("To whom"), max_length=160, required=False)
    occasion = forms.CharField(
        label=_("On what occasion"), max_length=160, required=False, help_text=_("“At the assembly in the town hall.”")
    )
    measure = forms.ChoiceField(
        label=_("How is it told whether it is kept?"),
        choices=list(MEASURES.items()),
        initial=Measure.DONE,
        widget=forms.RadioSelect,
    )
    target = a_number(_("How much, or how often"))
    unit = forms.CharField(
        label=_("Of what"), max_length=40, required=False, help_text=_("“meetings”, “homes”, “£”. Not for a share.")
    )
    every = forms.ChoiceField(
        label=_("In each, if it is again and again"),
        required=False,
        choices=[("", _("Not again and again")), *capitals(Every.choices)],
    )
    counts_as_kept = forms.CharField(
        label=_("What counts as kept"),
        max_length=300,
        required=False,
        help_text=_("“A meeting of an hour, at which renters speak.” Agree it with those affected."),
    )
    evidence_needed = forms.CharField(label=_("What would show it"), max_length=300, required=False)
    due_on = a_day(_("Due on"))
    due_words = forms.CharField(
        label=_("Due, in their words"), max_length=120, required=False, help_text=_("“Before the general election.”")
    )
    expires_on = a_day(_("Lasts until"), help_text=_("Its last day, if it ends by itself: “for six months”."))
    only_if = forms.CharField(
        label=_("Only if"),
        max_length=200,
        required=False,
        help_text=_("“If elected.” If it fails, the commitment is void."),
    )
    waits_for = forms.CharField(
        label=_("It waits for"),
        max_length=200,
        required=False,
        help_text=_("Another body's decision, which voids nothing: “the planning committee”."),
    )
    office_words = forms.CharField(
        label=_("The office they then held"),
        max_length=120,
        required=False,
        help_text=_("Left empty, it is the one on record for that day."),
    )
    in_writing = forms.BooleanField(label=_("It was made in writing"), required=False)
    source = forms.CharField(label=_("Where it can be read or heard"), max_length=200, required=False)
    source_url = forms.URLField(label=_("Its address"), max_length=300, required=False, assume_scheme="https")
    campaign = forms.ModelChoiceField(
        queryset=Campaign.objects.none(),
        label=_("Of which campaign"),
        required=False,
        to_field_name="uid",
        empty_label=_("Of none"),
    )
    theme = forms.ModelChoiceField(
        queryset=Theme.objects.none(), label=_("Theme"), required=False, to_field_name="uid", empty_label=_("None")
    )
    area = PickField("area", label=_("Which place it is about"), required=False)

    def __init__(self, *args: Any, by: Account, of: Commitment | None = None, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        fields: dict[str, Any] = self.fields
        fields["campaign"].queryset = Campaign.objects.visible_to(by).order_by("name")
        fields["theme"].queryset = Theme.objects.visible_to(by).standing().order_by("name")
        self.of = of

    @property
    def said(self) -> dict[str, Any]:
        """What was filled in, by the fields of a commitment."""
        return {name: self.cleaned_data[name] for name in SAID if name in self.cleaned_data}


class RecordCommitmentForm(CommitmentForm):
    """The same of one that is new, in a group, with a keeper."""

    group = GroupField(label=_("Which group watches it"), empty_label=None)
    keeper = PersonField(
        label=_("Who keeps an eye on it"), required=False, help_text=_("Somebody of those whom it was promised to.")
    )

    @property
    def conditions(self) -> list[NewCondition]:
        """What it hangs on."""
        told = (("only_if", "condition"), ("waits_for", "dependency"))
        return [NewCondition(words, kind) for name, kind in told if (words := self.cleaned_data[name].strip())]

    def new(self, **more: Any) -> NewCommitment:
        """The commitment that was filled in."""
        given = self.said | {"conditions": self.conditions, "keeper": self.cleaned_data["keeper"]}
        return NewCommitment(**given | more)


class EditCommitmentForm(CommitmentForm):
    """What was mistyped. When it is due, on what it hangs and who keeps it have ways of their own."""

    why = forms.CharField(
        label=_("What was wrong"),
        max_length=300,
        required=False,
        help_text=_("If the words or the number were. The wrong ones stay on the page."),
    )

    def __init__(self, *args: Any, of: Commitment, **options: Any) -> None:
        start = {name: getattr(of, name) for name in SAID}
        start |= {name: start[name].uid if start[name] else None for name in ("campaign", "theme")}
        super().__init__(*args, of=of, initial=start, **options)
        for name in ("due_on", "due_words", "only_if", "waits_for"):
            del self.fields[name]

    def put_right(self, of: Commitment) -> NewCommitment:
        """The commitment as it should have been written; what the account does not see of it stays."""
        fields = NewCommitment.__dataclass_fields__
        kept = {name: getattr(of, name) for name in fields if hasattr(of, name) and name != "uid"}
        said = self.said
        for name in ("campaign", "theme"):
            field: Any = self.fields[name]
            unseen = kept[name] and not field.queryset.filter(pk=kept[name].pk).exists()
            said[name] = said[name] or (kept[name] if unseen else None)
        stays = said["powerholder"] == of.powerholder and said["made_on"] == of.made_on
        return replace(NewCommitment(**kept), **said, office=of.office if stays else None)
