"""Forms of what a campaign wants and of whom: demands and targets."""

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.casework.forms import lines
from m4c.campaigns.models import Campaign, Target
from m4c.campaigns.operations.target import NewTarget
from m4c.core.form_ids import OwnIds
from m4c.events.forms import RecordForm
from m4c.people.forms.people import PastDateField
from m4c.people.forms.shape import capitals
from m4c.power.models import Tenure
from m4c.power.record.forms.pick import PickField


class DemandForm(OwnIds, forms.Form):
    """What is demanded, from a day on."""

    words = lines(_("What do you want granted?"), 300, rows=2)
    on = PastDateField(label=_("Since which day"))


class TargetForm(OwnIds, RecordForm):
    """At whom to aim, and why them."""

    powerholder = PickField("powerholder", label=_("Who?"), help_text=_("Always a person, never a body."))
    office = PickField("office", label=_("In which office"), required=False)
    kind = forms.ChoiceField(
        label=_("What can they do?"),
        choices=capitals(Target.Kind.choices),
        initial=Target.Kind.PRIMARY,
        widget=forms.RadioSelect,
    )
    moves = forms.ModelChoiceField[Target](
        queryset=Target.objects.none(),
        label=_("Whom can they move?"),
        required=False,
        to_field_name="uid",
        empty_label=_("Nobody: they can grant it"),
    )
    why = forms.CharField(label=_("Why them"), max_length=300, required=False)
    since = PastDateField(label=_("Since which day"))

    def __init__(self, *args: Any, campaign: Campaign, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["moves"]
        field.queryset = Target.objects.visible_to(self.by).filter(campaign=campaign, until=None)
        field.queryset = field.queryset.select_related("powerholder")
        field.label_from_instance = lambda target: target.powerholder.name

    def clean_powerholder(self) -> Any:
        """Of several offices of one name, that which they hold is meant."""
        holder, office = self.cleaned_data["powerholder"], cast(PickField, self.fields["office"])
        held = Tenure.objects.visible_to(self.by).on(timezone.localdate()).filter(powerholder=holder)
        office.likely = set(held.values_list("office", flat=True))
        return holder

    @property
    def new(self) -> NewTarget:
        """As operations take it."""
        return NewTarget(**self.cleaned_data)
