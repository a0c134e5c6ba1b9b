"""A form field that asks for a person: typed, then picked among those whom the account may see, or given as new."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms.boundfield import BoundField
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.people.finding.find import find
from m4c.people.models import Account, Person
from m4c.people.names import split_full_name
from m4c.people.naming import groups_told, person_named
from m4c.people.operations.person import NewPerson
from m4c.people.sheets.contacts import parse_emails, parse_phones

NEW = "new"
FEWEST_LETTERS = 2
MOST_SHOWN = 6


@dataclass(frozen=True)
class Typed:
    """What came in for a person: the name as typed, whom of those shown, and how somebody new is reached."""

    text: str = ""
    chosen: str = ""
    phone: str = ""
    email: str = ""
    keep_safe: bool = False

    @classmethod
    def of(cls, person: Person) -> "Typed":
        """A person picked beforehand."""
        return cls(person.name, str(person.uid))


@dataclass(frozen=True)
class Option:
    """One answer to pick."""

    value: str
    label: str
    detail: str
    is_chosen: bool


class PersonInput(forms.TextInput):
    """The name, typed; with htmx the people of that name are shown while it is."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed:
        """All that came in under the field's name."""
        text, chosen, phone, email = (
            data.get(key, "").strip() for key in (name, f"{name}-chosen", f"{name}-phone", f"{name}-email")
        )
        return Typed(text, chosen, phone, email, f"{name}-keep-safe" in data)

    def format_value(self, value: Any) -> str:
        """What was typed."""
        return as_typed(value).text


class BoundPerson(BoundField):
    """The field on a form, as its component draws it."""

    @cached_property
    def typed(self) -> Typed:
        """What was typed, or stands there from the beginning."""
        return as_typed(self.value())

    @cached_property
    def options(self) -> list[Option]:
        """Whom one may pick: the people of that name and somebody new; nobody before two letters are typed."""
        field: PersonField = self.field  # type: ignore[assignment]
        people = field.people_called(self.typed)
        groups = groups_told(field.account, people)
        options = [
            Option(str(person.uid), person.name, groups[person.pk], self.typed.chosen == str(person.uid))
            for person in people
        ]
        if field.may_be_new and len(self.typed.text) >= FEWEST_LETTERS:
            is_chosen = self.typed.chosen == NEW or bool(self.errors and not people)
            options.append(Option(NEW, str(_("Somebody new: “{name}”")).format(name=self.typed.text), "", is_chosen))
        return options

    @property
    def finds_nobody(self) -> bool:
        """Whether something was typed that is nobody's name, and nobody new may be given."""
        return not self.options and len(self.typed.text) >= FEWEST_LETTERS

    @property
    def may_be_new(self) -> bool:
        """Whether somebody new may be given."""
        return bool(self.field.may_be_new)  # type: ignore[attr-defined]


class PersonField(forms.Field):
    """A person whom the account may see, or a `NewPerson` where `may_be_new`. The form gives it the `account`.

    People kept safe are never suggested; their own contact comes here from their page.
    """

    widget = PersonInput
    component = "person-picker"  # that draws it, wherever a form draws its fields by itself
    account: Account
    default_error_messages = {
        "required": _("Type a name."),
        "nobody": _("There is nobody of that name among the people you may see."),
        "new": _("We know nobody of that name yet. Say how to reach them, and they are on record."),
        "which": _("Which of them? Pick one below."),
        "unreachable": _("Add a phone number or an e-mail, or first and last name, to tell them from others."),
    }

    def __init__(self, *, may_be_new: bool = False, **options: Any) -> None:
        self.may_be_new = may_be_new
        super().__init__(**options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """What htmx needs to suggest people while one types."""
        return {
            "maxlength": 200,
            "spellcheck": "false",
            "hx-get": reverse_lazy("whom"),
            "hx-vals": '{"new": "yes"}' if self.may_be_new else "{}",
            "hx-trigger": "input changed delay:200ms",
            "hx-target": "next .person-choices",
            "hx-swap": "outerHTML",
            "hx-sync": "this:replace",
        }

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> BoundPerson:
        """The field as the component draws it."""
        return BoundPerson(form, self, field_name)

    def clean(self, value: Any) -> Person | NewPerson | None:
        """Whom was meant. Raises ValidationError where that is not clear, with whom to pick among."""
        typed = as_typed(value)
        if not typed.text:
            self.validate(None)
            return None
        if typed.chosen == NEW and self.may_be_new:
            return self.new_person(typed)
        if typed.chosen and (person := self.chosen_person(typed)):
            return person
        if self.people_called(typed):
            raise ValidationError(self.error_messages["which"], code="which")
        code = "new" if self.may_be_new else "nobody"
        raise ValidationError(self.error_messages[code], code=code)

    def people_called(self, typed: Typed) -> list[Person]:
        """Those of that name whom the account may see and who can be met; never somebody kept safe."""
        if len(typed.text) < FEWEST_LETTERS:
            return []
        can_be_met = Q(died_on=None, moved_away_on=None)
        return find(self.account, typed.text, for_use=True, only=can_be_met, first=MOST_SHOWN)

    def chosen_person(self, typed: Typed) -> Person | None:
        """The one who was picked, if the name still is theirs: one may have typed on without a script."""
        person = person_named(self.account, typed.chosen)
        if person and (typed.text == person.name or find(self.account, typed.text, only=Q(pk=person.pk))):
            return person
        return None

    def new_person(self, typed: Typed) -> NewPerson:
        """Somebody new, reachable or with a whole name. Raises ValidationError."""
        phones, emails = parse_phones(typed.phone), parse_emails(typed.email)
        for parsed in (phones, emails):
            if parsed.problem:
                raise ValidationError(parsed.problem, code="unreadable")
        name = split_full_name(typed.text)
        if not (phones.value or emails.value or (name.given and name.family)):
            raise ValidationError(self.error_messages["unreachable"], code="unreachable")
        return NewPerson(
            title=name.title,
            given_name=name.given,
            family_name=name.family,
            known_as=name.known_as,
            phones=phones.value,
            emails=[email.address for email in emails.value],
            keep_safe_at=timezone.now() if typed.keep_safe else None,
        )


def as_typed(value: Any) -> Typed:
    """What a field holds, whether typed, a person picked beforehand, or nothing."""
    if isinstance(value, Person):
        return Typed.of(value)
    return value if isinstance(value, Typed) else Typed()


def name_of(given: Person | NewPerson) -> str:
    """The name of whoever was meant, known or new, to say it back."""
    if isinstance(given, Person):
        return given.name
    return " ".join(part for part in (given.known_as or given.given_name, given.family_name) if part)
