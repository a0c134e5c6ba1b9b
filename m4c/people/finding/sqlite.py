"""Looking in the texts through SQLite's FTS5: a trigram index over `Findable.text`, kept by triggers (0004_search)."""

from collections.abc import Collection, Sequence
from typing import Any

from m4c.people.finding.conditions import Condition

INDEX = "people_findable_index"
REBUILD = f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')"


def hits(conditions: Sequence[Condition], limit: int | None) -> tuple[str, list[Any]]:
    """SQL of the ids of people who fulfil one of the conditions; with a limit, of each the first so many by id."""
    matching = f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s"
    one = matching if limit is None else f"SELECT rowid FROM ({matching} ORDER BY rowid LIMIT {int(limit)})"
    return " UNION ".join([one] * len(conditions)), [expression(condition) for condition in conditions]


def more_than(condition: Condition, number: int) -> tuple[str, list[Any]]:
    """SQL that answers a row where more people than this fulfil the condition; looks at no more than that."""
    return f"SELECT 1 FROM {INDEX} WHERE {INDEX} MATCH %s LIMIT 1 OFFSET {int(number)}", [expression(condition)]


def drop_unused(words: Collection[str]) -> tuple[str, list[Any]]:
    """SQL that removes those of these words that nobody's name holds any more."""
    named = ", ".join(["%s"] * len(words))
    borne = f"""SELECT 1 FROM {INDEX} WHERE {INDEX} MATCH '"  ' || word || '  "'"""
    return f"DELETE FROM people_nameword WHERE word IN ({named}) AND NOT EXISTS ({borne})", list(words)


def expression(condition: Condition) -> str:
    """A condition as FTS5 reads it, each piece a string in quotes, so that no sign in it means anything."""
    return " AND ".join(f"({' OR '.join(map(quoted, pieces))})" for pieces in condition)


def quoted(piece: str) -> str:
    """A piece of text as a string of FTS5."""
    return '"' + piece.replace('"', '""') + '"'
