"""The fields that an export may have: what each is called, in Action Network's words if it has one, and its value."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.people.exports.whom import Exported
from m4c.people.models import Channel


@dataclass(frozen=True)
class Field:
    """One column of an export."""

    name: str  # and its header
    label: "str | Promise"
    value: Callable[[Exported], str]
    is_usual: bool = True  # taken unless somebody chooses otherwise


def first_email(each: Exported) -> str:
    """The address to write to."""
    return next((email.address for email in each.person.emails.all()), "")


def first_phone(each: Exported) -> str:
    """The number to ring."""
    return next((phone.number for phone in each.person.phones.all()), "")


def language(each: Exported) -> str:
    """The language they speak with us."""
    return each.person.language_name or str(each.person.get_language_display())


FIELDS = {
    field.name: field
    for field in [
        Field("uuid", _("Our own name of the record"), lambda each: str(each.person.uid)),
        Field("first_name", _("First name"), lambda each: each.person.given_name),
        Field("last_name", _("Last name"), lambda each: each.person.family_name),
        Field("known_as", _("Known as"), lambda each: each.person.known_as),
        Field("title", _("Title"), lambda each: each.person.title, is_usual=False),
        Field("email", _("E-mail"), first_email),
        Field("can2_phone", _("Phone"), first_phone),
        Field("can2_user_address", _("Address"), lambda each: each.person.address.lines if each.person.address else ""),
        Field("zip_code", _("Postcode"), lambda each: each.person.address.postcode if each.person.address else ""),
        Field("can2_subscription_status", _("E-mail agreed"), lambda each: each.list_state(Channel.EMAIL)),
        Field("can2_sms_status", _("Texts agreed"), lambda each: each.list_state(Channel.TEXT)),
        Field("language", _("Language"), language, is_usual=False),
        Field("groups", _("Groups"), lambda each: ", ".join(each.groups)),
    ]
}
USUAL = [name for name, field in FIELDS.items() if field.is_usual]


def row_of(each: Exported, chosen: list[str]) -> list[str]:
    """The chosen fields of one person, in their order."""
    return [FIELDS[name].value(each) for name in chosen]
