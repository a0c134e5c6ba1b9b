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
from m4c.people.names import FullName, fold, forms_of, split_full_name, words
from m4c.people.sheets.contacts import parse_emails, parse_phones


def find_who_brought(
    event: Event, sheet_import: SheetImport, rows: Sequence[ImportRow], *, by_first_name: bool = False
) -> set[int]:
    """Note on attendances who brought them, as the rows' open words say; words that fit nobody, or several, stay open.

    Who brought somebody stands as it was said first, and nobody is brought by those whom they brought themselves, at
    however many removes: the numbers of rows that say so are answered. `by_first_name` where a first name alone may
    tell, as on an organiser's own sheet: the row then says so. In a constant number of queries but for what is written.
    """
    said = {row.pk: row.left_open for row in rows}
    meant = {pk: meaning(written) for pk, written in said.items()}
    if not by_first_name:
        meant = {pk: "" if is_first_name(who) else who for pk, who in meant.items()}
    fitting = people_meant(sheet_import, {who: said[pk] for pk, who in meant.items()})
    attendances = {
        found.person_id: found
        for found in Attendance.objects.filter(event=event, person__in=[row.person_id for row in rows])
    }
    above = dict(Attendance.objects.filter(event=event, brought_by__isnull=False).values_list("person", "brought_by"))
    clear: list[tuple[ImportRow, Attendance, int]] = []
    rings: set[int] = set()
    for row in rows:
        who = fitting.get(meant[row.pk], set())
        attendance = attendances.get(row.person_id or 0)
        if attendance is None or len(who) != 1:
            continue
        if leads_up_to(attendance.person_id, next(iter(who)), above):
            rings.add(row.number)
            continue
        row.left_open = ""
        if attendance.person_id not in above:
            above[attendance.person_id] = next(iter(who))
            clear.append((row, attendance, above[attendance.person_id]))
    people = Person.objects.in_bulk({pk for _row, attendance, who in clear for pk in (attendance.person_id, who)})
    came = [Came(people[attendance.person_id], attendance.state, people[who]) for _row, attendance, who in clear]
    for (row, before, brought_by), after in zip(clear, attend_many(event=event, rows=came), strict=True):
        row.written = [*row.written, *changed(after, {"brought_by_id": before.brought_by_id})]
        if is_first_name(meant[row.pk]):
            tell(
                row, _("“{words}” brought them: taken to be the only one here of that first name."), words=said[row.pk]
            )
        elif goes_by_another(people[brought_by], meant[row.pk]):
            sentence = _("“{words}” brought them: taken to be {name}.")
            tell(row, sentence, words=said[row.pk], name=people[brought_by].name)
    return rings


def tell(row: ImportRow, sentence: str, **words: str) -> None:
    """Add a sentence to what whoever brought the sheet should know of a row."""
    row.remark = f"{row.remark} {sentence.format(**words)}".strip()[:300]


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
    """The e-mail, the phone or the folded name that somebody wrote; a space is behind a first name, and an initial of
    the family may follow it.
    """
    if emails := parse_emails(written).value:
        return emails[0].key
    if phones := parse_phones(written).value:
        return phones[0]
    name = split_full_name(written)
    given, family = fold(name.given), fold(name.family)
    return f"{given}{family}" if given and len(family) > 1 else f"{given or family} {family if given else ''}"


def is_first_name(meant: str) -> bool:
    """Whether it is a first name alone, or with an initial."""
    return " " in meant and meant != " "


def goes_by_another(person: Person, meant: str) -> bool:
    """Whether it is a name, and not the one that the person is recorded by."""
    return not ("@" in meant or meant.startswith("+")) and meant != person.folded_name


def people_meant(sheet_import: SheetImport, meant: Mapping[str, str]) -> dict[str, set[int]]:
    """Ids of the people whom these e-mails, phones and names fit, each beside the words written, as far as they may be
    seen: those of the sheet, of the group where nobody of the sheet does, and those who go by another first name where
    nobody has this one. A first name alone means somebody who has it alone on both.
    """
    seen = Person.objects.visible_to(sheet_import.by)
    group = sheet_import.group
    assert group is not None
    on_sheet = Exists(ImportRow.objects.filter(sheet_import=sheet_import, person=OuterRef("pk")))
    inside = Exists(
        Membership.objects.filter(person=OuterRef("pk"), group__path__gte=group.path, group__path__lt=group.path_end)
    )
    here = seen.filter(Q(on_sheet) | Q(inside))
    first = set(filter(is_first_name, meant))
    whole = meant.keys() - first - {"", " "}
    found = fitting(seen.filter(on_sheet), whole)
    found = {**fitting(seen.filter(inside), whole - found.keys()), **found}
    found |= of_other_forms(here, {who: split_full_name(meant[who]) for who in whole - found.keys()})
    called_so = called(here, first)
    return {**called(here, first - called_so.keys(), forms=True), **called_so, **found}


def called(people: "QuerySet[Person]", first: set[str], *, forms: bool = False) -> dict[str, set[int]]:
    """Ids of those of these people who have, or are known by, these first names, folded; or by their other `forms`."""
    found: dict[str, set[int]] = defaultdict(set)
    wanted = {meant: forms_of(meant.split(" ")[0]) if forms else {meant.split(" ")[0]} for meant in first}
    names = set().union(*wanted.values())
    if not names:
        return {}
    begins = reduce(or_, (Q(folded_name__startswith=name) for name in names), Q(folded_known_as__in=names))
    rows = people.filter(begins).values_list("pk", "given_name", "family_name", "folded_known_as")
    for pk, given_name, family_name, known_as in rows:
        theirs = {fold(given_name), known_as, *words(given_name)[:1]}
        for meant, these in wanted.items():
            if theirs & these and fold(family_name).startswith(meant.split(" ")[1]):
                found[meant].add(pk)
    return dict(found)


def of_other_forms(people: "QuerySet[Person]", names: Mapping[str, FullName]) -> dict[str, set[int]]:
    """Ids of those of these people who go by another form of these first names: Bill Evans is William Evans."""
    found: dict[str, set[int]] = defaultdict(set)
    forms = {f"{form}{fold(name.family)}": who for who, name in names.items() for form in forms_of(name.given)}
    known = {fold(name.given) for name in names.values() if fold(name.given)}
    if not forms and not known:
        return {}
    rows = people.filter(Q(folded_name__in=forms) | Q(folded_known_as__in=known))
    for pk, folded, family_name, known_as in rows.values_list("pk", "folded_name", "family_name", "folded_known_as"):
        for who in {forms.get(folded, ""), f"{known_as}{fold(family_name)}"} & names.keys():
            found[who].add(pk)
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
