"""Reads a row of a conversation log: who asked or hosted, with whom, when, and how far it got."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.listening.named_leaders import Leader, Named
from m4c.people.imports.describing import Where, describe
from m4c.people.imports.kinds import Line
from m4c.people.sheets.cells import (
    ConversationStatus,
    ConversationType,
    parse_conversation_type,
    parse_count,
    parse_date,
    parse_status,
)
from m4c.people.sheets.columns import Columns
from m4c.people.sheets.contacts import parse_emails
from m4c.people.sheets.kinds import ColumnKind
from m4c.people.sheets.reading import Row

OTHER = Where(full_name=ColumnKind.WITH_NAME, emails=(ColumnKind.WITH_EMAIL,), phones=(ColumnKind.WITH_PHONE,))
LONGEST_STEP = 300
LONGEST_NAMES = 120


class Unclear(Exception):
    """Why a row cannot be taken, in one sentence."""


@dataclass
class Conversation:
    """What a row says of a conversation. `leader` is who asked or hosted, once they are found."""

    named: Named
    type: ConversationType
    day: date
    status: ConversationStatus
    people_there: int | None = None
    next_step: str = ""
    next_step_by: date | None = None
    alongside: str = ""
    leader: Leader | None = None

    @property
    def held_on(self) -> date | None:
        """The day, once it was held."""
        return None if self.status is ConversationStatus.ARRANGED else self.day

    @property
    def followed_up_on(self) -> date | None:
        """The day, once what was agreed has happened: a log does not say when it did."""
        return self.day if self.status is ConversationStatus.FOLLOWED_UP else None


def read_conversation(row: Row, columns: Columns) -> Line:
    """The line of a row; with a reason where anything that counts is unclear."""
    line = Line(row.number, row.cells)
    try:
        said = line.said = conversation(row.cells, columns)
    except Unclear as unclear:
        line.reason = str(unclear)
        return line
    line.met_on = said.day
    if said.type is ConversationType.ONE_TO_ONE:
        told = describe(row.cells, columns, OTHER)
        line.described, line.reason = told.described, told.reason
        if not (told.problems or told.described.folded_name or told.described.is_reachable):
            line.reason = _("It does not say with whom.")
        for problem in told.problems:
            line.tell(problem)
    by_when = parse_date(columns.cell(row.cells, ColumnKind.NEXT_STEP_BY))
    said.next_step_by = by_when.value
    line.tell(by_when.problem)
    return line


def conversation(cells: Sequence[str], columns: Columns) -> Conversation:
    """What the cells say of a conversation. Raises Unclear."""
    said = Conversation(
        named=named(cells, columns),
        type=type_of(cells, columns),
        day=day_of(cells, columns),
        status=ConversationStatus.HELD,
        next_step=columns.cell(cells, ColumnKind.NEXT_STEP)[:LONGEST_STEP],
        alongside=columns.cell(cells, ColumnKind.ALONGSIDE)[:LONGEST_NAMES],
    )
    said.status = status_of(cells, columns, said.day)
    if said.type is ConversationType.HOUSE_MEETING:
        said.people_there = people_there(cells, columns, said.status)
    return said


def named(cells: Sequence[str], columns: Columns) -> Named:
    """Whom the row names as the one who asked or hosted."""
    emails = parse_emails(columns.cell(cells, ColumnKind.LEADER_EMAIL))
    name = columns.cell(cells, ColumnKind.LEADER_NAME)
    if emails.value:
        return Named(emails.value[0].key, name)
    if not name:
        raise Unclear(emails.problem or _("It does not say which leader asked or hosted."))
    return Named(name=name)


def type_of(cells: Sequence[str], columns: Columns) -> ConversationType:
    """A 1-2-1 or a house meeting; where nothing says so, whoever talked with somebody had a 1-2-1."""
    found = parse_conversation_type(columns.cell(cells, ColumnKind.CONVERSATION_TYPE))
    if found.value:
        return found.value
    if found.blank and (columns.cell(cells, ColumnKind.WITH_NAME) or columns.cell(cells, ColumnKind.WITH_EMAIL)):
        return ConversationType.ONE_TO_ONE
    raise Unclear(found.problem or _("It does not say whether it was a 1-2-1 or a house meeting."))


def day_of(cells: Sequence[str], columns: Columns) -> date:
    """The day that it is arranged for, or was held."""
    found = parse_date(columns.cell(cells, ColumnKind.DATE))
    if found.value is None:
        raise Unclear(found.problem or _("It has no date."))
    return found.value


def status_of(cells: Sequence[str], columns: Columns, day: date) -> ConversationStatus:
    """How far it got: never guessed, and never held on a day still to come."""
    found = parse_status(columns.cell(cells, ColumnKind.STATUS))
    if found.value is None:
        raise Unclear(found.problem or _("It does not say whether it is arranged, held or followed up."))
    if day > timezone.localdate() and found.value is not ConversationStatus.ARRANGED:
        raise Unclear(_("It is said to be held, on a day still to come."))
    return found.value


def people_there(cells: Sequence[str], columns: Columns, status: ConversationStatus) -> int | None:
    """How many came to a house meeting; None where nobody said."""
    found = parse_count(columns.cell(cells, ColumnKind.PEOPLE_THERE))
    if found.problem:
        raise Unclear(found.problem)
    if status is not ConversationStatus.ARRANGED:
        return None if found.blank else found.value
    if found.value:
        raise Unclear(_("People were there, so it was held; but it is said to be arranged."))
    return None


def leaders_named(lines: Sequence[Line]) -> Iterator[Named]:
    """Whom the lines that can be taken name as leaders."""
    return (line.said.named for line in lines if not line.reason)
