"""Keep a person's record: add, change, and the contact that stops when somebody dies or moves away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.inserting import in_columns, insert_columns, insert_new
from m4c.core.models.record import new_uid
from m4c.core.operations import change, operation
from m4c.people import ledger
from m4c.people.finding import rows as finding
from m4c.people.models import Account, Address, Group, Membership, Person, PersonEmail, PersonPhone
from m4c.people.models.person_merge import named_by
from m4c.people.names import fold
from m4c.people.operations.double import suggest
from m4c.people.operations.membership import begin
from m4c.people.operations.must_see import must_gain_sight, must_see
from m4c.people.operations.protection import place
from m4c.people.operations.suppression import obey_suppressions
from m4c.people.operations.welcome import welcome_many
from m4c.people.permissions import ADD_PEOPLE, EDIT_PEOPLE
from m4c.people.streets import street_of
from m4c.people.written import by_sql, one_of
from m4c.places.postcodes import normalise

NAMES = ("given_name", "family_name", "known_as")
FOLDED = ("folded_name", "sort_name", "folded_known_as")
EDITABLE = {"title", *NAMES, "language", "language_name", "met_on", "source"}


class PersonRefused(Refused):
    """The record would not say who somebody is."""


@dataclass(frozen=True)
class NewPerson:
    """What is known of somebody when a record is first kept. E-mails valid, phones in E.164.

    `met_by` is the leader who met them, and so sees them; `keep_safe_at` hides them from that time on. `welcome` says
    that somebody of the group is to say hello to them.
    """

    given_name: str = ""
    family_name: str = ""
    known_as: str = ""
    title: str = ""
    emails: Sequence[str] = ()
    phones: Sequence[str] = ()
    address: str = ""
    postcode: str = ""
    language: str = Person.Language.ENGLISH
    met_on: date | None = None
    source: str = ""
    uid: UUID | None = None
    role: str = field(default=Membership.Role.SUPPORTER)
    met_by: Person | None = None
    keep_safe_at: datetime | None = None
    welcome: bool = False


@operation(ADD_PEOPLE, on="group")
def add_person(*, group: Group, new: NewPerson, by: Account) -> Person:
    """Keep a record of somebody met, coming in by this group.

    A `uid` minted by a device and given twice is one record; given again with other content it is refused with the
    same sentence as one that the account cannot see. Raises PersonRefused, and Unseen outside the movement's tree.
    """
    must_gain_sight(ADD_PEOPLE, by)
    must_see([new.met_by], by)
    check_name(new.given_name, new.family_name, new.known_as)
    if new.uid and (known := named_by(new.uid, Person.objects.all())):
        if not same_record(known, new, by):
            raise PersonRefused(_("That record cannot be written."), code="uid_taken")
        return known
    person = add_many(group=group, rows=[new])[0]
    suggest([person.pk], timezone.now())
    if new.keep_safe_at:
        place(person=person, placed_by=by, at=new.keep_safe_at)
    if new.welcome:
        welcome_many([person], group, timezone.now())
    return person


@operation(ADD_PEOPLE, on="group")
def add_people(*, group: Group, rows: Sequence[NewPerson], by: Account) -> list[Person]:
    """Keep records of many people met, all coming in by one group; at most 500 at a time, in their order."""
    must_gain_sight(ADD_PEOPLE, by)
    must_see([row.met_by for row in rows], by)
    return add_many(group=group, rows=rows)


@operation(EDIT_PEOPLE, on="person")
def edit_person(*, person: Person, values: dict[str, object], by: Account) -> Person:
    """Change names, language or how we met: only the fields of EDITABLE given in `values`. Raises PersonRefused."""
    if unknown := values.keys() - EDITABLE:
        raise TypeError(f"edit_person: {', '.join(sorted(unknown))} cannot be changed here")
    must_see([person], by)
    return rewrite(person, values)


def rewrite(person: Person, values: Mapping[str, object]) -> Person:
    """Write these fields of a record, its name folded anew, and what shows the name. Raises PersonRefused."""
    names = [str(values.get(field, getattr(person, field))).strip() for field in NAMES]
    check_name(*names)
    change(person, **values, **folded(*names))
    ledger.write([person])
    finding.write([person])
    return person


@operation(EDIT_PEOPLE, on="person")
def record_death(*, person: Person, on: date, by: Account) -> Person:
    """Somebody died: all contact stops this minute, and the history stays."""
    must_see([person], by)
    change(person, died_on=on)
    return person


@operation(EDIT_PEOPLE, on="person")
def record_move_away(*, person: Person, on: date, by: Account) -> Person:
    """Somebody moved away: all contact stops this minute, and the history stays."""
    must_see([person], by)
    change(person, moved_away_on=on)
    return person


@operation(EDIT_PEOPLE, on="person")
def resume_contact(*, person: Person, by: Account) -> Person:
    """Take back that somebody died or moved away: it was a mistake, or they have come back."""
    must_see([person], by)
    change(person, died_on=None, moved_away_on=None)
    return person


@operation(EDIT_PEOPLE, on="person")
def set_address(*, person: Person, by: Account, lines: str = "", postcode: str = "") -> Person:
    """Say where somebody lives. Raises PersonRefused for a postcode that is none."""
    must_see([person], by)
    change(person, address_id=homes_for([(lines, postcode)])[0].address_id)
    finding.write([person])
    return person


@operation(EDIT_PEOPLE, on="person")
def set_contact_details(*, person: Person, emails: Sequence[str], phones: Sequence[str], by: Account) -> Person:
    """Replace the ways to reach somebody, the first of each being the one to use."""
    must_see([person], by)
    return replace_contact_details(person, emails, phones)


def replace_contact_details(person: Person, emails: Sequence[str], phones: Sequence[str]) -> Person:
    """Write these ways to reach somebody in place of those that stand; what was suppressed stays so."""
    PersonEmail.objects.filter(person=person).exclude(folded__in=[email.casefold() for email in emails]).delete()
    PersonPhone.objects.filter(person=person).exclude(number__in=phones).delete()
    add_contact_details([(person, emails, phones)])
    for position, email in enumerate(emails):
        PersonEmail.objects.filter(person=person, folded=email.casefold()).update(address=email, position=position)
    for position, number in enumerate(phones):
        PersonPhone.objects.filter(person=person, number=number).update(position=position)
    finding.write([person])
    person.__dict__.setdefault("audit_changes", {}).update(emails=None, phones=None)
    return person


def add_many(*, group: Group, rows: Sequence[NewPerson]) -> list[Person]:
    """Write people with their contact details, addresses and memberships, in a constant number of statements."""
    homes = homes_for([(row.address, row.postcode) for row in rows])
    names = [(row.given_name.strip(), row.family_name.strip(), row.known_as.strip()) for row in rows]
    folds = [folded(*each) for each in names]
    people = insert_new(
        Person,
        uid=[row.uid or new_uid() for row in rows],
        title=[row.title for row in rows],
        **{field: [each[place] for each in names] for place, field in enumerate(NAMES)},
        **{field: [each[field] for each in folds] for field in FOLDED},
        language=[row.language for row in rows],
        address_id=[home.address_id for home in homes],
        met_on=[row.met_on for row in rows],
        met_by_id=[row.met_by.pk if row.met_by else None for row in rows],
        source=[row.source for row in rows],
    )
    add_contact_details([(person, row.emails, row.phones) for person, row in zip(people, rows, strict=True)])
    for role in dict.fromkeys(row.role for row in rows):
        begin(
            people=[person for person, row in zip(people, rows, strict=True) if row.role == role],
            group=group,
            role=role,
        )
    ledger.write(person for person in people if person.met_by_id)
    ways = (finding.Ways(row.emails, row.phones, home.postcode) for row, home in zip(rows, homes, strict=True))
    finding.write_new(people, ways)
    return people


def add_contact_details(given: Sequence[tuple[Person, Sequence[str], Sequence[str]]]) -> None:
    """Add e-mails and phones to people; those they have already are left as they are."""
    emails = [
        (person.pk, email, email.casefold(), position)
        for person, addresses, _phones in given
        for position, email in enumerate(addresses)
    ]
    phones = [
        (person.pk, number, position) for person, _emails, numbers in given for position, number in enumerate(numbers)
    ]
    insert_columns(PersonEmail, but_known=True, **in_columns(emails, "person_id", "address", "folded", "position"))
    insert_columns(PersonPhone, but_known=True, **in_columns(phones, "person_id", "number", "position"))
    obey_suppressions(
        [(person, folded) for person, _email, folded, _position in emails] + [each[:2] for each in phones]
    )


class Home(NamedTuple):
    """Where somebody lives: the id of an address, and its postcode."""

    address_id: int | None = None
    postcode: str = ""


def homes_for(given: Sequence[tuple[str, str]]) -> list[Home]:
    """Where each of these (lines, postcode) is, its address made where it is new; nowhere where both are blank.

    The same words at the same full postcode are one address, so that a do-not-knock holds for all who live there.
    Without both it is an address of its own for each person: there is a 12 High Street in every town.
    """
    named: list[str] = []
    new: dict[str, tuple[UUID, str, str, str, str, str]] = {}
    for lines, typed in given:
        found = normalise(typed) if typed else None
        if typed and found is None:
            raise PersonRefused(_("“{postcode}” is not a postcode.").format(postcode=typed), field="postcode")
        lines, postcode, uid = lines.strip(), str(found or ""), new_uid()
        is_one_door = found is not None and found.is_full and bool(fold(lines))
        named.append(f"{fold(lines) if is_one_door else uid} {postcode}" if lines or found else "")
        street = street_of(lines).folded
        new[named[-1]] = (uid, lines, postcode, named[-1], street["folded_street"], street["folded_door"])
    new.pop("", None)
    columns = ("uid", "lines", "postcode", "folded", "folded_street", "folded_door")
    insert_columns(Address, but_known=True, **in_columns(new.values(), *columns))
    known = dict(Address.objects.filter(by_sql("folded", one_of(list(new)))).values_list("folded", "pk")) if new else {}
    return [Home(known[name], new[name][2]) if name else Home() for name in named]


def same_record(known: Person, new: NewPerson, by: Account) -> bool:
    """Whether a record written before says the same and may be seen by whoever writes it again.

    One that was made one with another since says what somebody decided, and is the same by its uid.
    """
    same = (known.given_name, known.family_name) == (new.given_name.strip(), new.family_name.strip())
    same = same or known.uid != new.uid
    emails = {email.folded for email in known.emails.all()}
    numbers = {phone.number for phone in known.phones.all()}
    same = same and {email.casefold() for email in new.emails} <= emails and set(new.phones) <= numbers
    return same and Person.objects.visible_to(by).filter(pk=known.pk).exists()


def check_name(given_name: str, family_name: str, known_as: str) -> None:
    """Raise PersonRefused where all three are blank."""
    if not (given_name.strip() or family_name.strip() or known_as.strip()):
        raise PersonRefused(_("Give a name, or what they are known as."), field="given_name", code="no_name")


def folded(given_name: str, family_name: str, known_as: str) -> dict[str, str]:
    """The folded names of a person, by field: what matching, lists and search read."""
    return {
        "folded_name": fold(f"{given_name} {family_name}"),
        "sort_name": fold(f"{family_name} {given_name or known_as}"),
        "folded_known_as": fold(known_as),
    }
