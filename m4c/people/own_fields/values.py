"""What stands in this movement's own fields for somebody: how a value is kept, and how the values are read together."""

import dataclasses
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from m4c.core.prepared import prepared
from m4c.people.models import Account, OwnField, Person
from m4c.people.models.own_field import LONGEST
from m4c.people.names import fold
from m4c.people.sheets.cells import Answer, parse_date, parse_yes_no, quoted

Kind = OwnField.Kind
MOST = Decimal("1e12")
YES_NO = {Answer.YES: "yes", Answer.NO: "no"}


@dataclasses.dataclass
class Filled:
    """A field and what stands in it: nothing, one value, or both of two records that were made one."""

    field: OwnField
    said: list[str] = dataclasses.field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """The values as people read them."""
        return [self.field.in_words(value) for value in self.said]


def filled_for(account: Account, person: Person) -> list[Filled]:
    """The fields that an account may see of somebody, with what stands in them, in one statement."""
    return together(fields_filled_for(account, person.pk))


@prepared
def fields_filled_for(account: Account, person: int) -> QuerySet[OwnField]:
    """The fields that an account may see of somebody, a row for each value."""
    return OwnField.objects.filled_for(account, person)


def filled_of(person: Person) -> list[Filled]:
    """All fields of somebody with what stands in them: for themselves, who may read every one of them."""
    return together(OwnField.objects.all().with_values_of(person.pk))


def fields_named(names: Iterable[str], account: Account | None = None) -> dict[str, OwnField]:
    """The open fields called like this in either language, by folded name; those that an account may read, if given."""
    wanted = {fold(name) for name in names} - {""}
    if not wanted:
        return {}
    fields = OwnField.objects.open().readable_by(account) if account else OwnField.objects.open()
    named = {fold(name): own for own in fields for name in (own.name_cy, own.name)}
    return {name: own for name, own in named.items() if name in wanted}


def together(rows: Iterable[OwnField]) -> list[Filled]:
    """Rows of a field for each value, as a field with its values."""
    found: dict[int, Filled] = {}
    for row in rows:
        filled = found.setdefault(row.pk, Filled(row))
        if row.said is not None:  # type: ignore[attr-defined]
            filled.said.append(row.said)  # type: ignore[attr-defined]
    return list(found.values())


def as_kept(own: OwnField, typed: str) -> str:
    """A value in the one form in which it is kept; empty for nothing. Raises ValueError with a sentence."""
    text = " ".join(typed.split())
    if not text:
        return ""
    kept = READERS[Kind(own.kind)](own, text)
    if not kept:
        raise ValueError(_("{text} is no answer to “{field}”.").format(text=quoted(text), field=own.label))
    return kept


def words_of(own: OwnField, text: str) -> str:
    """A few words."""
    if len(text) > LONGEST:
        raise ValueError(_("“{field}” has room for {number} characters.").format(field=own.label, number=LONGEST))
    return text


def choice_of(own: OwnField, text: str) -> str:
    """One of the choices, in English or Welsh and whatever its case."""
    wanted = fold(text)
    if not wanted:
        return ""
    return next((str(english) for english, welsh in own.choices if wanted in (fold(english), fold(welsh))), "")


def yes_or_no(own: OwnField, text: str) -> str:
    """ "yes" or "no"."""
    answer = parse_yes_no(text).value
    return YES_NO.get(answer, "") if answer else ""


def day_of(own: OwnField, text: str) -> str:
    """A day as ISO writes it."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        found = parse_date(text).value
        return found.isoformat() if found else ""


def number_of(own: OwnField, text: str) -> str:
    """A number without a thousands' mark, of four places at most."""
    try:
        number = Decimal(text.replace(",", "").replace(" ", ""))
    except InvalidOperation:
        return ""
    if not number.is_finite() or abs(number) >= MOST:
        return ""
    written = f"{round(number, 4):f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return "0" if written == "-0" else written


READERS = {
    Kind.TEXT: words_of,
    Kind.CHOICE: choice_of,
    Kind.YES_NO: yes_or_no,
    Kind.DATE: day_of,
    Kind.NUMBER: number_of,
}
