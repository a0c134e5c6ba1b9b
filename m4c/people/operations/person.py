"""Keep a person's record: add, change, and the contact that stops when somebody dies or moves away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.inserting import insert_many
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
from m4c.places.postcodes import normalise

NAMES = ("given_name", "family_name", "known_as")
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
    change(person, address=addresses_for([(lines, postcode)])[0])
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
    addresses = addresses_for([(row.address, row.postcode) for row in rows])
    people = []
    for row, address in zip(rows, addresses, strict=True):
        person = Person(
            title=row.title,
            given_name=row.given_name.strip(),
            family_name=row.family_name.strip(),
            known_as=row.known_as.strip(),
            **folded(row.given_name, row.family_name, row.known_as),
            language=row.language,
            address=address,
            met_on=row.met_on,
            met_by=row.met_by,
            source=row.source,
        )
        if row.uid:
            person.uid = row.uid
        people.append(person)
    insert_many(people)
    add_contact_details([(person, row.emails, row.phones) for person, row in zip(people, rows, strict=True)])
    for role in dict.fromkeys(row.role for row in rows):
        begin(
            people=[person for person, row in zip(people, rows, strict=True) if row.role == role],
            group=group,
            role=role,
        )
    ledger.write(person for person in people if person.met_by_id)
    finding.write_new(people, [finding.Ways(row.emails, row.phones) for row in rows])
    return people


def add_contact_details(given: Sequence[tuple[Person, Sequence[str], Sequence[str]]]) -> None:
    """Add e-mails and phones to people; those they have already are left as they are."""
    emails = [
        PersonEmail(person=person, address=email, folded=email.casefold(), position=position)
        for person, addresses, _phones in given
        for position, email in enumerate(addresses)
    ]
    phones = [
        PersonPhone(person=person, number=number, position=position)
        for person, _emails, numbers in given
        for position, number in enumerate(numbers)
    ]
    insert_many(emails, but_known=True)
    insert_many(phones, but_known=True)
    obey_suppressions(emails, phones)


def addresses_for(given: Sequence[tuple[str, str]]) -> list[Address | None]:
    """The address of each (lines, postcode), made where it is new; None where both are blank.

    The same words at the same full postcode are one address, so that a do-not-knock holds for all who live there.
    Without both it is an address of its own for each person: there is a 12 High Street in every town.
    """
    wanted: list[Address | None] = []
    for lines, postcode in given:
        found = normalise(postcode) if postcode else None
        if postcode and found is None:
            raise PersonRefused(_("“{postcode}” is not a postcode.").format(postcode=postcode), field="postcode")
        if not lines.strip() and found is None:
            wanted.append(None)
            continue
        address = Address(lines=lines.strip(), postcode=str(found or ""), **street_of(lines).folded)
        is_one_door = bool(fold(lines)) and found is not None and found.is_full
        address.folded = f"{fold(lines) if is_one_door else address.uid} {address.postcode}"
        wanted.append(address)
    new = {address.folded: address for address in wanted if address}
    if not new:
        return wanted
    insert_many(new.values(), but_known=True)
    known = {address.folded: address for address in Address.objects.filter(folded__in=list(new))}
    return [known[address.folded] if address else None for address in wanted]


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
