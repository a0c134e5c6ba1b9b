"""The form by which the board of commitments is narrowed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Status
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.commitments.record.forms import a_day
from m4c.commitments.record.narrowing import Choices
from m4c.commitments.record.words import IN_ORDER, TITLES
from m4c.events.forms import FindForm
from m4c.people.forms.widgets import LongSelect
from m4c.people.models import Account


class FindCommitmentsForm(FindForm):
    """Which commitments: of which group, about what, whose, and as at which day."""

    right = SEE_COMMITMENTS

    status = forms.ChoiceField(
        label=_("How they stand"),
        required=False,
        choices=[("", _("All")), *((each.value, TITLES[each]) for each in IN_ORDER)],
    )
    powerholder = forms.ChoiceField(label=_("Who promised"), required=False, widget=LongSelect)
    campaign = forms.ChoiceField(label=_("Campaign"), required=False, widget=LongSelect)
    theme = forms.ChoiceField(label=_("Theme"), required=False, widget=LongSelect)
    area = forms.ChoiceField(label=_("Place"), required=False, widget=LongSelect)
    keeper = forms.ChoiceField(
        label=_("Keeper"),
        required=False,
        choices=[("", _("Anybody")), ("me", _("Those I keep")), ("none", _("Nobody keeps it"))],
    )
    to_review = forms.ChoiceField(
        label=_("Looked at"), required=False, choices=[("", _("All")), ("yes", _("Imported, still to look at"))]
    )
    as_at = a_day(_("As at"))

    def __init__(self, *args: Any, by: Account, choices: Choices, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        anything = {"powerholder": _("Anybody"), "campaign": _("All"), "theme": _("All"), "area": _("Everywhere")}
        for name, word in anything.items():
            if name in choices:
                self.fields[name].choices = [("", word), *choices[name]]  # type: ignore[attr-defined]
            else:
                del self.fields[name]  # nothing to choose

    @property
    def status_chosen(self) -> str:
        """The status asked for; blank for all."""
        status = self.chosen("status") or ""
        return status if status in Status.values else ""


class AsAtForm(forms.Form):
    """The day as at which a commitment is shown."""

    as_at = a_day(_("As it was on"), required=True)
