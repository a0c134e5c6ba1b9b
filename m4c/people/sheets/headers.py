"""What a header says: the kinds of column it may stand for, by the tables in `clues.py`."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.people.names import words
from m4c.people.sheets.clues import AGAINST_WHAT, CHANNELS, CLUES, LEAVE
from m4c.people.sheets.header_words import CAMEL, merged
from m4c.people.sheets.kinds import ColumnKind, SheetKind
from m4c.people.sheets.writing import is_refusal_header
from m4c.places.postcodes import normalise

LONGEST_HEADER = 120
MOST_HEADERS = 500
CLEAR = 60  # a clue worth less is not enough to take a row for the headers
CERTAIN = 1000
ASKS_NO_LEAVE = {SheetKind.CONVERSATIONS, SheetKind.CONCERNS}

AGAINST = re.compile(
    r"\b(?:do not|dont|does not|not to be|opt(?:ed)? ?out|unsubscribed?|never|stop|dnc|"
    r"suppress(?:ed|ion)|bounc(?:ed?|ing)|removed?|c?tps|peidiwch|"
    r"no (?:email|text|phone call|call|contact|post|mailing|mailshot|letter)s?)\b"
)
AN_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
A_PHONE = re.compile(r"[+(]?\d[\d\s().\-/]{7,}\d")

SPEAKS_AGAINST = _("%(header)s speaks against being contacted: enter these objections by hand.")
SEVERAL_WAYS = _("%(header)s speaks of several ways to keep in touch, so no agreement is taken from it.")
NO_WAY_NAMED = _("%(header)s does not say by which way to keep in touch, so no agreement is taken from it.")


def guess_sheet_kind(headers: Sequence[str]) -> SheetKind:
    """Whether headers are those of a sign-in sheet or of a log of conversations."""
    worth = {kind: sum(max(meanings(header, kind)[0].values(), default=0) for header in headers) for kind in CLUES}
    return SheetKind.CONVERSATIONS if worth[SheetKind.CONVERSATIONS] > worth[SheetKind.SIGN_IN] else SheetKind.SIGN_IN


def known_headers(cells: Sequence[str]) -> int:
    """How many cells of a row are known as headers; none if the row holds data."""
    cells = cells[:MOST_HEADERS]
    if any(looks_like_data(cell) for cell in cells):
        return 0
    return sum(
        is_refusal_header(cell) or any(worth >= CLEAR for kind in CLUES for worth in meanings(cell, kind)[0].values())
        for cell in cells
    )


def looks_like_data(cell: str) -> bool:
    """Whether a cell holds an e-mail address, a telephone number or a full postcode, as no header does."""
    cell = cell.strip()
    if AN_EMAIL.fullmatch(cell) or A_PHONE.fullmatch(cell):
        return True
    if not any(map(str.isdigit, cell)):
        return False  # "Geiriau" is no postcode whose digits were typed as letters
    return (code := normalise(cell)) is not None and code.is_full


@lru_cache(maxsize=2048)
def meanings(header: str, kind: SheetKind) -> tuple[Mapping[ColumnKind, int], Promise | None]:
    """The kinds of column that a header may stand for, each with what the guess is worth.

    Beside them what to tell, with `%(header)s` to fill in, where the header asks for leave to keep in touch in a way
    from which none can be taken.
    """
    if not header.strip() or len(header) > LONGEST_HEADER:
        return {}, None
    if is_refusal_header(header):
        return {ColumnKind.REFUSAL: CERTAIN}, None
    said = merged(header)
    wanted: dict[ColumnKind, int] = {}
    for clue in CLUES[kind]:
        if worth := clue.fits(said):
            wanted[clue.kind] = max(worth, wanted.get(clue.kind, 0))
    if kind is SheetKind.PEOPLE and (against := _against_what(header, said)) and ColumnKind.LEFT_LIST_ON not in wanted:
        return {against: CERTAIN}, None
    remark = _about_leave(header, said, wanted) if kind not in ASKS_NO_LEAVE else None
    if remark:
        wanted = {name: worth for name, worth in wanted.items() if name not in CHANNELS}
    return wanted, remark


def _against_what(header: str, said: list[str]) -> ColumnKind | None:
    """What a header speaks against, where it speaks against being contacted."""
    if not AGAINST.search(" ".join(words(CAMEL.sub(" ", header)))):
        return None
    return next((kind for kind, names in AGAINST_WHAT if set(names.split("|")) & set(said)), None)


def _about_leave(header: str, said: list[str], wanted: Mapping[ColumnKind, int]) -> Promise | None:
    if AGAINST.search(" ".join(words(header))):
        return SPEAKS_AGAINST
    if sum(channel in wanted for channel in CHANNELS) > 1:
        return SEVERAL_WAYS
    if not wanted and set(LEAVE.split("|")) & set(said):
        return NO_WAY_NAMED
    return None
