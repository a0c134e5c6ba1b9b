"""Forms of handing over: who leaves, and for one of their people who is next and by when they are introduced."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.front_desk import DAY
from m4c.people.models import Account, Person

NOBODY = "nobody"


class BeginForm(forms.Form):
    """Who of a group's leaders and organisers leaves, and whether they are gone already."""

    person = forms.ModelChoiceField(
        label=_("Who is leaving?"),
        queryset=Account.objects.none(),
        to_field_name="uid",
        empty_label=None,
    )
    is_gone = forms.BooleanField(label=_("They are gone already: I make the introductions"), required=False)

    def __init__(self, *args: Any, among: QuerySet[Account], by: Account, may_be_gone: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].queryset = among  # type: ignore[attr-defined]
        self.initial["person"] = by.uid
        if not may_be_gone:
            del self.fields["is_gone"]

    def clean_person(self) -> Person | None:
        """The person behind the account that was chosen."""
        person: Person | None = self.cleaned_data["person"].person
        return person


class AgainForm(forms.Form):
    """By when an introduction that could not be made is tried again."""

    again_by = forms.DateField(
        label=_("By when do you try again?"),
        required=False,
        widget=DAY,
        help_text=_("Empty, where it is of no use to try again: they are in touch without it."),
    )


class HandOverForm(forms.Form):
    """Who is the next contact of one person, and by when the introduction is owed."""

    next_contact = forms.ChoiceField(label=_("Who is in touch with them next?"))
    introduce_by = forms.DateField(label=_("By when are they introduced?"), required=False, widget=DAY)

    def __init__(self, *args: Any, among: QuerySet[Account], introduce_by: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {str(account.uid): account.person for account in among}
        named = [(uid, str(person)) for uid, person in self.people.items()]
        choices = [("", _("Choose one")), *named, (NOBODY, _("Nobody: they need no next contact"))]
        self.fields["next_contact"].choices = choices  # type: ignore[attr-defined]
        self.initial["introduce_by"] = introduce_by

    def clean_next_contact(self) -> Person | None:
        """The person behind the account that was chosen; None where it is said that nobody is needed."""
        return self.people.get(self.cleaned_data["next_contact"])
