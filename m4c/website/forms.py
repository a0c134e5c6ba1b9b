"""The public forms: the five questions that a movement starts with, join, contact, complain, and what is near."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from m4c.people.desk.agreements import BY_PHONE, WORDINGS
from m4c.people.forms.shape import capitals
from m4c.people.models import Channel, Complaint, Movement
from m4c.people.sheets.contacts import parse_phones
from m4c.places.postcodes import normalise
from m4c.website.public_forms import PublicForm


class OwnEmailField(forms.EmailField):
    """Somebody's own e-mail address, folded as records compare it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"}), **options)

    def clean(self, value: Any) -> str:
        """The address in small letters."""
        return str(super().clean(value)).casefold()


class PostcodeField(forms.CharField):
    """A postcode, or the first part of one."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "postal-code"})
        super().__init__(max_length=20, widget=widget, **options)

    def clean(self, value: Any) -> str:
        """The postcode in its one form, or nothing. Raises ValidationError for what is none."""
        typed = super().clean(value)
        found = normalise(typed) if typed else None
        if typed and found is None:
            raise ValidationError(_("This is not the shape of a UK postcode."))
        return str(found or "")


class OnePhoneField(forms.CharField):
    """Somebody's own telephone number, in any usual form, to E.164."""

    widget = forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"})

    def clean(self, value: Any) -> str:
        """The number, or nothing. Raises ValidationError where it is none."""
        parsed = parse_phones(super().clean(value))
        if parsed.problem:
            raise ValidationError(parsed.problem)
        return parsed.value[0] if parsed.value else ""


class FiveQuestions(forms.Form):
    """Name, place, who runs it, contact for data protection, language."""

    name = forms.CharField(label=_("What is the movement called?"), max_length=120)
    place = forms.CharField(
        label=_("Where is it at home?"), help_text=_("A town, a county or a country."), max_length=120
    )
    run_by = forms.EmailField(
        label=_("Who runs it?"), help_text=_("Your e-mail address. You will be its first organiser."), max_length=254
    )
    data_protection = forms.EmailField(
        label=_("Whom do people ask about their data?"),
        help_text=_("An e-mail address that everybody may see."),
        max_length=254,
    )
    language = forms.ChoiceField(label=_("Language"), choices=Movement.Language, widget=forms.RadioSelect)


class JoinForm(PublicForm):
    """Who wants to join, where, and how they may be reached about what."""

    name = "join"

    given_name = forms.CharField(
        label=_("First name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    family_name = forms.CharField(
        label=_("Last name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    email = OwnEmailField(label=_("E-mail"), help_text=_("We send a link there to make sure that it is yours."))
    postcode = PostcodeField(label=_("Postcode"), help_text=_("It tells us which group is nearest to you."))
    phone = OnePhoneField(label=_("Telephone"), required=False, max_length=30)
    agreed = forms.MultipleChoiceField(
        label=_("May we keep you posted?"),
        help_text=_("Tick what you like, or nothing: you can join all the same."),
        required=False,
        choices=list(WORDINGS.items()),
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        """Who may be rung or sent text messages gives a number."""
        cleaned = super().clean() or {}
        by_phone = set(cleaned.get("agreed", [])) & set(BY_PHONE)
        if by_phone and not cleaned.get("phone") and "phone" not in self.errors:
            self.add_error("phone", _("Give a number for text messages and calls, or leave those boxes empty."))
        return cleaned


class AskGroupForm(JoinForm):
    """Who asks a group of their choice, and what they would like to say to it."""

    name = "ask-group"

    words = forms.CharField(
        label=_("Would you like to say something to the group?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    field_order = ["given_name", "family_name", "email", "postcode", "words", "phone", "agreed"]


class ComeInForm(JoinForm):
    """Who follows an invitation: a name, and one way to be reached."""

    name = "come-in"

    family_name = forms.CharField(
        label=_("Last name"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    email = OwnEmailField(
        label=_("E-mail"), required=False, help_text=_("We send a link there: open it, and you are in.")
    )
    phone = OnePhoneField(
        label=_("Telephone"), required=False, max_length=30, help_text=_("Without an e-mail: somebody rings you.")
    )
    postcode = PostcodeField(label=_("Postcode"), required=False)

    field_order = ["given_name", "family_name", "email", "phone", "postcode", "agreed"]

    def clean(self) -> dict[str, Any]:
        """One way to be reached is enough, and one is needed."""
        cleaned = super().clean()
        if not (cleaned.get("email") or cleaned.get("phone") or self.errors):
            self.add_error("email", _("Give an e-mail address or a telephone number."))
        if Channel.EMAIL in cleaned.get("agreed", []) and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("Give an address for letters by e-mail, or leave that box empty."))
        return cleaned


class LeaveForm(PublicForm):
    """Where the links are sent by which somebody leaves."""

    name = "leave"

    email = OwnEmailField(label=_("Your e-mail"), help_text=_("We send the links there, one for each group."))


class ContactForm(PublicForm):
    """A message to whoever answers for a place."""

    name = "contact"

    your_name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = OwnEmailField(label=_("Your e-mail"), help_text=_("We answer there."))
    postcode = PostcodeField(
        label=_("Postcode"),
        help_text=_("If it is about a place: your message then goes to that group."),
        required=False,
    )
    words = forms.CharField(label=_("Your message"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 7}))


class ComplaintForm(PublicForm):
    """What somebody complains of."""

    name = "complain"

    kind = forms.ChoiceField(
        label=_("What is it about?"), choices=capitals(Complaint.Kind.choices), widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("What went wrong, and what should we put right?"),
        max_length=8_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    your_name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = OwnEmailField(label=_("Your e-mail"), help_text=_("We acknowledge and answer there."))


class NearForm(forms.Form):
    """Where somebody is: read for one answer, and kept nowhere."""

    where = forms.CharField(label=_("Postcode or place"), max_length=60)
