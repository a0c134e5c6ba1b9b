"""Whom a sign-in sheet means by "brought by": one of its own people or of the group, when exactly one fits."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q

from m4c.events.models import Attendance, Event
from m4c.events.operations.attendance import Came, attend_many
from m4c.people.imports.traces import changed
from m4c.people.models import ImportRow, Membership, Person, PersonEmail, SheetImport
from m4c.people.names import fold, split_full_name
from m4c.people.sheets.contacts import parse_emails


def find_who_brought(event: Event, sheet_import: SheetImport, rows: Sequence[ImportRow]) -> None:
    """Note on attendances who brought them, as the rows' open words say; words that fit nobody, or several, stay open.

    Who brought somebody stands as it was said first. In a constant number of queries but for what is written.
    """
    meant = {row.pk: meaning(row.left_open) for row in rows}
    fitting = people_meant(sheet_import, set(meant.values()))
    attendances = {
        found.person_id: found
        for found in Attendance.objects.filter(event=event, person__in=[row.person_id for row in rows])
    }
    clear: list[tuple[ImportRow, Attendance, int]] = []
    for row in rows:
        who = fitting.get(meant[row.pk], set())
        attendance = attendances.get(row.person_id or 0)
        if attendance is None or len(who) != 1 or attendance.person_id in who:
            continue
        row.left_open = ""
        if attendance.brought_by_id is None:
            clear.append((row, attendance, next(iter(who))))
    people = Person.objects.in_bulk({pk for _row, attendance, who in clear for pk in (attendance.person_id, who)})
    came = [Came(people[attendance.person_id], attendance.state, people[who]) for _row, attendance, who in clear]
    for (row, before, _who), after in zip(clear, attend_many(event=event, rows=came), strict=True):
        row.written = [*row.written, *changed(after, {"brought_by_id": before.brought_by_id})]


def meaning(words: str) -> str:
    """The e-mail or the folded full name that somebody wrote; empty for a single name, which tells too little."""
    emails = parse_emails(words).value
    if emails:
        return emails[0].key
    name = split_full_name(words)
    return fold(f"{name.given} {name.family}") if name.given and name.family else ""


def people_meant(sheet_import: SheetImport, meant: set[str]) -> dict[str, set[int]]:
    """Ids of the people of the sheet and of the group whom these e-mails and names fit, as far as they may be seen."""
    emails = {each for each in meant if "@" in each}
    group = sheet_import.group
    assert group is not None
    inside = Exists(
        Membership.objects.filter(person=OuterRef("pk"), group__path__gte=group.path, group__path__lt=group.path_end)
    )
    on_sheet = Exists(ImportRow.objects.filter(sheet_import=sheet_import, person=OuterRef("pk")))
    near = Person.objects.visible_to(sheet_import.by).filter(Q(inside) | Q(on_sheet))
    found: dict[str, set[int]] = defaultdict(set)
    for pk, folded in near.filter(folded_name__in=meant - emails - {""}).values_list("pk", "folded_name"):
        found[folded].add(pk)
    with_email = PersonEmail.objects.filter(folded__in=emails, person__in=near)
    for person_id, folded in with_email.values_list("person_id", "folded"):
        found[folded].add(person_id)
    return found
