"""What came of an import, counted: the answer of the command line, and the figures of the page."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q

from m4c.people.imports.kinds import IMPORT_KINDS, Line
from m4c.people.models import ImportRow, SheetImport

Fate = ImportRow.Fate


@dataclass
class Answer:
    """Rows that hold anything, people made and known, rows to look at, refusals, remarks, and what was new."""

    id: str
    kind: str
    source: str = ""
    rows: int = 0
    people_created: int = 0
    people_matched: int = 0
    needs_review: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)  # of rows that went in, but for a word or two
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def taken(self) -> int:
        """Rows that go in."""
        return self.rows - len(self.refused)

    def as_json(self) -> dict[str, Any]:
        """The shape that the command line promises; each kind of sheet adds what it counts."""
        return {
            "id": self.id or None,
            "rows": self.rows,
            "people_created": self.people_created,
            "people_matched": self.people_matched,
            "needs_review": self.needs_review,
            "refused": [{"row": row, "reason": reason} for row, reason in self.refused],
            **IMPORT_KINDS[self.kind].answers(self.counts, self.source),
        }


def answer_of(sheet_import: SheetImport) -> Answer:
    """What came of an import, from its rows, as far as it got."""
    rows = ImportRow.objects.filter(sheet_import=sheet_import)
    fates = dict(rows.order_by().values_list("fate").annotate(Count("pk")))
    open_words = ~Q(left_open="") if IMPORT_KINDS[sheet_import.kind].reviews_left_open else Q(pk=None)
    return Answer(
        id=str(sheet_import.uid),
        kind=sheet_import.kind,
        source=sheet_import.layout.get("source", ""),
        rows=sum(fates.values()),
        people_created=fates.get(Fate.CREATED, 0),
        people_matched=fates.get(Fate.MATCHED, 0),
        needs_review=rows.filter(~Q(doubt="") | open_words).count(),
        refused=list(rows.refused().values_list("number", "reason")),
        remarks=list(rows.filter(reason="").exclude(remark="").values_list("number", "remark")),
        counts=sheet_import.counts,
    )


class Foretold:
    """What would come of lines that were matched and not written, counted as they come."""

    def __init__(self, sheet_import: SheetImport) -> None:
        self.answer = Answer(id="", kind=sheet_import.kind, source=sheet_import.layout.get("source", ""))

    def add(self, lines: Sequence[Line], counts: Mapping[str, int]) -> None:
        """Count some more lines, and what would be new by name."""
        fates = Counter(line.fate for line in lines)
        self.answer.rows += len(lines)
        self.answer.people_created += fates[Fate.CREATED]
        self.answer.people_matched += fates[Fate.MATCHED]
        self.answer.needs_review += sum(bool(line.doubt) for line in lines)
        self.answer.refused += [(line.number, line.reason) for line in lines if not line.is_taken]
        self.answer.remarks += [(line.number, line.remark) for line in lines if line.is_taken and line.remark]
        for name, number in counts.items():
            self.answer.counts[name] = self.answer.counts.get(name, 0) + number
