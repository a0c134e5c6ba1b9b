"""Forms of the door: somebody who walks in, and for whom a host's link is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from m4c.core.models.record import new_uid
from m4c.events.door.listing import called
from m4c.events.models import Event
from m4c.people.sheets.contacts import parse_phones


class DoorForm(forms.Form):
    """What every tap says: its own uid, the place on the list, and by which of several doors."""

    uid = forms.UUIDField(widget=forms.HiddenInput)
    attendance = forms.UUIDField(widget=forms.HiddenInput)
    door = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)


class WalkInForm(DoorForm):
    """Somebody who is not on the list: a name, and who brought them."""

    name = forms.CharField(label=_("Name"), max_length=200)
    brought_by = forms.CharField(
        label=_("Who brought them?"),
        max_length=200,
        required=False,
        help_text=_("Somebody on the list. Leave it empty for nobody."),
    )
    phone = forms.CharField(
        label=_("Phone"), max_length=40, required=False, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )

    def __init__(self, *args: Any, event: Event, door: str = "", typed: str = "", **options: Any) -> None:
        self.event = event
        options["initial"] = {"uid": new_uid(), "attendance": new_uid(), "door": door, "name": typed}
        super().__init__(*args, **options)

    def clean_phone(self) -> str:
        """In E.164. Raises ValidationError."""
        parsed = parse_phones(self.cleaned_data["phone"])
        if parsed.problem:
            raise forms.ValidationError(parsed.problem)
        return next(iter(parsed.value), "")

    def clean_brought_by(self) -> Any:
        """The uid of the place of the one on the list who is called so. Raises ValidationError for none and several."""
        typed = self.cleaned_data["brought_by"].strip()
        found = called(self.event, typed) if typed else []
        if typed and len(found) != 1:
            sentence = _("Several are called that: type more of the name.") if found else _("Nobody is called that.")
            raise forms.ValidationError(sentence)
        return found[0].attendance.uid if found else None


class HostLinkForm(forms.Form):
    """A link for somebody without an account."""

    for_whom = forms.CharField(
        label=_("Who stands at the door with it?"),
        max_length=120,
        help_text=_("Such as “Ada, side door”. The link is good until the event is over, on one phone."),
    )


class SheetForm(forms.Form):
    """How a sign-in sheet is printed."""

    codes = forms.BooleanField(
        label=_("With a code beside each name"),
        help_text=_("A steward's camera opens their entry by it."),
        required=False,
    )
