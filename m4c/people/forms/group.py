"""The form of a group."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.account import groups_where
from m4c.people.forms.people import GroupField
from m4c.people.forms.shape import FilterForm, capitals
from m4c.people.models import Account, Group
from m4c.people.permissions import MAKE_GROUPS

Kind = Group.Kind


class MakeGroupForm(forms.Form):
    """A group below one of those where the account may make some."""

    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=capitals((kind.value, kind.label) for kind in (Kind.LOCAL, Kind.TEAM, Kind.REGION, Kind.NATION)),
    )
    parent = GroupField(label=_("Below"), empty_label=None)
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=8, required=False)

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        parents = groups_where(by, MAKE_GROUPS).in_tree()  # type: ignore[attr-defined]
        self.fields["parent"].queryset = parents  # type: ignore[attr-defined]


class FindGroupForm(FilterForm):
    """Part of a group's name."""

    q = forms.CharField(label=_("Name or place"), required=False, max_length=100)
