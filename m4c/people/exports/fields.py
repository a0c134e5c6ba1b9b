"""The fields that an export may have: what each is called, in Action Network's words if it has one, and its value."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.people.exports.whom import Exported, own_fields_of
from m4c.people.models import Account, Channel, OwnField, PeopleExport


@dataclass(frozen=True)
class Field:
    """One column of an export."""

    name: str
    label: "str | Promise"
    value: Callable[[Exported], str]
    is_usual: bool = True  # taken unless somebody chooses otherwise
    heads: str = ""  # what its column is called, where that is not its name

    @property
    def header(self) -> str:
        """What its column is called."""
        return self.heads or self.name


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
        Field("do_not_call", _("Must not be rung"), lambda each: each.said_not_to(Channel.PHONE)),
        Field("do_not_mail", _("Must not be written to by post"), lambda each: each.said_not_to(Channel.POST)),
        Field("language", _("Language"), language, is_usual=False),
        Field("groups", _("Groups"), lambda each: ", ".join(each.groups)),
    ]
}
USUAL = [name for name, field in FIELDS.items() if field.is_usual]


def fields_for(account: Account) -> dict[str, Field]:
    """All that an account may take out: what everybody has, and the movement's own fields that it may read."""
    return FIELDS | {name: own_field(name, own) for name, own in own_fields_of(account).items()}


def own_field(name: str, own: OwnField) -> Field:
    """A field of our own as a column, called as it is in English: so our own import knows it again. Never usual."""
    header = f"our {own.name}" if own.name in FIELDS else own.name
    return Field(name, own.label, lambda each: each.own.get(name, ""), is_usual=False, heads=header)


def fields_of(export: PeopleExport) -> list[Field]:
    """The fields that were chosen, but for those that whoever asked may not take out any more."""
    known = fields_for(export.requested_by)
    return [known[name] for name in export.chosen if name in known]


def row_of(each: Exported, fields: list[Field]) -> list[str]:
    """These fields of one person, in their order."""
    return [field.value(each) for field in fields]
