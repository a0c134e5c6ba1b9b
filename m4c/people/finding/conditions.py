"""What is looked for in the texts: for each word typed the pieces of text of which one must be there."""

from itertools import chain

from m4c.people.finding.text import GAP, SHORTEST_PART
from m4c.people.written import COLUMN, Sql

TABLE = "people_findable"
Condition = list[list[str]]  # of each list, one piece must stand in the text


def whole(terms: list[str]) -> Condition:
    """Each is a word of the text."""
    return [[f"{GAP}{term}{GAP}"] for term in terms]


def beginning(terms: list[str]) -> Condition:
    """Each begins a word of the text."""
    return [[f"{GAP}{term}"] for term in terms]


def part(terms: list[str]) -> Condition:
    """Each stands somewhere inside a word; one of fewer than three letters at its beginning."""
    return [[piece_of(term)] for term in terms]


def with_slips(terms: list[str], near: dict[str, list[str]]) -> Condition:
    """Each stands inside a word, or one of the words that are a slip away from it is there."""
    return [[piece_of(term), *(f"{GAP}{word}{GAP}" for word in near.get(term, ()))] for term in terms]


def piece_of(term: str) -> str:
    """What of a term must stand in a text that it is part of."""
    return term if len(term) >= SHORTEST_PART else f"{GAP}{term}"


def holds(condition: Condition, place: str) -> Sql:
    """That the column holds somebody whose text fulfils a condition, told without an index: for few people.

    `place` is the database's function that tells where in a text another begins.
    """
    parts = (f"({' OR '.join([f'{place}(text, %s) > 0'] * len(pieces))})" for pieces in condition)
    told = f"(SELECT {' AND '.join(parts)} FROM {TABLE} WHERE person_id = {COLUMN})"
    return told, tuple(chain.from_iterable(condition))
