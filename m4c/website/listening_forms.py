"""The public page of a listening campaign: its questions, each use by itself, and who wants word back."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.listening.campaigns.asking import Asked
from m4c.listening.campaigns.forms import AnswersForm
from m4c.listening.models import Concern
from m4c.listening.operations.questionnaire import Stranger
from m4c.website.forms import OnePhoneField, OwnEmailField
from m4c.website.public_forms import PublicForm


class ListeningForm(PublicForm, AnswersForm):
    """What somebody answers, with no name unless they want word back."""

    name = "listening"

    place = forms.CharField(
        label=_("Where is that?"), max_length=120, required=False, help_text=_("An estate, a street, a town.")
    )
    postcode = forms.CharField(
        label=_("Postcode, if you like"), max_length=8, required=False, help_text=_("Its first half is enough: CF24.")
    )
    strength = forms.TypedChoiceField(
        label=_("How strongly does it hurt?"),
        choices=[
            (Concern.Strength.MENTIONED, _("A little")),
            (Concern.Strength.MATTERS, _("It matters to me")),
            (Concern.Strength.BURNS, _("It burns")),
        ],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    may_use_inside = forms.BooleanField(
        label=_("The movement may use what I said, without my name."),
        help_text=_("Without this we may keep nothing of it."),
        required=False,
    )
    may_quote = forms.BooleanField(label=_("My words may be quoted, without my name."), required=False)
    may_write = forms.BooleanField(
        label=_("You may write to me or ring me, to tell me what comes of it."),
        help_text=_("Then give your name and a way to reach you. Without this tick we keep neither."),
        required=False,
    )
    given_name = forms.CharField(
        label=_("First name"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    family_name = forms.CharField(
        label=_("Last name"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    email = OwnEmailField(label=_("E-mail"), required=False)
    phone = OnePhoneField(label=_("Telephone"), required=False, max_length=30)

    def clean(self) -> dict[str, Any]:
        """Word back needs a name and one way to be reached."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("may_write"):
            if not (given.get("given_name") or "").strip():
                self.add_error("given_name", _("How shall we call you?"))
            if not (given.get("email") or given.get("phone") or {"email", "phone"} & self.errors.keys()):
                self.add_error("email", _("Give an e-mail address or a telephone number."))
        return given

    def stranger(self, language: str) -> Stranger | None:
        """Who wants word back, if they do."""
        given = self.cleaned_data
        if not given["may_write"]:
            return None
        return Stranger(given["given_name"], given["family_name"], given["email"], given["phone"], language)


def form_for(questions: Sequence[Asked], language: str) -> type[ListeningForm]:
    """The form of these questions, in a language."""

    class QuestionsForm(ListeningForm):
        """The form of one campaign."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self.ask(questions, language)

    return QuestionsForm
