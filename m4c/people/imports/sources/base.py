"""What a tool's own module declares: its headers, what they hold, and what is never taken over from it."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from m4c.people.sheets.cells import quoted
from m4c.people.sheets.columns import Columns, Guess, Remark, guess_columns
from m4c.people.sheets.kinds import ColumnKind, SheetKind

GAP = re.compile(r"[\s_]+")
PEOPLE = "people"  # rows of people who come in, and not of a list that they left

# What a column that its tool does not name may be taken for by the words of its header.
BY_ITS_WORDS = {
    ColumnKind.PHONE,
    ColumnKind.POSTCODE,
    ColumnKind.KNOWN_AS,
    ColumnKind.LANGUAGE,
    ColumnKind.CONSENT_EMAIL,
    ColumnKind.CONSENT_TEXT,
    ColumnKind.CONSENT_PHONE,
    ColumnKind.CONSENT_POST,
    ColumnKind.CONSENT_DOOR,
    ColumnKind.OBJECTS_EMAIL,
    ColumnKind.OBJECTS_TEXT,
    ColumnKind.OBJECTS_PHONE,
    ColumnKind.OBJECTS_POST,
    ColumnKind.OBJECTS_ALL,
    ColumnKind.NO_MAILINGS,
}


def plain(header: str) -> str:
    """A header as it is compared: small letters, and one space for whatever parts its words."""
    return GAP.sub(" ", header.casefold()).strip()


@dataclass(frozen=True)
class Source:
    """A tool that people come from.

    `columns` says what each of its headers holds, in small letters with spaces between words. `telltales` are headers
    that it writes and other tools do not, of which `enough` must be there. Of the `homes`, stretches of headers
    for one address each, the one with the most in its cells is read.
    """

    name: str
    title: "str | Promise"
    columns: Mapping[str, ColumnKind]
    telltales: Collection[str] = ()
    enough: int = 2
    patterns: Sequence[tuple[re.Pattern[str], ColumnKind]] = ()
    homes: Sequence[Mapping[str, ColumnKind]] = ()
    never: Mapping[str, "str | Promise"] = field(default_factory=dict)
    numbers: bool = False  # whether it names each person for good by a number of its own
    is_open: bool = False  # whether its users give columns names of their own

    def told_by(self, headers: Sequence[str]) -> int:
        """How many headers tell of this tool; none where they are too few to be sure."""
        known = len({plain(header) for header in headers} & set(self.telltales))
        return known if known >= self.enough else 0

    def holds(self, headers: Sequence[str], file_name: str) -> str:
        """What its rows are of, by headers or the name of the file: PEOPLE, or a list of which nobody comes in."""
        return PEOPLE

    def guess(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Guess:
        """What its columns hold. `rows` are the cells of the first rows."""
        names = [plain(header) for header in headers]
        home = self.home(names, rows)
        found = [self.columns.get(name) or home.get(name) or self.by_pattern(name) for name in names]
        if self.is_open:
            self.guess_open(headers, rows, found)
        remarks = [Remark(place, self.told(header)) for place, header in enumerate(headers) if self.told(header)]
        return Guess(Columns(tuple(kind or ColumnKind.UNUSED for kind in found)), tuple(remarks))

    def by_pattern(self, name: str) -> ColumnKind | None:
        """What a header with a number in it holds."""
        return next((kind for pattern, kind in self.patterns if pattern.fullmatch(name)), None)

    def home(self, names: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping[str, ColumnKind]:
        """Of the addresses it writes, the one that is filled most."""

        def filled(home: Mapping[str, ColumnKind]) -> tuple[int, int]:
            places = [place for place, name in enumerate(names) if name in home]
            return sum(bool(row[place]) for row in rows for place in places if place < len(row)), len(places)

        return max(self.homes, key=filled, default={})

    def guess_open(self, headers: Sequence[str], rows: Sequence[Sequence[str]], found: list[ColumnKind | None]) -> None:
        """Take the columns that users named themselves by the words of their headers."""
        guessed = guess_columns(headers, rows, SheetKind.PEOPLE).columns.kinds
        for place, kind in enumerate(guessed):
            if found[place] is None and kind in BY_ITS_WORDS and kind not in found:
                found[place] = kind

    def told(self, header: str) -> str:
        """Why a column is never taken over; empty for others."""
        why = self.never.get(plain(header))
        return _("{column} is never taken over: {why}").format(column=quoted(header), why=why) if why else ""
