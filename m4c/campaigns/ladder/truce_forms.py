"""Forms of truces and of standing down: what they offered, what came of it, what is told, and who rings."""

from datetime import time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.ladder.called_out import leaders_of
from m4c.campaigns.ladder.forms import A_DAY, AN_HOUR, lines
from m4c.campaigns.models import LadderStep, StandDown
from m4c.campaigns.operations.truce import Offer
from m4c.core.form_ids import OwnIds
from m4c.events.forms.moments import at, check_hour
from m4c.people.models import Account, Person


class TruceForm(OwnIds, forms.Form):
    """What they offered, on which condition we stop, and until when; and that everybody called out is told at once."""

    offered = forms.CharField(
        label=_("What they offered"), max_length=300, help_text=_("In their words, with day, hour and place.")
    )
    condition = forms.CharField(label=_("We stop on this condition"), max_length=300)
    day = forms.DateField(label=_("We wait until"), widget=A_DAY)
    hour = forms.TimeField(label=_("At"), initial=time(12), widget=AN_HOUR)
    words = lines(
        _("Tell everybody called out, now"),
        3,
        max_length=1_000,
        required=False,
        help_text=_("Goes as soon as you press. Leave it empty to tell nobody yet."),
    )

    def __init__(self, *args: Any, step: LadderStep, is_called: bool = False, **options: Any) -> None:
        initial = {"day": timezone.localdate() + timedelta(days=2), "words": ready_words(step)}
        super().__init__(*args, **{"initial": initial} | options)
        if not is_called:
            del self.fields["words"]

    def clean(self) -> dict[str, Any]:
        """An hour is of the clock."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("day") and given.get("hour"):
            try:
                check_hour(given["day"], given["hour"])
            except ValidationError as error:
                self.add_error("hour", error)
        return given

    @property
    def offer(self) -> Offer:
        """As operations take it."""
        given = self.cleaned_data
        return Offer(given["offered"], given["condition"], timezone.now(), at(given["day"], given["hour"]))


class SettleForm(OwnIds, forms.Form):
    """What came of a truce."""

    settled_words = forms.CharField(label=_("What came of it"), max_length=300, required=False)


class StandDownForm(OwnIds, forms.Form):
    """What everybody called out is told."""

    words = lines(_("What they are told"), 4, max_length=1_000)
    chat_words = lines(
        _("The same for the group's chat"),
        max_length=1_000,
        required=False,
        help_text=_("Leave it empty to use the same words."),
    )

    def __init__(self, *args: Any, step: LadderStep, **options: Any) -> None:
        super().__init__(*args, **{"initial": {"words": ready_words(step)}} | options)


class RingersForm(OwnIds, forms.Form):
    """Who rings those whom no letter reaches."""

    tellers = forms.ModelMultipleChoiceField[Person](
        label=_("Who rings?"),
        queryset=Person.objects.none(),
        to_field_name="uid",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, by: Account, stand_down: StandDown, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["tellers"]
        leaders = leaders_of(stand_down.campaign.group).values("pk")
        field.queryset = Person.objects.visible_to(by).filter(pk__in=leaders).order_by("sort_name")


def ready_words(step: LadderStep) -> str:
    """What a stand-down says unless somebody says it otherwise: it names nobody."""
    return _now("“{step}” is off for now: they have offered to meet us. Please do not come. Thank you!").format(
        step=step.name
    )
