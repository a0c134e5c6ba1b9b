"""Forms of signing in: allauth's own, with what we ask besides."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from m4c.people.accounts.allauth_adapter import set_lifetime
from m4c.people.models import Person
from m4c.people.models.account import website
from m4c.people.operations.sign_in import ask_for_new_password
from m4c.people.time_zones import zones_by_part


class OwnDeviceField(forms.BooleanField):
    """The tick box that keeps a device signed in."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        options.setdefault("label", _("This is my own phone or computer"))
        kept = _("Keep me signed in for {days} days. You can end it from any other device.")
        options.setdefault("help_text", format_lazy(kept, days=settings.OWN_DEVICE_DAYS))
        super().__init__(**options)


class SignInForm(LoginForm):
    """E-mail and password."""

    own_device = OwnDeviceField()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in (("login", _("E-mail")), ("password", _("Password"))):
            self.fields[name].label = label
            self.fields[name].help_text = ""
            self.fields[name].widget.attrs.pop("placeholder", None)

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Sign in, and say again how long: allauth's form has just set a time of its own."""
        response: HttpResponse = super().login(request, redirect_url)
        set_lifetime(request)
        return response


class OpenLinkForm(forms.Form):
    """The button behind a sign-in link."""

    own_device = OwnDeviceField()


class ForgottenPasswordForm(forms.Form):
    """An address to which a letter goes if an account has it."""

    email = forms.EmailField(label=_("E-mail"), max_length=254)

    def save(self, request: HttpRequest) -> str:
        """Ask for the letter, whether or not there is such an account."""
        email: str = self.cleaned_data["email"]
        ask_for_new_password(email=email, by=website())
        return email


class PasskeyForm(AddWebAuthnForm):
    """A new passkey: always one that signs in by itself, so there is nothing to choose."""

    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].label = _("What to call it")
        self.fields["name"].help_text = _("For your own list, such as “my phone”.")


class TimeZoneForm(forms.Form):
    """By which clock the account reads of online events."""

    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        choices=lambda: [("", _("The United Kingdom")), *zones_by_part()],
        help_text=_("Events online are told by this clock too. Where people meet, the clock of the place counts."),
    )


class LanguageForm(forms.Form):
    """In which language the account reads."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=[(language.value, language.label) for language in (Person.Language.ENGLISH, Person.Language.WELSH)],
        widget=forms.RadioSelect,
    )
