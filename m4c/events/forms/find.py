"""The forms by which lists are narrowed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import Permission
from m4c.events.models import Event
from m4c.events.permissions import SEE_EVENTS
from m4c.people.forms.account import groups_where
from m4c.people.forms.people import GroupField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account


class FindForm(forms.Form):
    """What to list: of which group, among those where `right` is held."""

    right: Permission

    group = GroupField(label=_("Group"), required=False, empty_label=_("All groups"))

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["group"].queryset = groups_where(by, self.right).in_tree()  # type: ignore[attr-defined]

    def chosen(self, name: str) -> Any:
        """What was given for a field; nothing where it made no sense."""
        self.full_clean()
        return self.cleaned_data.get(name)


class FindEventsForm(FindForm):
    """Which events to list."""

    right = SEE_EVENTS

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("All kinds")), *capitals(Event.Kind.choices)]
    )
