"""Adds to people on record what a sheet says of them and their record lacks; what stands there stays."""

from collections.abc import Sequence

from m4c.people.imports.kinds import Line
from m4c.people.imports.traces import changed, made
from m4c.people.matching import Known
from m4c.people.models import Person, PersonEmail, PersonPhone
from m4c.people.names import fold
from m4c.people.operations.person import addresses_for


def may_be_added_to(known: Known | None) -> bool:
    """Whether a sheet may add to a record: not to one kept safe, nor of somebody who died or moved away."""
    return known is not None and not (known.is_protected or known.died or known.moved_away)


def complete(lines: Sequence[Line]) -> None:
    """Add to people on record the e-mails, phones, names and postcodes that they lack; what stands there stays."""
    people = {line.person.pk for line in lines if line.person}
    held = set(PersonEmail.objects.filter(person__in=people).values_list("person_id", "folded"))
    called = set(PersonPhone.objects.filter(person__in=people).values_list("person_id", "number"))
    emails: list[tuple[Line, PersonEmail]] = []
    phones: list[tuple[Line, PersonPhone]] = []
    for line in lines:
        person, described = line.person, line.described
        if person is None or described is None:
            continue
        for email in described.emails:
            if (person.pk, email) not in held:
                held.add((person.pk, email))
                emails.append((line, PersonEmail(person=person, address=email, folded=email, position=len(held))))
        for number in described.phones:
            if (person.pk, number) not in called:
                called.add((person.pk, number))
                phones.append((line, PersonPhone(person=person, number=number, position=len(called))))
    PersonEmail.objects.bulk_create([email for _line, email in emails], batch_size=500)
    PersonPhone.objects.bulk_create([phone for _line, phone in phones], batch_size=500)
    for line, detail in [*emails, *phones]:
        line.traces.append(made(detail))
    name_and_house(lines)


def name_and_house(lines: Sequence[Line]) -> None:
    """Write names over a placeholder, and a postcode where there is no address."""
    housed: dict[int, tuple[Line, Person]] = {}
    named: dict[int, Person] = {}
    for line in lines:
        person, described = line.person, line.described
        if person is None or described is None:
            continue
        if described.folded_name and not (person.given_name or person.family_name):
            before = {name: getattr(person, name) for name in ("given_name", "family_name", "known_as", "folded_name")}
            person.given_name, person.family_name, person.known_as = described.given_name, described.family_name, ""
            person.folded_name = fold(f"{person.given_name} {person.family_name}")
            named[person.pk] = person
            line.traces += changed(person, before)
        if described.postcode and person.address_id is None:
            housed.setdefault(person.pk, (line, person))
    addresses = addresses_for([("", line.described.postcode) for line, _person in housed.values() if line.described])
    for (line, person), address in zip(housed.values(), addresses, strict=True):
        person.address = address
        line.traces += [*changed(person, {"address_id": None}), *([made(address)] if address else [])]
    touched = {person.pk: person for _line, person in housed.values()} | named
    fields = ["given_name", "family_name", "known_as", "folded_name", "address"]
    Person.objects.bulk_update(touched.values(), fields, batch_size=100)
