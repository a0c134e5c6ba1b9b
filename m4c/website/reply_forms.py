"""The forms of a reply to an event: coming with whom and what one needs, and changing that later."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.events.models import AccessNeed, Reply
from m4c.events.operations.reply import MOST_GUESTS, Coming
from m4c.people.desk.agreements import BY_PHONE, WORDINGS
from m4c.people.forms.shape import capitals
from m4c.people.models import Channel
from m4c.website.forms import OnePhoneField, OwnEmailField
from m4c.website.public_forms import PublicForm, with_fields_as_declared

LONGEST_NAME = 120


class GuestNames(forms.CharField):
    """Names of guests, one a line, to a list; lines without a word are no guest."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 3, "autocomplete": "off"})
        super().__init__(max_length=(LONGEST_NAME + 2) * MOST_GUESTS, required=False, widget=widget, **options)

    def clean(self, value: Any) -> list[str]:
        """The names, each once. Raises ValidationError where they are too many."""
        names = list(dict.fromkeys(line.strip()[:LONGEST_NAME] for line in super().clean(value).splitlines()))
        names = [name for name in names if name]
        if len(names) > MOST_GUESTS:
            raise forms.ValidationError(_("These are more than this form takes: please write to us."))
        return names


class ComingForm(forms.Form):
    """With whom, and what they need."""

    guests = forms.IntegerField(
        label=_("How many do you bring along?"),
        help_text=_("Besides yourself; children count too."),
        min_value=0,
        max_value=MOST_GUESTS,
        error_messages={"max_value": _("Bring up to %(limit_value)s by this form, and write to us if you are more.")},
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0, "max": MOST_GUESTS}),
    )
    names = GuestNames(
        label=_("Their names, if you like"),
        help_text=_("One a line, for the list at the door. We forget them after the event."),
    )
    access_needs = forms.MultipleChoiceField(
        label=_("What do you need to take part?"),
        required=False,
        choices=capitals(AccessNeed.choices),
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(
        label=_("What else should we know?"),
        help_text=_("A lift, a diet, a language: whoever prepares the event reads it, and it is forgotten afterwards."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def coming(self) -> Coming:
        """What was said, once the form is valid."""
        given = self.cleaned_data
        return Coming(given["guests"] or 0, given["names"], given["access_needs"], given["words"])


@with_fields_as_declared
class ReplyForm(PublicForm, ComingForm):
    """Who means to come, and one way to be reached."""

    name = "reply"

    given_name = forms.CharField(
        label=_("First name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    family_name = forms.CharField(
        label=_("Last name"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    email = OwnEmailField(
        label=_("E-mail"), required=False, help_text=_("We send a link there by which you change or cancel.")
    )
    phone = OnePhoneField(
        label=_("Telephone"), required=False, max_length=30, help_text=_("Instead of an e-mail address, or besides.")
    )
    agreed = forms.MultipleChoiceField(
        label=_("May we keep you posted after this event?"),
        help_text=_("Coming agrees to nothing: tick what you like, or nothing."),
        required=False,
        choices=list(WORDINGS.items()),
        widget=forms.CheckboxSelectMultiple,
    )

    field_order = [
        "given_name",
        "family_name",
        "email",
        "phone",
        "guests",
        "names",
        "access_needs",
        "words",
        "agreed",
    ]

    def clean(self) -> dict[str, Any]:
        """One way to be reached is enough, and one is needed; a box needs its own."""
        cleaned = super().clean() or {}
        email, phone, agreed = cleaned.get("email"), cleaned.get("phone"), set(cleaned.get("agreed", []))
        if not (email or phone or {"email", "phone"} & self.errors.keys()):
            self.add_error("email", _("Give an e-mail address or a telephone number."))
        if Channel.EMAIL in agreed and not email and "email" not in self.errors:
            self.add_error("email", _("Give an address for letters by e-mail, or leave that box empty."))
        if agreed & set(BY_PHONE) and not phone and "phone" not in self.errors:
            self.add_error("phone", _("Give a number for text messages and calls, or leave those boxes empty."))
        return cleaned


class ChangeReplyForm(ComingForm):
    """What one said, to be changed by its link."""

    @classmethod
    def of(cls, reply: Reply, names: list[str]) -> "ChangeReplyForm":
        """The form with what stands."""
        said = {"guests": reply.guests, "names": "\n".join(names)}
        return cls(initial=said | {"access_needs": reply.access_needs, "words": reply.words})
