"""Reads a row of a sheet of concerns: who said what, when, where and how strongly, and whether we may quote it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.listening.operations.concern import LONGEST
from m4c.listening.operations.concern_sheet import LONGEST_THEME
from m4c.people.imports.describing import Where, describe
from m4c.people.imports.kinds import Line
from m4c.people.names import fold, words
from m4c.people.sheets.cells import Answer, parse_date, parse_yes_no, quoted
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.concerns import parse_place, parse_strength
from m4c.people.sheets.kinds import ColumnKind
from m4c.people.sheets.reading import Row
from m4c.places.postcodes import normalise

WHO = Where(
    given_name=ColumnKind.GIVEN_NAME,
    family_name=ColumnKind.FAMILY_NAME,
    full_name=ColumnKind.FULL_NAME,
    emails=(ColumnKind.EMAIL,),
    phones=(ColumnKind.PHONE,),
)
LONGEST_PLACE = 120
# What stands for nobody, as `names.words` folds it.
NOBODY = re.compile(
    r"(?:(?:an?|the|one|some) )?(?:anon|anonymous(?:ly)?|nobody|no one|someone|somebody|unknown"
    r"|not (?:given|known|named)|no name(?: given)?|name(?: not)? withheld|withheld|confidential|private|blank|resident"
    r"|local(?: resident)?"
    r"|neighbour|passer ?by|member of (?:the )?public|prefers? not to (?:say|give)(?: .*)?|dienw|di enw|anhysbys|neb"
    r"|rhywun|preswylydd)"
)
WITHOUT_A_NAME = re.compile(
    r"(?:anon(?:ymous(?:ly)?)?|without (?:a |their )?name|no name|yn ddienw|dienw|heb enw)(?: only)?"
)


@dataclass
class Said:
    """What a row says of a concern. No day where the row leaves it to the sheet; `group` as the row names it."""

    words: str = ""
    day: date | None = None
    strength: int | None = None
    may_quote: bool = False
    is_not_to_be_quoted: bool = False  # the row says so: a blank says nothing
    is_asked: bool = False  # the sheet has columns of what each agreed to, as a questionnaire has
    may_use: bool = False
    may_tell: bool = False
    is_not_to_be_told: bool = False
    place: str = ""
    postcode: str = ""
    group: str = ""
    theme: str = ""

    @property
    def same(self) -> tuple[date | None, str]:
        """What makes two rows of one person one: the day and the words."""
        return self.day, fold(self.words)


def read_concern(row: Row, columns: Columns) -> Line:
    """The line of a row; refused where there are no words, or where the day is none or still to come."""
    cells = row.cells
    line = Line(row.number, cells)
    said = line.said = Said(
        words=" ".join(" ".join(columns.said(cells, ColumnKind.WORDS)).split()),
        group=columns.cell(cells, ColumnKind.GROUP),
    )
    line.reason = why_no_words(said.words) or read_day(cells, columns, said) or read_use(cells, columns, said)
    if line.reason:
        return line
    strength = parse_strength(columns.cell(cells, ColumnKind.STRENGTH))
    said.strength = strength.value
    line.tell(strength.problem)
    read_quoting(line, columns.cell(cells, ColumnKind.MAY_QUOTE))
    read_place(line, columns)
    read_theme(line, columns.cell(cells, ColumnKind.THEME))
    read_who(line, columns)
    read_telling(line, columns)
    return line


def why_no_words(text: str) -> str:
    """Why these are no words of a concern; empty where they are."""
    if not any(sign.isalnum() for sign in text):
        return _("It does not say what was said.")
    if len(text) > LONGEST:
        return _("That is longer than {number} letters: part it into more than one concern.").format(number=LONGEST)
    return ""


def read_day(cells: Sequence[str], columns: Columns, said: Said) -> str:
    """Put down the day, where the row gives one; why it cannot be taken, or nothing."""
    day = parse_date(columns.cell(cells, ColumnKind.DATE))
    if day.problem:
        return day.problem
    if day.value and day.value > timezone.localdate():
        return _("{day} is still to come.").format(day=f"{day.value:%d/%m/%Y}")
    said.day = day.value
    return ""


def read_quoting(line: Line, text: str) -> None:
    """Whether we may quote it: only a clear yes counts, and a quotation never bears a name."""
    if WITHOUT_A_NAME.fullmatch(" ".join(words(text))):
        line.said.may_quote = True
        return
    answer = parse_yes_no(text)
    line.said.may_quote = answer.value is Answer.YES
    line.said.is_not_to_be_quoted = answer.value is Answer.NO
    if answer.problem:
        line.tell(_("{problem} It is not to be quoted.").format(problem=answer.problem))


def read_use(cells: Sequence[str], columns: Columns, said: Said) -> str:
    """Whether we may use it at all, where the sheet asks so; why it cannot be taken without a clear yes, or nothing."""
    said.is_asked = not {ColumnKind.MAY_USE, ColumnKind.MAY_TELL}.isdisjoint(columns.kinds)
    if ColumnKind.MAY_USE not in columns.kinds:
        return ""
    answer = parse_yes_no(columns.cell(cells, ColumnKind.MAY_USE))
    said.may_use = answer.value is Answer.YES
    if said.may_use:
        return ""
    if answer.value is Answer.NO:
        return _("They did not agree that we use it.")
    return " ".join(filter(None, (answer.problem, _("Without a clear yes that we may use it, it is not taken."))))


def read_telling(line: Line, columns: Columns) -> None:
    """Whether we may tell them what comes of it: a clear yes of somebody named."""
    answer = parse_yes_no(columns.cell(line.cells, ColumnKind.MAY_TELL))
    line.said.may_tell = answer.value is Answer.YES and not line.is_of_nobody
    line.said.is_not_to_be_told = answer.value is Answer.NO
    if answer.problem:
        line.tell(_("{problem} They are not told what comes of it.").format(problem=answer.problem))
    elif answer.value is Answer.YES and line.is_of_nobody:
        line.tell(_("Who gave no name cannot be told what comes of it."))


def read_place(line: Line, columns: Columns) -> None:
    """Place and postcode, from a column for either or one for both."""
    said, cells = line.said, line.cells
    said.place, said.postcode = parse_place(columns.cell(cells, ColumnKind.PLACE))
    text = columns.cell(cells, ColumnKind.POSTCODE)
    if found := normalise(text) if text else None:
        said.postcode = str(found)
    elif text and not said.place:
        said.place = text
    elif text:
        line.tell(_("{text} is not a postcode.").format(text=quoted(text)))
    said.place = said.place[:LONGEST_PLACE]


def read_theme(line: Line, text: str) -> None:
    """The theme: of several that a semicolon parts, the first."""
    first, *others = [" ".join(part.split()) for part in text.split(";") if any(map(str.isalnum, part))] or [""]
    if others:
        sentence = _("A concern is under one theme: {first}, and not {others}.")
        line.tell(sentence.format(first=quoted(first), others=quoted("; ".join(others))))
    if len(first) > LONGEST_THEME:
        line.tell(_("{text} is too long for a theme.").format(text=quoted(first)))
        return
    line.said.theme = first


def read_who(line: Line, columns: Columns) -> None:
    """Who said it; nobody where the row names nobody, or by too little to know them by."""
    told = describe(line.cells, columns, WHO)
    name = " ".join(words(f"{told.described.given_name} {told.described.family_name}"))
    nameless = not name or NOBODY.fullmatch(name) is not None
    if nameless and not told.described.is_reachable:
        line.is_of_nobody = True
    elif told.reason:
        line.is_of_nobody = True
        line.tell(_("{why} It counts as one voice without a name.").format(why=told.reason))
        return
    else:
        line.described = told.described
    for problem in told.problems:
        line.tell(problem)
