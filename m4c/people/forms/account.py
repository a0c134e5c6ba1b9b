"""Forms about accounts: whom to invite, and which role to give."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import ROLE_MEANINGS, ROLE_NAMES, Permission
from m4c.core.visibility import EVERYWHERE
from m4c.people.models import Account, Group, Membership, Person
from m4c.people.operations.account import roles_to_give
from m4c.people.permissions import LOOK_AFTER_ACCOUNTS
from m4c.people.sight import any_of, within


class RoleForm(forms.Form):
    """A role in a group, among those that the account may give."""

    role = forms.ChoiceField(label=_("What they may do"), widget=forms.RadioSelect)
    group = forms.ModelChoiceField(
        label=_("In which group"),
        queryset=Group.objects.none(),
        to_field_name="uid",
        empty_label=_("Choose a group"),
    )

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        roles = [
            (role.value, format_lazy("{name}: {meaning}", name=ROLE_NAMES[role], meaning=ROLE_MEANINGS[role]))
            for role in roles_to_give(by)
        ]
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.fields["group"].queryset = groups_where(by, LOOK_AFTER_ACCOUNTS)  # type: ignore[attr-defined]


class InvitationForm(RoleForm):
    """Whom to invite."""

    email = forms.EmailField(label=_("E-mail"), max_length=254)
    given_name = forms.CharField(label=_("First name"), max_length=100, required=False)
    family_name = forms.CharField(label=_("Last name"), max_length=100, required=False)

    field_order = ["email", "given_name", "family_name", "role", "group"]


class FindForm(forms.Form):
    """Part of a name or an address."""

    q = forms.CharField(label=_("Name or e-mail"), required=False, max_length=100)

    @property
    def words(self) -> str:
        """What was typed, or nothing."""
        return self.cleaned_data["q"].strip() if self.is_valid() else ""


def groups_where(account: Account, permission: Permission) -> QuerySet[Group]:
    """The groups in which an account holds a right: those of its roles and those below them.

    The software's own accounts hold theirs everywhere, and in no group.
    """
    groups = Group.objects.visible_to(account).filter(ended_on=None)
    if account.may(permission, EVERYWHERE):
        return groups
    return groups.filter(any_of(within("path", group) for group in account.groups_for(permission)))


def home_of(person: Person, by: Account, groups: QuerySet[Group]) -> Group | None:
    """The group that a form about somebody begins with: of these the first where one sees them belong."""
    belongs = Membership.objects.visible_to(by).open().filter(person=person).values("group")
    return groups.filter(pk__in=belongs).first() or groups.first()
