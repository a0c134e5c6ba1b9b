"""Looking in the texts through PostgreSQL's pg_trgm: a GIN index over `Findable.text` (0004_search)."""

from collections.abc import Collection, Sequence
from typing import Any

from m4c.people.finding.conditions import TABLE, Condition
from m4c.people.written import Sql

PLACE = "STRPOS"
# Said so, it begins with the hits: of IN it may make a join that reads everybody.
AMONG = "{column} = ANY(ARRAY({hits}))"
REBUILD = "ANALYZE people_findable, people_nameword"


def asked(condition: Condition) -> Condition:
    """A condition as the index is asked for it: a pattern for each piece."""
    return [[like(piece) for piece in pieces] for pieces in condition]


def hits(asked: Sequence[Condition], most: int | None) -> Sql:
    """SQL of the ids of people who fulfil one of the conditions; with `most`, of each the first so many by id."""
    end, ends = ("", ()) if most is None else (" ORDER BY person_id LIMIT %s", (most,))
    told = [where(condition) for condition in asked]
    parts = (f"(SELECT person_id FROM {TABLE} WHERE {part}{end})" for part, _values in told)
    return " UNION ".join(parts), tuple(value for _part, values in told for value in (*values, *ends))


def more_than(asked: Condition, number: int) -> Sql:
    """SQL that answers a row where more people than this fulfil the condition; looks at no more than that."""
    part, values = where(asked)
    return f"SELECT 1 FROM {TABLE} WHERE {part} LIMIT 1 OFFSET %s", (*values, number)


def drop_unused(words: Collection[str]) -> tuple[str, list[Any]]:
    """SQL that removes those of these words that nobody's name holds any more."""
    borne = f"SELECT 1 FROM {TABLE} WHERE text LIKE '%%  ' || word || '  %%'"
    return f"DELETE FROM people_nameword WHERE word = ANY(%s) AND NOT EXISTS ({borne})", [list(words)]


def where(asked: Condition) -> Sql:
    """A condition as SQL, and its values."""
    parts = (f"({' OR '.join(['text LIKE %s'] * len(patterns))})" for patterns in asked)
    return " AND ".join(parts), tuple(pattern for patterns in asked for pattern in patterns)


def like(piece: str) -> str:
    """A pattern for texts that hold a piece, in which no sign of it means anything."""
    escaped = piece.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
