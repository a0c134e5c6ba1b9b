"""The glossary as its page shows it: words by letter, in the order of the language in use, with those beside each."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from m4c.website.glossary_term import Term
from m4c.website.glossary_terms import BY_KEY, TERMS


@dataclass(frozen=True)
class Letter:
    """The words under one letter."""

    sign: str
    terms: list["Shown"]


@dataclass(frozen=True)
class Shown:
    """A term with those beside it, as the page shows it."""

    term: Term
    beside: list[Term]


def by_letter() -> list[Letter]:
    """All words in the order of the alphabet of the language in use."""
    ordered = sorted(TERMS, key=lambda term: folded(str(term.word)))
    grouped: Iterable[tuple[str, Iterable[Term]]] = groupby(ordered, key=lambda term: initial(str(term.word)))
    return [Letter(sign, [Shown(term, beside(term.see)) for term in terms]) for sign, terms in grouped]


def beside(keys: Iterable[str]) -> list[Term]:
    """The terms of these keys."""
    return [BY_KEY[key] for key in keys]


def folded(word: str) -> str:
    """A word without accents and case, to sort by."""
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def initial(word: str) -> str:
    """The letter that a word stands under; figures come under one sign."""
    first = folded(word)[:1].upper()
    return "0-9" if first.isdigit() else first
