"""Adds to people on record what a sheet says of them and their record lacks; what stands there stays."""

from collections import Counter
from collections.abc import Sequence

from m4c.people.finding import rows as finding
from m4c.people.imports.kinds import Line
from m4c.people.imports.traces import changed, made, made_of
from m4c.people.matching import Description, Known
from m4c.people.models import Address, Person, PersonEmail, PersonPhone
from m4c.people.operations.person import folded, homes_for
from m4c.people.operations.suppression import obey_suppressions

NAMES = ["given_name", "family_name", "known_as", "folded_name", "sort_name", "folded_known_as"]


def may_be_added_to(known: Known | None) -> bool:
    """Whether a sheet may add to a record: not to one kept safe, nor of somebody who died or moved away."""
    return known is not None and not (known.is_protected or known.died or known.moved_away)


def placeholder(described: Description) -> str:
    """What to call somebody who gave no name: the name in their e-mail, or the end of their number."""
    return described.emails[0].partition("@")[0] if described.emails else f"…{described.phones[0][-4:]}"


def complete(lines: Sequence[Line]) -> None:
    """Add to people on record the e-mails, phones, names and postcodes that they lack; what stands there stays."""
    people = {line.person.pk for line in lines if line.person}
    held = set(PersonEmail.objects.filter(person__in=people).values_list("person_id", "folded"))
    called = set(PersonPhone.objects.filter(person__in=people).values_list("person_id", "number"))
    last_email = Counter(person_id for person_id, _folded in held)
    last_phone = Counter(person_id for person_id, _number in called)
    emails: list[tuple[Line, PersonEmail]] = []
    phones: list[tuple[Line, PersonPhone]] = []
    for line in lines:
        assert line.person is not None
        pk = line.person.pk
        for email in line.described.emails if line.described else ():
            if (pk, email) not in held:
                held.add((pk, email))
                emails.append((line, PersonEmail(person_id=pk, address=email, folded=email, position=last_email[pk])))
                last_email[pk] += 1
        for number in line.described.phones if line.described else ():
            if (pk, number) not in called:
                called.add((pk, number))
                phones.append((line, PersonPhone(person_id=pk, number=number, position=last_phone[pk])))
                last_phone[pk] += 1
    PersonEmail.objects.bulk_create([email for _line, email in emails], batch_size=500)
    PersonPhone.objects.bulk_create([phone for _line, phone in phones], batch_size=500)
    for line, detail in [*emails, *phones]:
        line.traces.append(made(detail))
    whose = {line.person.pk: line for line in reversed(lines) if line.person}
    ways = [(email.person_id, email.folded) for _line, email in emails]
    for consent in obey_suppressions(ways + [(phone.person_id, phone.number) for _line, phone in phones]):
        whose[consent.person_id].traces.append(made(consent))
    name_and_house(lines)
    finding.write({line.person.pk: line.person for line in lines if line.person}.values())


def name_and_house(lines: Sequence[Line]) -> None:
    """Write names over a placeholder, and a postcode where there is no address."""
    housed: dict[int, tuple[Line, Person]] = {}
    named: dict[int, Person] = {}
    for line in lines:
        person, described = line.person, line.described
        if person is None or described is None:
            continue
        if described.folded_name and described.is_reachable and not (person.given_name or person.family_name):
            before = {name: getattr(person, name) for name in NAMES}
            known_as = "" if person.known_as in (placeholder(described), described.known_as) else person.known_as
            names = {"given_name": described.given_name, "family_name": described.family_name, "known_as": known_as}
            for name, value in {**names, **folded(*names.values())}.items():
                setattr(person, name, value)
            named[person.pk] = person
            line.traces += changed(person, before)
        if described.postcode and person.address_id is None:
            housed.setdefault(person.pk, (line, person))
    homes = homes_for([("", line.described.postcode) for line, _person in housed.values() if line.described])
    for (line, person), home in zip(housed.values(), homes, strict=True):
        person.address_id = home.address_id
        line.traces += [*changed(person, {"address_id": None}), made_of(Address, home.address_id)]
    touched = {person.pk: person for _line, person in housed.values()} | named
    Person.objects.bulk_update(touched.values(), [*NAMES, "address"], batch_size=100)
