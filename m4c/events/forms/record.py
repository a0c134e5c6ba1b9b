"""What forms by which somebody writes down something of a group have in common."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import Permission
from m4c.people.forms.account import groups_where
from m4c.people.forms.person_field import PersonField
from m4c.people.models import Account, Person


class RecordForm(forms.Form):
    """A form by which an account writes something down.

    `right` is what a `group` field offers the groups for; `own_unless` names the person field that, left empty, means
    whoever fills the form in.
    """

    right: Permission
    own_unless = ""

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by = by
        for field in self.fields.values():
            if isinstance(field, PersonField):
                field.account = by
        if "group" in self.fields:
            self.offer_groups()

    def clean(self) -> dict[str, Any]:
        """What is one's own is somebody's."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if self.own_unless and not (given.get(self.own_unless) or self.by.person):
            self.add_error(None, _("Your account belongs to nobody on record. Ask whoever looks after accounts."))
        return given

    @property
    def whose(self) -> Person:
        """Who was picked, else whoever fills the form in."""
        person = self.cleaned_data.get(self.own_unless) or self.by.person
        assert isinstance(person, Person)
        return person

    def offer_groups(self) -> None:
        """Offer the groups of the tree where the right is held, one's own first chosen; ask nothing of an only one."""
        field: Any = self.fields["group"]
        field.queryset = groups_where(self.by, self.right).in_tree()  # type: ignore[attr-defined]
        offered = list(field.queryset[:2])
        if len(offered) == 1:
            field.widget, field.initial = forms.HiddenInput(), offered[0].slug
        elif own := next((group for group in self.by.groups_for(self.right) if group.is_in_tree), None):
            field.initial = own.slug
