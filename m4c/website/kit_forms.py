"""The public form by which somebody wants a kit in their place."""

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.website.forms import OwnEmailField, PostcodeField
from m4c.website.public_forms import PublicForm


class KitWishForm(PublicForm):
    """A name, an address to write to, and where."""

    name = "kit-wish"

    given_name = forms.CharField(
        label=_("First name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    email = OwnEmailField(label=_("E-mail"), help_text=_("We send a link there to make sure that it is yours."))
    postcode = PostcodeField(label=_("Postcode"), help_text=_("It tells us about where you are. We do not keep it."))
