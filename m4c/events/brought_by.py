"""Whom a sheet means by "brought by": one of its own people, else one of the group, when exactly one fits."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import Came, attend_many
from m4c.people.imports.traces import changed
from m4c.people.models import ImportRow, Membership, Person, PersonEmail, PersonPhone, SheetImport
from m4c.people.names import fold, split_full_name, words
from m4c.people.sheets.contacts import parse_emails, parse_phones


def find_who_brought(
    event: Event, sheet_import: SheetImport, rows: Sequence[ImportRow], *, by_first_name: bool = False
) -> None:
    """Note on attendances who brought them, as the rows' open words say; words that fit nobody, or several, stay open.

    Who brought somebody stands as it was said first, and nobody is brought by those whom they brought themselves, at
    however many removes. `by_first_name` where a first name alone may tell, as on an organiser's own sheet: the row
    then says so. In a constant number of queries but for what is written.
    """
    said = {row.pk: row.left_open for row in rows}
    meant = {pk: meaning(written) for pk, written in said.items()}
    if not by_first_name:
        meant = {pk: "" if is_first_name(who) else who for pk, who in meant.items()}
    fitting = people_meant(sheet_import, set(meant.values()))
    attendances = {
        found.person_id: found
        for found in Attendance.objects.filter(event=event, person__in=[row.person_id for row in rows])
    }
    above = dict(Attendance.objects.filter(event=event, brought_by__isnull=False).values_list("person", "brought_by"))
    clear: list[tuple[ImportRow, Attendance, int]] = []
    for row in rows:
        who = fitting.get(meant[row.pk], set())
        attendance = attendances.get(row.person_id or 0)
        if attendance is None or len(who) != 1 or leads_up_to(attendance.person_id, next(iter(who)), above):
            continue
        row.left_open = ""
        if attendance.person_id not in above:
            above[attendance.person_id] = next(iter(who))
            clear.append((row, attendance, above[attendance.person_id]))
    people = Person.objects.in_bulk({pk for _row, attendance, who in clear for pk in (attendance.person_id, who)})
    came = [Came(people[attendance.person_id], attendance.state, people[who]) for _row, attendance, who in clear]
    for (row, before, _who), after in zip(clear, attend_many(event=event, rows=came), strict=True):
        row.written = [*row.written, *changed(after, {"brought_by_id": before.brought_by_id})]
        if is_first_name(meant[row.pk]):
            sentence = _("“{words}” brought them: taken to be the only one here of that first name.")
            row.remark = f"{row.remark} {sentence.format(words=said[row.pk])}".strip()[:300]


def leads_up_to(person: int, who: int | None, above: Mapping[int, int]) -> bool:
    """Whether the chain of those who brought `who` leads to the person: then they brought `who`, not `who` them."""
    passed: set[int] = set()
    while who is not None and who not in passed:
        if who == person:
            return True
        passed.add(who)
        who = above.get(who)
    return False


def meaning(written: str) -> str:
    """The e-mail, the phone or the folded name that somebody wrote; a space is behind a first name alone."""
    if emails := parse_emails(written).value:
        return emails[0].key
    if phones := parse_phones(written).value:
        return phones[0]
    name = split_full_name(written)
    return fold(f"{name.given} {name.family}") + ("" if name.given and name.family else " ")


def is_first_name(meant: str) -> bool:
    """Whether it is a first name alone."""
    return meant.endswith(" ") and meant != " "


def people_meant(sheet_import: SheetImport, meant: set[str]) -> dict[str, set[int]]:
    """Ids of the people whom these e-mails, phones and names fit, as far as they may be seen: those of the sheet, and
    of the group where nobody of the sheet does. A first name alone means somebody who has it alone on both.
    """
    seen = Person.objects.visible_to(sheet_import.by)
    group = sheet_import.group
    assert group is not None
    on_sheet = Exists(ImportRow.objects.filter(sheet_import=sheet_import, person=OuterRef("pk")))
    inside = Exists(
        Membership.objects.filter(person=OuterRef("pk"), group__path__gte=group.path, group__path__lt=group.path_end)
    )
    first = set(filter(is_first_name, meant))
    whole = meant - first - {"", " "}
    found = fitting(seen.filter(on_sheet), whole)
    return {
        **fitting(seen.filter(inside), whole - found.keys()),
        **called(seen.filter(Q(on_sheet) | Q(inside)), first),
        **found,
    }


def called(people: "QuerySet[Person]", first: set[str]) -> dict[str, set[int]]:
    """Ids of those of these people who have these first names, folded, with a space behind."""
    found: dict[str, set[int]] = defaultdict(set)
    begins = reduce(or_, (Q(folded_name__startswith=name.strip()) for name in first), Q(pk__in=[]))
    for pk, given_name in people.filter(begins).values_list("pk", "given_name") if first else ():
        for name in first & {f"{fold(given_name)} ", f"{words(given_name)[0]} " if words(given_name) else ""}:
            found[name].add(pk)
    return dict(found)


def fitting(people: "QuerySet[Person]", meant: set[str]) -> dict[str, set[int]]:
    """Ids of those of these people whom these e-mails, phones and folded names fit."""
    emails, phones = {each for each in meant if "@" in each}, {each for each in meant if each.startswith("+")}
    found: dict[str, set[int]] = defaultdict(set)
    for pk, folded in people.filter(folded_name__in=meant - emails - phones).values_list("pk", "folded_name"):
        found[folded].add(pk)
    with_email = PersonEmail.objects.filter(folded__in=emails, person__in=people)
    for person_id, folded in with_email.values_list("person_id", "folded"):
        found[folded].add(person_id)
    with_phone = PersonPhone.objects.filter(number__in=phones, person__in=people)
    for person_id, number in with_phone.values_list("person_id", "number"):
        found[number].add(person_id)
    return dict(found)
