"""The form by which somebody is erased: why, what else by their name is theirs, and where the answer goes."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from m4c.people.erasing import Told
from m4c.people.forms.shape import capitals
from m4c.people.models import Erasure


class EraseForm(forms.Form):
    """What is decided. `found` are the lines that only a name ties to the person."""

    why = forms.ChoiceField(label=_("Why"), widget=forms.RadioSelect, choices=capitals(Erasure.Why.choices))
    ticked = forms.MultipleChoiceField(
        label=_("What else is theirs"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Only the name ties these to them. Tick what is theirs; leave what tells of a namesake."),
    )
    letter_to = forms.EmailField(
        label=_("Send the answer to"),
        required=False,
        help_text=_(
            "Once, by e-mail; the address is forgotten then. Leave it blank to print the answer, or to tell nobody."
        ),
    )
    sure = forms.BooleanField(label=_("I have looked through this: it cannot be put back"))

    def __init__(self, *args: Any, found: Iterable[Told], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(line.name, f"{capfirst(str(line.eraser.what))} ({line.number})") for line in found]
        self.fields["ticked"].choices = choices  # type: ignore[attr-defined]
        if not choices:
            del self.fields["ticked"]
