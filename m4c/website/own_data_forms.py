"""The forms of one's own data: asking for the link, and what may be put right or stopped on the page that it opens."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.people import EmailsField, PhonesField
from m4c.people.forms.shape import capitals
from m4c.people.models import Channel, Person
from m4c.website.forms import OnePhoneField, OwnEmailField
from m4c.website.public_forms import PublicForm


class AskOwnDataForm(PublicForm):
    """By what somebody is known to us."""

    name = "ask-own-data"

    email = OwnEmailField(label=_("Your e-mail"), required=False)
    phone = OnePhoneField(
        label=_("Or your telephone number"),
        required=False,
        max_length=30,
        help_text=_("We then write to the e-mail address that we hold with it."),
    )
    first_name = forms.CharField(
        label=_("Your first name"),
        required=False,
        max_length=100,
        help_text=_("Only if you share the address or the number with somebody."),
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )

    def clean(self) -> dict[str, Any]:
        """One of the two at least."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("email") and not cleaned.get("phone"):
            raise ValidationError(_("Give an e-mail address or a telephone number."))
        return cleaned


class OwnContactForm(forms.Form):
    """How one is reached, one a line, the first of each being the one to use."""

    emails = EmailsField(label=_("E-mails"), required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 2}))
    phones = PhonesField(
        label=_("Phones"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2, "inputmode": "tel"})
    )
    lines = forms.CharField(label=_("House and street"), max_length=300, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        address = person.address
        self.initial = {
            "emails": "\n".join(email.address for email in person.emails.all()),
            "phones": "\n".join(phone.written for phone in person.phones.all()),
            "lines": address.lines if address else "",
            "postcode": address.postcode if address else "",
        }

    @property
    def values(self) -> dict[str, Any]:
        """Only what was changed."""
        values: dict[str, Any] = {
            name: self.cleaned_data[name] for name in ("emails", "phones") if name in self.changed_data
        }
        if {"lines", "postcode"} & set(self.changed_data):
            values["address"] = (self.cleaned_data["lines"], self.cleaned_data["postcode"])
        return values


class StopForm(forms.Form):
    """By which ways one will have no more news and appeals."""

    channels = forms.MultipleChoiceField(
        label=_("No more news or appeals by"), choices=capitals(Channel.choices), widget=forms.CheckboxSelectMultiple
    )
