"""Cells of public tables to values: days, yes, names without titles, and numbers of holders."""

import re
from datetime import date

from m4c.people.names import LETTERS_AFTER, TITLE, words
from m4c.people.sheets.cells import parse_date

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
YES = {"t", "true", "1", "y", "yes", "elected"}
NO_PARTY = {"", "none", "n a", "vacant"}
VACANT = {"vacant", "vacancy", "vacant seat", "seat vacant", "tbc", "tba", "n a", "none"}
MORE_TITLES = re.compile("right|honourable|hon|the|ms|msp|mla|cllr|am|pc|qc|kc|cynghorydd|alderman|ald")
MORE_LETTERS = re.compile("mp|ms|msp|mla|am|obe|mbe|cbe|qc|kc|frs|dl|tc|kcb|gbe|ch|om")


def day_of(text: str) -> date | None:
    """The day that a cell says. Raises ValueError for what is no day, in a sentence."""
    plain = text.strip()
    if found := ISO.fullmatch(plain):
        return date(int(found[1]), int(found[2]), int(found[3]))
    parsed = parse_date(plain)
    if parsed.problem:
        raise ValueError(parsed.problem)
    return parsed.value


def lenient_day(text: str) -> date | None:
    """The same of what is only by the way, such as the day of a source: what is no day is none."""
    try:
        return day_of(text)
    except ValueError:
        return None


def is_yes(text: str) -> bool:
    """Whether a cell says yes."""
    return text.strip().casefold() in YES


def plain_name(text: str) -> str:
    """A name for comparing: no titles, no letters after it, no accents, no punctuation; `Surname, Given` turned."""
    before, comma, after = text.partition(",")
    if comma and words(after) and not all(map(is_letters_after, words(after))):
        text = f"{after} {before}"
    told = words(text)
    while len(told) > 2 and (TITLE.fullmatch(told[0]) or MORE_TITLES.fullmatch(told[0])):
        told = told[1:]
    while len(told) > 2 and is_letters_after(told[-1]):
        told = told[:-1]
    return " ".join(told)


def is_letters_after(word: str) -> bool:
    """Whether a word is letters after a name."""
    return bool(LETTERS_AFTER.fullmatch(word) or MORE_LETTERS.fullmatch(word))


def shown_name(text: str) -> str:
    """A name as it is kept: in one line."""
    return " ".join(text.split())[:120]


def is_vacant(name: str) -> bool:
    """Whether a table says that nobody holds the seat."""
    return " ".join(words(name)) in VACANT
