"""What a kind of sheet says for itself: how its rows read, where its people come in, and what else is written."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from m4c.core.register import Register
from m4c.people.imports.traces import Trace
from m4c.people.matching import Description, Known
from m4c.people.models import Group, ImportRow, Person, SheetImport
from m4c.people.sheets.columns import Columns, Guess, guess_columns
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from m4c.people.sheets.reading import Row


@dataclass(slots=True, eq=False)
class Line:
    """A row on its way: its words, what they say, whom it turned out to be, and what was written for it."""

    number: int
    cells: list[str]
    described: Description | None = None  # None where it is about somebody whom its kind has looked up
    reason: str = ""  # why it cannot be taken
    said: Any = None  # what it says besides, in its kind's own shape
    left_open: str = ""  # words that find their place in the second pass, or none
    known: Known | None = None
    candidate: Known | None = None
    doubt: str = ""
    fate: str = ""
    remark: str = ""
    person: Person | None = None
    group: Group | None = None  # where its person comes in
    met_on: date | None = None  # the day it tells of
    traces: list[Trace] = field(default_factory=list)
    only_objects: bool = False  # says of nobody but that they are not to be written to
    is_of_nobody: bool = False  # tells of somebody who gave no name: it brings nobody in

    @property
    def is_taken(self) -> bool:
        """Whether it goes in."""
        return self.fate != ImportRow.Fate.REFUSED

    @property
    def comes_in(self) -> bool:
        """Whether it brings its person in; who only left a mailing list elsewhere, or gave no name, does not."""
        return self.is_taken and self.fate not in (ImportRow.Fate.SUPPRESSED, ImportRow.Fate.NOBODY)

    def tell(self, sentence: str) -> None:
        """Add a sentence to what whoever brings the sheet should know of the line."""
        self.remark = f"{self.remark} {sentence}".strip()

    @property
    def makes_somebody(self) -> bool:
        """Whether its person is written for the first time, by this line."""
        return self.known is not None and self.known.key == ("line", self.number)


@dataclass
class Written:
    """What a chunk left: what is new, counted by name, and traces of what stands once for the whole sheet."""

    counts: Mapping[str, int] = field(default_factory=dict)
    made: Sequence[Trace] = ()


class Sitting:
    """One chunk of a sheet as its kind sees it, made anew for each that is written; a mere look has one for all chunks.

    The methods are called in this order.
    """

    source: str = ""  # how we met them, for their records
    stands_once = True  # whether a person has one place on such a sheet, so that a namesake further down is another
    joins_all = True  # whether all who stand there join the group, or only those who come in by it

    def __init__(self, sheet_import: SheetImport) -> None:
        self.sheet_import = sheet_import

    def describe(self, lines: Sequence[Line]) -> None:
        """Say for each line where and when its person comes in; look up whom its kind knows; refuse by `reason`."""
        group = self.sheet_import.group if self.sheet_import.group_id else None  # a dry run may come before its group
        for line in lines:
            line.group = group

    def meet(self, people: Collection[Known]) -> None:
        """Look up, in a constant number of queries, which of these people are known to have been here."""

    def acquainted(self, line: Line, people: Collection[Known]) -> Collection[Known]:
        """Those of these people who were where the line says, and may so be meant by the name alone."""
        return ()

    def judge(self, line: Line) -> None:
        """Refuse a line by `reason` for whom it turned out to be."""

    def note(self, line: Line) -> None:
        """Remember whom a line turned out to be, for the lines below."""

    def foretell(self, lines: Sequence[Line]) -> Mapping[str, int]:
        """What would be new, counted by name as `write` counts it; for all chunks of a sheet by one sitting."""
        return {}

    def write(self, lines: Sequence[Line]) -> Written:
        """Write what the lines say besides their people, and leave traces on them."""
        return Written()


class NextStep(NamedTuple):
    """Where to go once a sheet is brought in."""

    title: str
    url: str
    detail: str = ""


class Figure(NamedTuple):
    """A number of what is new, named and told what it counts."""

    number: int
    label: str
    sentence: str


class ImportKind(ABC):
    """A kind of sheet that can be brought in."""

    name: str
    title: "str | Promise"
    lede: "str | Promise"  # what such a sheet is, for whoever chooses
    order: int  # among the kinds on offer
    sheet: SheetKind
    sitting: type[Sitting]
    questions: type[forms.Form]  # what the sheet itself does not say, such as its day
    counted: Mapping[str, "tuple[str | Promise, str | Promise]"]  # what is counted by name: its label and sentence
    several: Collection[ColumnKind] = ()  # what more than one column may hold
    sources: Sequence[tuple[str, "str | Promise"]] = ()  # the tools that such sheets come from, by name and title
    unread: Collection[ColumnKind] = ()  # columns that are known and not brought in
    chunks_at_once = 1  # in one transaction: others who write wait for its end, a fifth of a second
    reviews_left_open = False  # whether somebody should look at a row whose open words found no place

    @abstractmethod
    def read(self, row: Row, columns: Columns) -> Line:
        """What a row says; a reason where it cannot be taken."""

    def heading(self, row: Row) -> str:
        """The words of a row that says something of all rows below it, up to the next such row; empty for any other."""
        return ""

    def under(self, heading: str, line: Line) -> Line:
        """The line, with what the heading says that it stands under."""
        return line

    @abstractmethod
    def headline(self, cells: Sequence[str], columns: Columns) -> str:
        """What a row is about, in its own words."""

    @abstractmethod
    def missing(self, columns: Columns) -> str:
        """One sentence on the columns without which no row can be taken; empty where they are all there."""

    @abstractmethod
    def in_words(self, details: Mapping[str, Any]) -> str:
        """The answers to the questions, in words: "taster, 21 June 2010"."""

    @abstractmethod
    def next_steps(self, sheet_import: SheetImport) -> list[NextStep]:
        """Where to go once it is brought in."""

    def figures(self, counts: Mapping[str, int]) -> list[Figure]:
        """What was counted, as a page shows it."""
        return [
            Figure(counts.get(name, 0), str(label), str(sentence)) for name, (label, sentence) in self.counted.items()
        ]

    def guess(self, file_name: str, headers: Sequence[str] = ()) -> dict[str, Any]:
        """Answers to the questions, as far as a file's name and headers give them away."""
        return {}

    def source(self, headers: Sequence[str]) -> str:
        """The name of the tool whose headers these are, where such sheets come from several."""
        return ""

    def knows_tool(self, headers: Sequence[str]) -> bool:
        """Whether a tool wrote these headers whose sheets are of this kind and no other."""
        return False

    def guess_columns(self, headers: Sequence[str], rows: Sequence[Sequence[str]], source: str = "") -> Guess:
        """What the columns hold, and what should be told about them; `source` where somebody chose it."""
        return guess_columns(headers, rows, self.sheet)

    def left_out(self, headers: Sequence[str], columns: Columns) -> list[str]:
        """One sentence for each column that is known and not brought in."""
        unread = [each for each in self.unread if each in columns.kinds]
        return [_("“{column}” stays in your file: it is not brought in.").format(column=each.label) for each in unread]

    def answers(self, counts: Mapping[str, int], source: str) -> dict[str, Any]:
        """What the command line answers besides the rows and their people: what is counted, by name."""
        return dict(counts)

    @abstractmethod
    def finish(self, sheet_import: SheetImport, rows: Sequence[ImportRow]) -> None:
        """Once all rows are written: find a place for what these rows left open, and note it on them, not yet saved."""

    def built_on(self, sheet_import: SheetImport) -> str | None:
        """One sentence on what else builds on the import, beyond what points at its records."""
        return None


def kinds_on_offer() -> list[ImportKind]:
    """All kinds, in their order."""
    return sorted(IMPORT_KINDS.all(), key=lambda kind: kind.order)


IMPORT_KINDS: Register[ImportKind] = Register("Kinds of sheets that can be brought in.")
