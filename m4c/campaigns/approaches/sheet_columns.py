"""Which column of a sheet of approaches is what, by its header; and opening such a sheet, whatever file it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from m4c.people.names import words
from m4c.people.sheets.limits import SheetRefused
from m4c.people.sheets.reading import Row, Sheet, open_sheet
from m4c.people.sheets.source import SheetFormat
from m4c.people.sheets.text import Delimiter

TOP = 10  # rows among which the headers stand
DATE, CHANNEL, BY, TO, ASKED, DUE, OUTCOME, ANSWERED, WORDS = (
    *("date", "channel", "by", "to", "asked"),
    *("answer_due", "outcome", "answered_on", "words"),
)
HEADERS = {
    DATE: "date|when|day|on|sent|sent on|date sent|approached on|contacted on|date of approach|approach date|made on|"
    "date made|dyddiad|pryd",
    CHANNEL: "channel|how|method|means|medium|via|mode|type|contact method|by what means|way|how sent|sut|modd",
    BY: "by|by whom|who|who by|from|sender|made by|approached by|sent by|contacted by|contact by|our person|author|"
    "whose|gan|gan bwy",
    TO: "to|to whom|whom|powerholder|power holder|target|recipient|decision maker|decisionmaker|addressee|sent to|"
    "addressed to|who to|contacted|name|at|i bwy|i",
    ASKED: "asked|ask|what was asked|what we asked|asked for|request|question|subject|about|what|demand|message|"
    "what for|gofynnwyd",
    DUE: "answer due|due|due by|due on|due date|reply due|response due|deadline|answer by|reply by|respond by|"
    "response by|by when|expected by|answer expected|answer expected by|reply expected|reply expected by|"
    "response deadline|answer due by|reply due by|erbyn",
    OUTCOME: "outcome|result|status|state|answered|what happened|what became of it|what came of it|came of it|"
    "canlyniad",
    ANSWERED: "answered on|answer on|answer date|date answered|date of answer|replied on|reply date|date of reply|"
    "date replied|responded on|response date|date of response|answered at|answer received|reply received|"
    "response received|atebwyd ar",
    WORDS: "words|their words|in their words|what they said|quote|reply|response|answer|notes|note|comment|comments|"
    "said|they said|reply text|ateb|geiriau",
}
ANSWER = r"\b(answer|repl|respon)"
ROUGHLY = [  # the first that fits, where no whole header does
    (DUE, re.compile(r"\b(due|deadline|expected)\b|" + ANSWER + r"\w* by\b")),
    (ANSWERED, re.compile(ANSWER + r".*\b(on|date|when|day|received)\b|\b(on|date|when|day|received)\b.*" + ANSWER)),
    (OUTCOME, re.compile(r"\b(outcome|result|status)\b")),
    (CHANNEL, re.compile(r"\b(channel|method|medium|means)\b")),
    (WORDS, re.compile(r"\b(words|quote|quotation|said|wrote)\b|" + ANSWER)),
    (ASKED, re.compile(r"\b(asked|ask|request|requested|demand)\b")),
    (BY, re.compile(r"\b(by|sender|from)\b")),
    (TO, re.compile(r"\b(to|recipient|powerholder|target|whom|addressee)\b")),
    (DATE, re.compile(r"\b(date|when|day)\b")),
]
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
LONGEST_HEADER = 6  # words: more are a sentence
MEANT = {phrase: column for column, phrases in HEADERS.items() for phrase in phrases.split("|")}


@dataclass(frozen=True)
class ApproachSheet:
    """The rows of a sheet below its headers, and where each column stands."""

    columns: dict[str, int]
    rows: list[Row]

    def cell(self, row: Row, column: str) -> str:
        """What a row says in a column; blank where there is none."""
        at = self.columns.get(column)
        return row.cells[at].strip() if at is not None and at < len(row.cells) else ""


def open_approaches(path: Path) -> ApproachSheet:
    """Open a sheet of approaches. Raises SheetRefused for what is none."""
    sheet = open_sheet(path)
    if sheet.origin.format is SheetFormat.CSV:
        sheet = max((open_sheet(path, delimiter=each) for each in Delimiter), key=known_in)
    at, headers = header_row(sheet)
    columns = columns_of(headers)
    if DATE not in columns or TO not in columns:
        missing = "the day of the approach" if DATE not in columns else "whom it was to"
        raise SheetRefused(
            f"No column of this sheet says {missing}: name the columns date, channel, by, to, asked, answer due, "
            "outcome, answered on and words.",
            code="no_column",
        )
    below = ((number, cells) for number, cells in sheet.origin.records() if number > at and any(cells))
    return ApproachSheet(columns, [Row(number, cells, []) for number, cells in below if cells != headers])


def header_row(sheet: Sheet) -> tuple[int, list[str]]:
    """The number of the row with the most known headers among the first, and its cells."""
    top = list(islice(sheet.origin.records(), TOP))
    return max(top, key=lambda record: (len(exactly(record[1])), len(columns_of(record[1])), -record[0]))


def known_in(sheet: Sheet) -> int:
    """How many headers a way of reading gives."""
    return len(columns_of(header_row(sheet)[1]))


def columns_of(headers: Sequence[str]) -> dict[str, int]:
    """Where each column stands: by its whole header, else by a word of it; of two that say the same the first."""
    found = exactly(headers)
    taken = set(found.values())
    for at, header in enumerate(headers):
        said = plain(header)
        if at in taken or not said or len(said.split()) > LONGEST_HEADER:
            continue
        column = next((column for column, pattern in ROUGHLY if pattern.search(said)), None)
        if column:
            found.setdefault(column, at)
    return found


def exactly(headers: Sequence[str]) -> dict[str, int]:
    """Where the columns stand that whole headers name."""
    found: dict[str, int] = {}
    for at, header in enumerate(headers):
        if column := MEANT.get(plain(header)):
            found.setdefault(column, at)
    return found


def plain(header: str) -> str:
    """A header without case, marks, and what stands in brackets: “Date (dd/mm/yyyy)” is “date”."""
    return " ".join(words(IN_BRACKETS.sub(" ", header)))
