"""The workspace's one search box: its sources, each scoped by what the account may see, and what they find."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import and_
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise

from m4c.core.permissions import Permission
from m4c.core.register import Register

FEWEST_LETTERS = 2
LONGEST = 100  # letters of what is typed that are looked at
LETTERS = (range(0xC0, 0x250), range(0x1E00, 0x1F00))  # of European languages, Welsh among them
ALONE = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "\N{LATIN SMALL LETTER DOTLESS I}": "i"}
APOSTROPHES = "'\u2018\u2019`\u00b4\u02bc"


@dataclass(frozen=True)
class Hit:
    """One thing found: what it is called, where it is, and a line that tells it from others of that name."""

    title: str
    url: str
    line: str = ""


@dataclass(frozen=True)
class Source:
    """A kind of thing to search. `find(account, words, limit)` gives hits of what the account may see, best first."""

    label: "str | Promise"
    icon: str
    allow: Permission
    find: Callable[[Any, str, int], Sequence[Hit]]
    order: int


@dataclass(frozen=True)
class Found:
    """What one source found; `more` where there was more than was asked for."""

    label: "str | Promise"
    icon: str
    hits: list[Hit]
    more: bool


SOURCES: Register[Source] = Register("What the workspace's search box looks through.")


def search(account: Any, typed: str, limit: int) -> list[Found]:
    """What the account may see of that name, by source, at most `limit` of each; nothing before two letters."""
    words = cleaned(typed)
    if len(words) < FEWEST_LETTERS:
        return []
    sources = sorted(SOURCES.all(), key=lambda source: source.order)
    return [
        Found(source.label, source.icon, hits[:limit], len(hits) > limit)
        for source in sources
        if account.may_somewhere(source.allow) and (hits := list(source.find(account, words, limit + 1)))
    ]


def cleaned(typed: str) -> str:
    """What was typed without control characters, which a database may refuse, in single spaces and not too long."""
    plain = "".join(sign if sign.isprintable() else " " for sign in typed[:LONGEST])
    return " ".join(plain.split())


def holds(field: str, words: str) -> Q:
    """Rows whose text at `field` holds each of the words, accents and case aside, in every database alike."""
    return fits(field, patterns(words))


def fits(field: str, patterns: Sequence[str]) -> Q:
    """The same by patterns, which a prepared statement takes in place of words."""
    return reduce(and_, (Q(**{f"{field}__iregex": each}) for each in patterns), Q())


def patterns(words: str) -> list[str]:
    """A regular expression for each of the words."""
    return [pattern(word) for word in words.split()]


def pattern(word: str) -> str:
    """A regular expression for a word, whatever accents stand in it or in the text; every other sign stands for itself.

    SQLite reads it by Python's rules, PostgreSQL by its own: sets of letters and escaped signs mean the same to both.
    """
    signs = (plain_of(sign) for sign in word.casefold())
    return "".join(letters_like(sign) for sign in "".join(signs))


def plain_of(letter: str) -> str:
    """A letter without its accents."""
    decomposed = unicodedata.normalize("NFKD", letter)
    return "".join(ALONE.get(sign, sign) for sign in decomposed if not unicodedata.combining(sign)).casefold()


def letters_like(sign: str) -> str:
    """The set of a letter with and without accents, as a regular expression has it."""
    if sign in APOSTROPHES:
        return f"[{APOSTROPHES}]"
    return f"[{sign}{accented()[sign]}]" if sign in accented() else re.escape(sign)


@cache
def accented() -> dict[str, str]:
    """The accented forms of each plain letter, in both cases."""
    forms: dict[str, str] = defaultdict(str)
    for letter in (chr(code) for letters in LETTERS for code in letters):
        plain = plain_of(letter.casefold())
        if len(plain) == 1 and plain.isascii() and plain.isalpha():
            forms[plain] += letter
    return dict(forms)
