"""Guessing what each column of a sheet holds: by its header first, then by what stands in its cells."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from m4c.people.sheets.cells import parse_conversation_type, parse_count, parse_date, parse_status, parse_yes_no, quoted
from m4c.people.sheets.clues import CHANNELS
from m4c.people.sheets.concerns import parse_strength
from m4c.people.sheets.header_words import ADDRESS_LINE, merged
from m4c.people.sheets.headers import A_PHONE, AN_EMAIL, meanings
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from m4c.people.sheets.turnout import parse_guests, parse_turnout_state
from m4c.places.postcodes import normalise

SENTENCE = 4  # words of what nobody takes for a name
A_NAME = re.compile(r"[^\W\d_][^\d_@]*")

SECOND = {ColumnKind.PHONE: ColumnKind.OTHER_PHONE, ColumnKind.EMAIL: ColumnKind.OTHER_EMAIL}
E_MAIL_FOR_NAME = {
    ColumnKind.FULL_NAME: ColumnKind.EMAIL,
    ColumnKind.LEADER_NAME: ColumnKind.LEADER_EMAIL,
    ColumnKind.WITH_NAME: ColumnKind.WITH_EMAIL,
}
USES = (ColumnKind.MAY_QUOTE, ColumnKind.MAY_USE, ColumnKind.MAY_TELL)
Test = Callable[[str], bool]


def _looks_like_email(text: str) -> bool:
    return "@" in text


def _looks_like_phone(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= 9


def _looks_like_postcode(text: str) -> bool:
    return normalise(text) is not None


# What at least half of the cells must be for a header to be believed.
EXPECTED: dict[ColumnKind, Test] = {
    **dict.fromkeys([ColumnKind.EMAIL, ColumnKind.LEADER_EMAIL, ColumnKind.WITH_EMAIL], _looks_like_email),
    **dict.fromkeys([ColumnKind.PHONE, ColumnKind.WITH_PHONE], _looks_like_phone),
    **dict.fromkeys(
        [ColumnKind.ONE_TO_ONES_PLEDGED, ColumnKind.HOUSE_MEETINGS_PLEDGED, ColumnKind.PEOPLE_THERE],
        lambda text: not parse_count(text).problem,
    ),
    **dict.fromkeys(
        [*CHANNELS, ColumnKind.HOST_MEMBER, ColumnKind.CAME, *USES],
        lambda text: not parse_yes_no(text).problem,
    ),
    ColumnKind.POSTCODE: _looks_like_postcode,
    ColumnKind.DATE: lambda text: not parse_date(text).problem,
    ColumnKind.CONVERSATION_TYPE: lambda text: not parse_conversation_type(text).problem,
    ColumnKind.STATUS: lambda text: not parse_status(text).problem,
    ColumnKind.TURNOUT_STATE: lambda text: not parse_turnout_state(text).problem,
    ColumnKind.GUESTS: lambda text: not parse_guests(text).problem,
    ColumnKind.STRENGTH: lambda text: not parse_strength(text).problem,
}
# What columns without a known header are recognised as, by most of their cells.
OF_PEOPLE: dict[ColumnKind, Test] = {
    ColumnKind.EMAIL: lambda text: bool(AN_EMAIL.fullmatch(text)),
    ColumnKind.PHONE: lambda text: bool(A_PHONE.fullmatch(text)),
    ColumnKind.POSTCODE: lambda text: (code := normalise(text)) is not None and code.is_full,
}
SNIFFED: dict[SheetKind, dict[ColumnKind, Test]] = {
    SheetKind.SIGN_IN: OF_PEOPLE,
    SheetKind.PEOPLE: OF_PEOPLE,
    SheetKind.TURNOUT: OF_PEOPLE
    | {
        ColumnKind.TURNOUT_STATE: lambda text: not (said := parse_turnout_state(text)).problem and not said.blank,
    },
    SheetKind.CONVERSATIONS: {
        kind: EXPECTED[kind] for kind in (ColumnKind.DATE, ColumnKind.CONVERSATION_TYPE, ColumnKind.STATUS)
    },
    SheetKind.CONCERNS: {
        ColumnKind.DATE: EXPECTED[ColumnKind.DATE],
        **OF_PEOPLE,
        ColumnKind.WORDS: lambda text: len(text.split()) >= SENTENCE,
    },
}


@dataclass(frozen=True)
class Columns:
    """What each column of a sheet holds, guessed or chosen by a person."""

    kinds: tuple[ColumnKind, ...]

    def cell(self, cells: Sequence[str], kind: ColumnKind) -> str:
        """What a row's cells say first in the columns of this kind: an empty text where there is no such cell."""
        for place in self.places.get(kind, ()):
            if place < len(cells) and cells[place]:
                return cells[place]
        return ""

    def said(self, cells: Sequence[str], kind: ColumnKind) -> list[str]:
        """What a row's cells say in all columns of this kind, blanks left out."""
        places = self.places.get(kind)
        return [cells[place] for place in places if place < len(cells) and cells[place]] if places else []

    @cached_property
    def places(self) -> dict[ColumnKind, list[int]]:
        """The columns of each kind, counted from 0."""
        found: dict[ColumnKind, list[int]] = {}
        for place, kind in enumerate(self.kinds):
            found.setdefault(kind, []).append(place)
        return found

    def place(self, kind: ColumnKind) -> int | None:
        """The first column of this kind, counted from 0."""
        return self.kinds.index(kind) if kind in self.kinds else None

    @property
    def doubled(self) -> list[ColumnKind]:
        """The kinds that a person has chosen for more than one column."""
        used = [kind for kind in self.kinds if kind is not ColumnKind.UNUSED]
        return [kind for kind in dict.fromkeys(used) if used.count(kind) > 1]


@dataclass(frozen=True)
class Remark:
    """What the person should know about a column that is not used as its header seems to say."""

    column: int
    sentence: str


@dataclass(frozen=True)
class Guess:
    """The columns as guessed, and what should be told about them."""

    columns: Columns
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, order=True)
class _Bid:
    worth: int
    from_the_right: int
    kind: ColumnKind

    @property
    def column(self) -> int:
        return -self.from_the_right


def guess_columns(headers: Sequence[str], rows: Iterable[Sequence[str]], kind: SheetKind) -> Guess:
    """What the columns of a sheet hold. `rows` are the cells of the first rows, twenty or so.

    Of two columns that seem to hold the same, the one with the clearer header is used, then the one to the left.
    """
    first_rows = list(rows)
    cells = [[row[place] for row in first_rows if place < len(row) and row[place]] for place in range(len(headers))]
    bids: list[_Bid] = []
    remarks: dict[int, str] = {}
    for column, header in enumerate(headers):
        wanted, remark = meanings(header, kind)
        # A header that asks for leave in a way we cannot use is believed to mean anything else only by its cells.
        fitting = [name for name in wanted if (cells[column] or not remark) and _fits(name, cells[column])]
        bids += [_Bid(wanted[name], -column, _by_content(name, cells[column])) for name in fitting]
        if not fitting and remark:
            remarks[column] = str(remark) % {"header": quoted(header)}
        elif not fitting and wanted:
            sentence = _("%(header)s sounds like “%(kind)s”, but most of its cells do not.")
            best = max(wanted, key=lambda name: wanted[name])
            remarks[column] = sentence % {"header": quoted(header), "kind": best.label}
    found = _shared_out(bids)
    if kind is SheetKind.PEOPLE and ColumnKind.ADDRESS in found.values():
        found |= {column: ColumnKind.ADDRESS for column, header in enumerate(headers) if ADDRESS_LINE in merged(header)}
    _remark_on_losers(headers, bids, found, remarks)
    _sniff(
        [column for column in range(len(headers)) if column not in found.keys() | remarks.keys()], cells, kind, found
    )
    if not any(headers):
        _sniff_names(cells, kind, found)
    _settle_names(cells, found)
    kinds = tuple(found.get(column, ColumnKind.UNUSED) for column in range(len(headers)))
    return Guess(Columns(kinds), tuple(Remark(column, remarks[column]) for column in sorted(remarks)))


def _fits(kind: ColumnKind, cells: Sequence[str]) -> bool:
    test = EXPECTED.get(kind)
    return test is None or not cells or sum(map(test, cells)) * 2 >= len(cells)


def _by_content(kind: ColumnKind, cells: Sequence[str]) -> ColumnKind:
    """A header `Leader` over e-mail addresses means the leader's e-mail."""
    if kind in E_MAIL_FOR_NAME and cells and sum(map(_looks_like_email, cells)) * 2 > len(cells):
        return E_MAIL_FOR_NAME[kind]
    return kind


def _shared_out(bids: list[_Bid]) -> dict[int, ColumnKind]:
    """Each column to the kind that wants it most, each kind once; a second phone or e-mail is a kind of its own."""
    found: dict[int, ColumnKind] = {}
    for bid in sorted(bids, reverse=True):
        if bid.column in found:
            continue
        for kind in (bid.kind, SECOND.get(bid.kind, bid.kind)):
            if kind not in found.values():
                found[bid.column] = kind
                break
    return found


def _remark_on_losers(
    headers: Sequence[str], bids: list[_Bid], found: dict[int, ColumnKind], remarks: dict[int, str]
) -> None:
    sentence = _("%(header)s seems to hold “%(kind)s” too, which is read from %(other)s.")
    for bid in sorted(bids, reverse=True):
        if bid.column not in found and bid.column not in remarks:
            winner = next(column for column, name in found.items() if name is bid.kind)
            names = {"header": quoted(headers[bid.column]), "other": quoted(headers[winner]), "kind": bid.kind.label}
            remarks[bid.column] = sentence % names


def _sniff(columns: list[int], cells: list[list[str]], kind: SheetKind, found: dict[int, ColumnKind]) -> None:
    for name, test in SNIFFED[kind].items():
        for column in columns:
            fitting = sum(map(test, cells[column]))
            if column not in found and name not in found.values() and fitting and fitting * 5 >= len(cells[column]) * 4:
                found[column] = name


def _sniff_names(cells: list[list[str]], kind: SheetKind, found: dict[int, ColumnKind]) -> None:
    """In a sheet of people without headers, the first column of two-word names, or the first two of words."""
    if kind in (SheetKind.CONVERSATIONS, SheetKind.CONCERNS):
        return
    worded = [
        column
        for column, filled in enumerate(cells)
        if column not in found
        and filled
        and sum(bool(A_NAME.fullmatch(cell)) for cell in filled) * 5 >= len(filled) * 4
    ]
    if worded and not _mostly_one_word(cells[worded[0]]):
        found[worded[0]] = ColumnKind.FULL_NAME
    elif len(worded) > 1 and worded[1] == worded[0] + 1:
        found[worded[0]], found[worded[1]] = ColumnKind.GIVEN_NAME, ColumnKind.FAMILY_NAME


def _settle_names(cells: list[list[str]], found: dict[int, ColumnKind]) -> None:
    """`Name` beside `Surname` is the first name, and beside `First name` the last."""
    places = {kind: column for column, kind in found.items()}
    full = places.get(ColumnKind.FULL_NAME)
    if full is None or not _mostly_one_word(cells[full]):
        return
    if ColumnKind.FAMILY_NAME in places and ColumnKind.GIVEN_NAME not in places:
        found[full] = ColumnKind.GIVEN_NAME
    elif ColumnKind.GIVEN_NAME in places and ColumnKind.FAMILY_NAME not in places:
        found[full] = ColumnKind.FAMILY_NAME


def _mostly_one_word(cells: Sequence[str]) -> bool:
    return sum(" " not in cell.strip() for cell in cells) * 2 >= len(cells)
