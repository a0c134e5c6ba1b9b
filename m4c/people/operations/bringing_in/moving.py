"""Moves what an import wrote for a row from the person it made onto the one who it was all along."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from m4c.people import ledger
from m4c.people.finding import rows as finding
from m4c.people.imports.built_on import relations_to
from m4c.people.imports.traces import changed, made
from m4c.people.models import ImportRow, Membership, Person, PersonAlias, PersonEmail, PersonPhone, SheetImport
from m4c.people.operations.bringing_in.taking_back import take_back

HOUSEHOLD = "people.household"


def move(sheet_import: SheetImport, row: ImportRow, candidate: Person) -> None:
    """Move all that points at the row's person onto the candidate, and remove the person; nothing else builds on it.

    What the candidate has already (the same attendance, the same pledge) is not written twice.
    """
    double = row.person
    assert double is not None
    leave_home(row, candidate)
    for relation in relations_to(Person):
        for record in relation.related_model._default_manager.filter(**{relation.field.name: double}):
            point(record, relation.field, candidate)
    row.written = [trace for trace in row.written if trace != made(double)]
    row.written += [*move_details(double, candidate), *move_home(double, candidate)]
    rows = ImportRow.objects.filter(sheet_import=sheet_import)
    rows.filter(candidate=double).exclude(pk=row.pk).update(candidate=candidate)
    rows.filter(person=double).update(person=candidate)
    alias = PersonAlias.objects.create(person=candidate, answers_to=double.uid)
    row.written = [*row.written, made(alias)]
    row.person = candidate
    row.fate = ImportRow.Fate.MATCHED
    row.save(update_fields=["written", "person", "fate"])
    take_back([made(double)])
    finding.write([candidate])


def point(record: Any, field: Any, candidate: Person) -> None:
    """Let a record point at the candidate; where the candidate has the like already, it goes."""
    setattr(record, field.name, candidate)
    belongs = isinstance(record, Membership) and (
        Membership.objects.open().filter(person=candidate, group__path__startswith=record.group.path).exists()
    )
    try:
        record.validate_constraints()
    except ValidationError:
        belongs = True
    if belongs:
        take_back([made(record)])
        return
    record.save(update_fields=[field.name])
    if record._meta.label_lower in ledger.SOURCES:
        ledger.write([record])


def move_details(double: Person, candidate: Person) -> list[list[Any]]:
    """Give the candidate the e-mails and phones they lack; traces of them."""
    emails = set(PersonEmail.objects.filter(person=candidate).values_list("folded", flat=True))
    phones = set(PersonPhone.objects.filter(person=candidate).values_list("number", flat=True))
    moved: list[models.Model] = []
    for email in PersonEmail.objects.filter(person=double).exclude(folded__in=emails):
        email.person, email.position = candidate, len(emails) + email.position
        email.save(update_fields=["person", "position"])
        moved.append(email)
    for phone in PersonPhone.objects.filter(person=double).exclude(number__in=phones):
        phone.person, phone.position = candidate, len(phones) + phone.position
        phone.save(update_fields=["person", "position"])
        moved.append(phone)
    return [made(detail) for detail in moved]


def move_home(double: Person, candidate: Person) -> list[list[Any]]:
    """Let the candidate live where the double was said to, where nothing else is known; traces of it."""
    if candidate.address_id or double.address is None:
        return []
    candidate.address, address = double.address, double.address
    candidate.save(update_fields=["address"])
    double.address = None
    double.save(update_fields=["address"])
    return [made(address), *changed(candidate, {"address_id": None})]


def leave_home(row: ImportRow, candidate: Person) -> None:
    """Undo the household that the row made of the two, who are one."""
    home = [trace for trace in row.written if trace[0] == HOUSEHOLD or (len(trace) == 3 and "household_id" in trace[2])]
    others = Person.objects.filter(household__in=[trace[1] for trace in home if trace[0] == HOUSEHOLD])
    if others.exclude(pk__in=[candidate.pk, row.person_id]).exists():
        return
    take_back(home)
    row.written = [trace for trace in row.written if trace not in home]
    candidate.refresh_from_db()
