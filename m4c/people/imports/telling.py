"""What the pages say of an import: how far it got, and each row's fate in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from m4c.people.imports.files import columns_of
from m4c.people.imports.kinds import IMPORT_KINDS
from m4c.people.matching import Description
from m4c.people.models import Account, ImportRow, Person, SheetImport
from m4c.people.models.contact_details import written
from m4c.people.sheets.reading import Row

Phase = SheetImport.Phase

BADGES = {
    ImportRow.Fate.CREATED: "kept",
    ImportRow.Fate.MATCHED: "plain",
    ImportRow.Fate.REPEAT: "void",
    ImportRow.Fate.SUPPRESSED: "void",
    ImportRow.Fate.NOBODY: "plain",
    ImportRow.Fate.REFUSED: "broken",
}
DOUBTFUL = "late"
PHASES = {
    Phase.GIVEN: "wait",
    Phase.READING: "wait",
    Phase.READY: "wait",
    Phase.WRITING: "wait",
    Phase.DONE: "kept",
    Phase.UNDOING: "void",
    Phase.UNDONE: "void",
}
STEPS = [_("Files"), _("Columns"), _("Preview"), _("Bring in"), _("What came of it")]
LAST_STEP = len(STEPS)
STEP = {Phase.READING: 3, Phase.READY: 3, Phase.WRITING: 4}


@dataclass(frozen=True)
class State:
    """How far an import got, for a page that asks again while it is busy."""

    phase: str
    is_busy: bool
    is_stopped: bool
    done: int = 0
    total: int = 0
    words: str = ""

    @property
    def is_counted(self) -> bool:
        """Whether it is known how many rows there are in all."""
        return self.total > 0


def state_of(sheet_import: SheetImport) -> State:
    """How far it got."""
    phase = sheet_import.phase
    busy = phase in (Phase.READING, Phase.WRITING, Phase.UNDOING)
    if not busy:
        return State(phase, is_busy=False, is_stopped=False)
    rows = ImportRow.objects.filter(sheet_import=sheet_import)
    if phase == Phase.READING:
        done, total = rows.count(), 0
    elif phase == Phase.WRITING:
        done, total = rows.filter(number__lte=sheet_import.written_to).count(), sheet_import.length
    else:
        total = sheet_import.length
        done = total - rows.exclude(written=[]).count()
    stopped = bool(sheet_import.problem)
    return State(
        phase, is_busy=not stopped, is_stopped=stopped, done=done, total=total, words=rows_in_words(done, total)
    )


def rows_in_words(done: int, total: int) -> str:
    """“1,500 of 10,000 rows”."""
    if total:
        return gettext("{done} of {total} rows").format(done=f"{done:,}", total=f"{total:,}")
    return ngettext("{done} row", "{done} rows", done).format(done=f"{done:,}")


@dataclass(frozen=True)
class Listed:
    """An import as a line of the list."""

    sheet_import: SheetImport
    words: str
    badge: str


def tell_import(sheet_import: SheetImport) -> Listed:
    """An import in a list: what it is of, and how far it got."""
    kind = IMPORT_KINDS[sheet_import.kind]
    answered = sheet_import.settled_at or sheet_import.confirmed_at
    words = kind.in_words(sheet_import.details) if answered else str(kind.title)
    return Listed(sheet_import, words or str(kind.title), PHASES[sheet_import.phase])


class Compared(NamedTuple):
    """One thing that the row and the record say, or leave open."""

    label: str
    ours: str
    theirs: str


@dataclass(frozen=True)
class Told:
    """A row as a page shows it. People are named only where the account may see them."""

    row: ImportRow
    headline: str
    fate: str
    badge: str
    sentences: tuple[str, ...]
    person: Person | None
    candidate: Person | None
    described: Description | None = None

    @property
    def doubt(self) -> str:
        """Why it may be somebody we know."""
        return str(self.row.get_doubt_display())

    @property
    def compared(self) -> list[Compared]:
        """What the row says of its person beside what is on record of the candidate."""
        ours, theirs = self.described, self.candidate
        if ours is None or theirs is None:
            return []
        home = theirs.address.postcode if theirs.address else ""
        return [
            Compared(gettext("Name"), f"{ours.given_name} {ours.family_name}".strip(), theirs.name),
            Compared(gettext("E-mail"), ", ".join(ours.emails), joined(theirs.emails.all())),
            Compared(gettext("Phone"), ", ".join(map(written, ours.phones)), joined(theirs.phones.all())),
            Compared(gettext("Postcode"), ours.postcode, home),
        ]


def joined(details: Iterable[object]) -> str:
    """E-mails or phones in one line."""
    return ", ".join(map(str, details))


def tell_rows(sheet_import: SheetImport, rows: Iterable[ImportRow], account: Account) -> list[Told]:
    """The rows as the account may be told of them, in a constant number of queries."""
    kind, columns, listed = IMPORT_KINDS[sheet_import.kind], columns_of(sheet_import), list(rows)
    ids = {pk for row in listed for pk in (row.person_id, row.candidate_id) if pk}
    people = Person.objects.visible_to(account).select_related("address").prefetch_related("emails", "phones")
    seen = people.in_bulk(ids) if ids else {}
    told = []
    for row in listed:
        doubt = gettext("To look at") if row.doubt and not row.answer else ""
        told.append(
            Told(
                row=row,
                headline=kind.headline(row.cells, columns),
                fate=doubt or capfirst(str(row.get_fate_display())),
                badge=DOUBTFUL if doubt else BADGES[ImportRow.Fate(row.fate)],
                sentences=sentences(row),
                person=seen.get(row.person_id or 0),
                candidate=seen.get(row.candidate_id or 0),
                described=kind.read(Row(row.number, row.cells, []), columns).described if row.doubt else None,
            )
        )
    return told


def sentences(row: ImportRow) -> tuple[str, ...]:
    """What there is to say about a row besides its fate."""
    said = [row.reason or row.remark]
    if row.doubt and not row.answer:
        said.insert(0, gettext("Perhaps somebody we know: {why}.").format(why=row.get_doubt_display()))
    if row.answer:
        said.insert(0, gettext("Looked at: {answer}.").format(answer=row.get_answer_display()))
    return tuple(filter(None, said))
