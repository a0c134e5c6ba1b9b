"""Forms of what a commitment hangs on, how it changes, and who keeps it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment, Condition, ConditionState, Inheritance
from m4c.commitments.record.forms import a_day, a_number, lines
from m4c.events.forms import RecordForm
from m4c.people.forms.people import PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.power.record.forms.pick import PickField

MOST_OFFERED = 200


def an_address() -> forms.URLField:
    """Where it can be read."""
    return forms.URLField(label=_("Its address"), max_length=300, required=False, assume_scheme="https")


class TermForm(RecordForm):
    """A form about the terms of a commitment."""

    def __init__(self, *args: Any, of: Commitment, **options: Any) -> None:
        super().__init__(*args, **options)
        self.of = of


class DueForm(TermForm):
    """When it is due, as known since a day."""

    due_on = a_day(_("Due on"), help_text=_("Empty while nobody knows the day."))
    words = forms.CharField(
        label=_("In words"), max_length=120, required=False, help_text=_("“Before the general election.”")
    )
    because = forms.CharField(
        label=_("Why it changed, or how it became known"), max_length=200, help_text=_("“The election was called.”")
    )
    known_on = PastDateField(label=_("Known since"))


class MilestoneForm(TermForm):
    """How far it is to be by a day."""

    on = a_day(_("By which day"), required=True)
    level = a_number(_("How far"), required=True, help_text=_("In the same measure as the whole: 45 of 100 per cent."))
    words = forms.CharField(label=_("In words"), max_length=160, required=False)
    known_on = PastDateField(label=_("Known since"))


class ConditionForm(TermForm):
    """On what it hangs."""

    words = forms.CharField(label=_("On what it hangs"), max_length=200, help_text=_("“If elected.”"))
    kind = forms.ChoiceField(
        label=_("If it fails"),
        choices=[
            (Condition.Kind.CONDITION, _("the commitment is void: neither kept nor broken")),
            (Condition.Kind.DEPENDENCY, _("the commitment stands: it only waits for another body's decision")),
        ],
        initial=Condition.Kind.CONDITION,
        widget=forms.RadioSelect,
    )
    body = PickField("institution", label=_("Whose decision it is"), required=False)


class ConditionStateForm(TermForm):
    """Where a condition stands."""

    state = forms.ChoiceField(
        label=_("Where it stands"), choices=capitals(ConditionState.State.choices), widget=forms.RadioSelect
    )
    on = PastDateField(label=_("Since which day"))
    evidence = forms.CharField(
        label=_("What shows it"), max_length=300, required=False, help_text=_("“The declaration of the result.”")
    )
    evidence_url = an_address()
    says_who = forms.CharField(label=_("Who says so"), max_length=160, required=False)


class AmendForm(TermForm):
    """Other words that were agreed."""

    words = lines(_("In their new words"), 2_000, 4)
    target = a_number(_("How much now"))
    because = forms.CharField(label=_("Why it changed"), max_length=300, help_text=_("“Because we asked.”"))
    agreed_with = forms.CharField(label=_("Agreed with"), max_length=160)
    on = PastDateField(label=_("Agreed on"))


class SupersedeForm(TermForm):
    """Which commitment took its place."""

    instead = forms.ModelChoiceField(
        queryset=Commitment.objects.none(), label=_("Which one took its place"), to_field_name="uid"
    )
    on = PastDateField(label=_("Since which day"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["instead"]
        seen = Commitment.objects.visible_to(self.by).filter(powerholder=self.of.powerholder_id).exclude(pk=self.of.pk)
        field.queryset = seen.filter(pk__in=seen.values("pk")[:MOST_OFFERED])
        field.label_from_instance = lambda each: f"{each.reference}: {each.words[:80]}"


class InheritForm(TermForm):
    """Who came after, and how they stand to it."""

    powerholder = PickField("powerholder", label=_("Who came after"))
    on = PastDateField(label=_("Since which day"))
    stance = forms.ChoiceField(
        label=_("How they stand to it"),
        choices=capitals(Inheritance.Stance.choices),
        initial=Inheritance.Stance.SILENT,
        widget=forms.RadioSelect,
    )
    words = lines(_("In their words"), 400, required=False)
    says_who = forms.CharField(label=_("Who says so"), max_length=160, required=False)
    source_url = an_address()


class KeeperForm(TermForm):
    """Who keeps an eye on it."""

    keeper = PersonField(
        label=_("Keeper"), required=False, help_text=_("Somebody of those it was promised to. Empty: nobody any more.")
    )
