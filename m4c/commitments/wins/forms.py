"""Forms of wins: one that is written down, a look at whether it still stands, and finding them in the list."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.casework.campaign_field import CampaignField
from m4c.campaigns.models import Campaign
from m4c.commitments.models import Commitment, Win, WinLook
from m4c.commitments.operations.win import NewWin
from m4c.commitments.permissions import RECORD_WINS, SEE_WINS
from m4c.events.forms import FindForm, RecordForm
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.shape import capitals
from m4c.power.record.forms.pick import PickField

KINDS = {
    Win.Kind.FULL: _("Full: what we demanded"),
    Win.Kind.PARTIAL: _("Partial: something is still missing"),
    Win.Kind.EXPIRING: _("For a time: it ends on a day"),
    Win.Kind.QUALITATIVE: _("In how people treat each other"),
}


class DayField(forms.DateField):
    """A day, by the device's own calendar."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), required=False, **options)


class PromiseField(forms.ModelChoiceField[Commitment]):
    """A commitment, by who promised what."""

    def label_from_instance(self, obj: Any) -> str:
        """Who promised, and the beginning of what."""
        return f"{obj.powerholder.name}: {Truncator(obj.words).words(14)}"


class WinForm(RecordForm):
    """What was won."""

    right = RECORD_WINS

    name = forms.CharField(label=_("What was won"), max_length=160)
    kind = forms.ChoiceField(label=_("What kind of win"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    change_words = forms.CharField(
        label=_("What changed"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What is so now and was not before?"),
    )
    for_whom = forms.CharField(label=_("For whom"), max_length=200)
    missing = forms.CharField(
        label=_("What is still missing"), max_length=300, required=False, help_text=_("Of a partial win.")
    )
    on = PastDateField(label=_("Since"))
    expires_on = DayField(label=_("Lasts until"), help_text=_("Of a win for a time. You are warned before it ends."))
    says_who = forms.CharField(
        label=_("Who says so"),
        max_length=160,
        help_text=_("“The planning officer, by letter.” “We counted the lamps.”"),
    )
    source = forms.CharField(label=_("Where it can be read or seen"), max_length=200, required=False)
    source_url = forms.URLField(label=_("Its address"), max_length=300, required=False, assume_scheme="https")
    rule_body = PickField(
        "institution-ever",
        label=_("Of which body?"),
        required=False,
    )
    rule = forms.CharField(label=_("Which rule, and how it reads now"), max_length=300, required=False)
    scope_words = forms.CharField(label=_("What it covers"), max_length=200, required=False)
    rule_from = DayField(label=_("In force from"))
    look_again_on = DayField(label=_("Look again on"), help_text=_("On that day it stands on Today."))
    campaign = CampaignField(label=_("Of which campaign"), required=False, empty_label=_("Of none"))
    commitment = PromiseField(
        queryset=Commitment.objects.none(),
        label=_("Which commitment was kept by it"),
        required=False,
        to_field_name="uid",
        empty_label=_("None: it was won without one"),
    )

    def __init__(
        self,
        *args: Any,
        by: Any,
        of: Campaign | None = None,
        kept: Commitment | None = None,
        **options: Any,
    ) -> None:
        """`of` is the campaign and `kept` the commitment that it stands with so far, or that the address names."""
        super().__init__(*args, by=by, **options)
        self.offer_commitments(by, of, kept)
        field: Any = self.fields["campaign"]
        field.offer(by, standing=of.uid if of else self.initial.get("campaign"))
        # One that the account does not see is not offered, and stays.
        self.unseen = of if of and not field.queryset.filter(pk=of.pk).exists() else None

    @property
    def tells_of_rule(self) -> bool:
        """Whether something of a rule stands there, or was refused."""
        return any(self[name].value() or self[name].errors for name in ("rule", "scope_words", "rule_from")) or bool(
            self["rule_body"].errors
        )

    @property
    def new(self) -> NewWin:
        """What is written down."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "group"}
        promise = given.get("commitment") or self.unseen_promise
        return NewWin(**given | {"campaign": given["campaign"] or self.unseen, "commitment": promise})

    def offer_commitments(self, by: Any, of: Campaign | None, kept: Commitment | None) -> None:
        """Those of the campaign, and the one it stands with; one that the account does not see stays, unsaid."""
        seen = Commitment.objects.visible_to(by).select_related("powerholder")
        offered = seen.filter(Q(pk=kept.pk if kept else 0) | (Q(campaign=of) if of else Q(pk=0)))
        self.unseen_promise = kept if kept and not seen.filter(pk=kept.pk).exists() else None
        field: Any = self.fields["commitment"]
        field.queryset = offered.order_by("-made_on", "-pk")
        if not field.queryset.exists():
            del self.fields["commitment"]


class RecordWinForm(WinForm):
    """The same of one that is new, in a group."""

    group = GroupField(label=_("In which group"), empty_label=None)

    field_order = ["name", "kind", "change_words", "for_whom"]


class LookForm(forms.Form):
    """Looking again."""

    stands = forms.ChoiceField(
        label=_("Does it still stand?"), choices=capitals(WinLook.Stands.choices), widget=forms.RadioSelect
    )
    words = forms.CharField(label=_("What did you see?"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}))
    on = PastDateField(label=_("On which day"))
    next_look = DayField(label=_("Look again on"), help_text=_("Empty where nobody need look any more."))


class FindWinsForm(FindForm):
    """Which wins to list."""

    right = SEE_WINS

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("All kinds")), *capitals(Win.Kind.choices)]
    )
    campaign = CampaignField(label=_("Campaign"), required=False, empty_label=_("All campaigns"))
    due = forms.ChoiceField(
        label=_("What is due"),
        required=False,
        choices=[("", _("All")), ("yes", _("To look at again, or about to end"))],
    )

    def __init__(self, *args: Any, by: Any, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        field: Any = self.fields["campaign"]
        field.offer(by, standing=self.data.get("campaign"))
