"""The forms of what is done with many people of a list, and of a filter that is kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.account import groups_where
from m4c.people.forms.people import GroupField
from m4c.people.forms.person_field import PersonField
from m4c.people.list_permissions import SAVE_FILTERS
from m4c.people.models import Account, SavedFilter
from m4c.people.permissions import NAME_CONTACTS, TAG_PEOPLE


class TagManyForm(forms.Form):
    """A word, known or new, and whose it is where it is new."""

    name = forms.CharField(label=_("Tag"), max_length=60, help_text=_("A few words: “speaks Arabic”, “has a van”."))
    group = GroupField(label=_("In which group"), empty_label=None)

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["group"].queryset = groups_where(by, TAG_PEOPLE)  # type: ignore[attr-defined]


class ContactManyForm(forms.Form):
    """Who stays in touch, on behalf of which group."""

    contact = PersonField(label=_("Who stays in touch"))
    group = GroupField(label=_("On behalf of which group"), empty_label=None)

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["contact"].account = by  # type: ignore[attr-defined]
        self.fields["contact"].initial = by.person
        self.fields["group"].queryset = groups_where(by, NAME_CONTACTS)  # type: ignore[attr-defined]


class CallListForm(forms.Form):
    """What people are rung for."""

    purpose = forms.CharField(
        label=_("What you ring them for"), max_length=300, help_text=_("Kept on record with your name and the day.")
    )


class SavedFilterForm(forms.Form):
    """What a filter is called, and with whom it is shared."""

    name = forms.CharField(label=_("Name"), max_length=80)
    group = GroupField(label=_("Shared with the leaders and organisers of"), required=False, empty_label=_("Nobody"))

    def __init__(self, *args: Any, by: Account, saved: SavedFilter | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if saved:
            self.initial = {"name": saved.name, "group": saved.group.slug if saved.shared_at else None}
        self.fields["group"].queryset = groups_where(by, SAVE_FILTERS)  # type: ignore[attr-defined]
