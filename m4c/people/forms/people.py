"""Forms about people: add, change, reach, join and leave."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import slug_re
from django.db.models import QuerySet
from django.forms.models import ModelChoiceIterator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.permissions import Permission
from m4c.core.prepared import prepared
from m4c.people.forms.account import groups_where
from m4c.people.forms.shape import ShapeForm, capitals
from m4c.people.forms.widgets import LongSelect
from m4c.people.models import Account, Group, Membership, Person
from m4c.people.operations.person import NewPerson
from m4c.people.permissions import ADD_PEOPLE
from m4c.people.sheets.contacts import parse_emails, parse_phones


class GroupNames(ModelChoiceIterator[Group]):
    """Groups to choose from, by no more than their slugs and names."""

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        """What stands for none, where there is such a thing, and the groups."""
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        where = self.field.where  # type: ignore[attr-defined]
        yield from groups_named(*where) if where else self.queryset.values_list("slug", "name")


class GroupField(forms.ModelChoiceField[Group]):
    """A group, among those in which the account holds a right; named in addresses by its slug."""

    widget = LongSelect
    iterator = GroupNames
    where: tuple[Account, Permission] | None = None  # whose groups, by which right, where that is all there is to say

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=Group.objects.none(), to_field_name="slug", **options)

    def offer_where(self, account: Account, permission: Permission) -> None:
        """Offer the groups in which the account holds a right."""
        self.where = account, permission

    def to_python(self, value: Any) -> Group | None:
        """The group. Raises ValidationError for what is none of those offered."""
        is_slug = isinstance(value, str) and slug_re.match(value)
        found = group_called(*self.where, value) if self.where and is_slug else []
        return found[0] if found else super().to_python(value)

    def offer(self, groups: QuerySet[Group]) -> None:
        """Offer these groups, read at once: Django asks for a field that must be chosen twice."""
        self.queryset = groups
        self.choices = [(group.slug, str(group)) for group in groups]


@prepared
def groups_named(account: Account, permission: Permission) -> QuerySet[Group, tuple[str, str]]:
    """Slugs and names of the groups in which an account holds a right."""
    return groups_where(account, permission).values_list("slug", "name")


@prepared
def group_called(account: Account, permission: Permission, slug: str) -> QuerySet[Group]:
    """The one of them with this slug."""
    return groups_where(account, permission).filter(slug=slug)


class PhonesField(forms.CharField):
    """Telephone numbers in any usual form, to E.164."""

    def clean(self, value: Any) -> list[str]:
        """The numbers. Raises ValidationError where one is none."""
        parsed = parse_phones(super().clean(value).replace("\n", ";"))
        if parsed.problem:
            raise ValidationError(parsed.problem)
        return list(parsed.value)


class EmailsField(forms.CharField):
    """E-mail addresses, one or several."""

    def clean(self, value: Any) -> list[str]:
        """The addresses. Raises ValidationError where one is none."""
        parsed = parse_emails(super().clean(value).replace("\n", ";"))
        if parsed.problem:
            raise ValidationError(parsed.problem)
        return [email.address for email in parsed.value]


class PastDateField(forms.DateField):
    """A day that is not yet to come; today unless told."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("initial", timezone.localdate)
        options.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(**options)

    def clean(self, value: Any) -> date | None:
        """The day. Raises ValidationError for one to come."""
        day: date | None = super().clean(value)
        if day and day > timezone.localdate():
            raise ValidationError(_("That day is still to come."))
        return day


class AddPersonForm(forms.Form):
    """Somebody met, in under a minute."""

    given_name = forms.CharField(label=_("First name"), max_length=100, required=False)
    family_name = forms.CharField(label=_("Last name"), max_length=100, required=False)
    phone = PhonesField(label=_("Phone"), max_length=60, required=False)
    email = EmailsField(label=_("E-mail"), max_length=254, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    group = GroupField(label=_("Group"), empty_label=None)
    source = forms.CharField(label=_("How we met"), max_length=200, required=False)
    welcome = forms.BooleanField(
        label=_("Somebody of the group says hello within a week"),
        required=False,
        initial=True,
        help_text=_("It stands on the page of today of whoever welcomes there. Untick it where nothing more is owed."),
    )
    keep_safe = forms.BooleanField(
        label=_("Keep safe"),
        required=False,
        help_text=_("Hides them at once from everybody but you. The safeguarding lead confirms it within two days."),
    )

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by = by
        self.fields["group"].queryset = groups_where(by, ADD_PEOPLE)  # type: ignore[attr-defined]

    @property
    def new(self) -> NewPerson:
        """The person as the operation takes it: met today, by whoever fills this in."""
        given = self.cleaned_data
        return NewPerson(
            given_name=given["given_name"],
            family_name=given["family_name"],
            emails=given["email"],
            phones=given["phone"],
            postcode=given["postcode"],
            source=given["source"],
            met_on=timezone.localdate(),
            met_by=self.by.person,
            keep_safe_at=timezone.now() if given["keep_safe"] else None,
            welcome=given["welcome"],
        )


class NamesForm(ShapeForm[Person]):
    """What somebody is called, the language they speak with us, and how we met."""

    class Meta:
        model = Person
        fields = ["given_name", "family_name", "known_as", "title", "language", "language_name", "met_on", "source"]


class ContactDetailsForm(forms.Form):
    """How somebody is reached: one a line, the first of each being the one to use."""

    phones = PhonesField(
        label=_("Phones"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 3, "inputmode": "tel"})
    )
    emails = EmailsField(label=_("E-mails"), required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}))


class AddressForm(forms.Form):
    """Where somebody lives."""

    lines = forms.CharField(label=_("House and street"), max_length=300, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)


class StopForm(forms.Form):
    """Why all contact stops."""

    DIED, MOVED_AWAY = "died", "moved_away"
    what = forms.ChoiceField(
        label=_("What happened"),
        choices=[(MOVED_AWAY, _("They moved away")), (DIED, _("They died"))],
        widget=forms.RadioSelect,
    )
    on = PastDateField(label=_("On which day"))


class MembershipForm(forms.Form):
    """A membership that begins."""

    group = GroupField(label=_("Group"), empty_label=None)
    role = forms.ChoiceField(
        label=_("As"),
        choices=capitals(choice for choice in Membership.Role.choices if choice[0] != Membership.Role.OTHER),
        initial=Membership.Role.MEMBER,
    )
    on = PastDateField(label=_("Since"))
    welcome = forms.BooleanField(label=_("Somebody of the group says hello within a week"), required=False)
    own_word = forms.BooleanField(
        label=_("They asked for it themselves"),
        required=False,
        help_text=_("Only this brings back somebody who left on their own wish."),
    )

    def __init__(self, *args: Any, by: Account, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["group"].queryset = groups_where(by, ADD_PEOPLE)  # type: ignore[attr-defined]


class LeaveForm(forms.Form):
    """The day on which a membership ended, and whether it was their wish."""

    on = PastDateField(label=_("Until"))
    own_wish = forms.BooleanField(
        label=_("They left on their own wish"),
        required=False,
        initial=True,
        help_text=_("All they are in this group ends, and nothing brings them back but their own word."),
    )
    reason = forms.CharField(label=_("Why, if they said so"), max_length=500, required=False)
