"""Looking in the texts through PostgreSQL's pg_trgm: a GIN index over `Findable.text` (0004_search)."""

from collections.abc import Collection, Sequence
from typing import Any

from m4c.people.finding.conditions import Condition

TABLE = "people_findable"
REBUILD = "ANALYZE people_findable, people_nameword"


def hits(conditions: Sequence[Condition], limit: int | None) -> tuple[str, list[Any]]:
    """SQL of the ids of people who fulfil one of the conditions; with a limit, of each the first so many by id."""
    told = [where(condition) for condition in conditions]
    end = "" if limit is None else f" ORDER BY person_id LIMIT {int(limit)}"
    parts = (f"(SELECT person_id FROM {TABLE} WHERE {part}{end})" for part, _values in told)
    return " UNION ".join(parts), [value for _part, values in told for value in values]


def more_than(condition: Condition, number: int) -> tuple[str, list[Any]]:
    """SQL that answers a row where more people than this fulfil the condition; looks at no more than that."""
    part, values = where(condition)
    return f"SELECT 1 FROM {TABLE} WHERE {part} LIMIT 1 OFFSET {int(number)}", values


def drop_unused(words: Collection[str]) -> tuple[str, list[Any]]:
    """SQL that removes those of these words that nobody's name holds any more."""
    borne = f"SELECT 1 FROM {TABLE} WHERE text LIKE '%%  ' || word || '  %%'"
    return f"DELETE FROM people_nameword WHERE word = ANY(%s) AND NOT EXISTS ({borne})", [list(words)]


def where(condition: Condition) -> tuple[str, list[Any]]:
    """A condition as SQL, and its values."""
    parts = (f"({' OR '.join(['text LIKE %s'] * len(pieces))})" for pieces in condition)
    return " AND ".join(parts), [like(piece) for pieces in condition for piece in pieces]


def like(piece: str) -> str:
    """A pattern for texts that hold a piece, in which no sign of it means anything."""
    escaped = piece.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
