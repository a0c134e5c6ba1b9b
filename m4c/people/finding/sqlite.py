"""Looking in the texts through SQLite's FTS5: a trigram index over `Findable.text`, kept by triggers (0004_search)."""

from collections.abc import Collection, Sequence
from typing import Any

from m4c.people.finding.conditions import Condition
from m4c.people.written import Sql

INDEX = "people_findable_index"
PLACE = "INSTR"
AMONG = "{column} IN ({hits})"
REBUILD = f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')"


def asked(condition: Condition) -> Condition:
    """A condition as the index is asked for it: one text, in the language of FTS5."""
    return [[" AND ".join(f"({' OR '.join(map(quoted, pieces))})" for pieces in condition)]]


def hits(asked: Sequence[Condition], most: int | None) -> Sql:
    """SQL of the ids of people who fulfil one of the conditions; with `most`, of each the first so many by id."""
    matching = f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s"
    one = matching if most is None else f"SELECT rowid FROM ({matching} ORDER BY rowid LIMIT %s)"
    values = [each for [[text]] in asked for each in ([text] if most is None else [text, most])]
    return " UNION ".join([one] * len(asked)), tuple(values)


def more_than(asked: Condition, number: int) -> Sql:
    """SQL that answers a row where more people than this fulfil the condition; looks at no more than that."""
    [[text]] = asked
    return f"SELECT 1 FROM {INDEX} WHERE {INDEX} MATCH %s LIMIT 1 OFFSET %s", (text, number)


def drop_unused(words: Collection[str]) -> tuple[str, list[Any]]:
    """SQL that removes those of these words that nobody's name holds any more."""
    named = ", ".join(["%s"] * len(words))
    borne = f"""SELECT 1 FROM {INDEX} WHERE {INDEX} MATCH '"  ' || word || '  "'"""
    return f"DELETE FROM people_nameword WHERE word IN ({named}) AND NOT EXISTS ({borne})", list(words)


def quoted(piece: str) -> str:
    """A piece of text as a string of FTS5."""
    return '"' + piece.replace('"', '""') + '"'
