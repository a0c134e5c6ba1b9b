"""Looking in the texts through PostgreSQL's pg_trgm: a GIN index over `Findable.text` (0004_search)."""

from collections.abc import Collection, Sequence
from itertools import chain
from typing import Any

from m4c.people.finding.conditions import TABLE, Condition
from m4c.people.written import Sql

PLACE = "STRPOS"
# Said so, it begins with the hits: of IN it may make a join that reads everybody.
AMONG = "{column} = ANY(ARRAY({hits}))"
FEW_TO_SORT = 8_000  # people: of 100,000 about as long as looking through them by id
REBUILD = "ANALYZE people_findable, people_nameword"


def asked(condition: Condition) -> Condition:
    """A condition as the index is asked for it: a pattern for each piece."""
    return [[like(piece) for piece in pieces] for pieces in condition]


def hits(asked: Sequence[Condition], most: int | None) -> Sql:
    """SQL of the ids of people who fulfil one of the conditions; with `most`, of each the first so many by id."""
    told = [all_of(condition) if most is None else first_of(condition, most) for condition in asked]
    return " UNION ".join(f"({part})" for part, _values in told), tuple(chain.from_iterable(each for _, each in told))


def all_of(asked: Condition) -> Sql:
    """SQL of the ids of all who fulfil a condition."""
    part, values = where(asked)
    return f"SELECT person_id FROM {TABLE} WHERE {part}", values


def first_of(asked: Condition, number: int) -> Sql:
    """SQL of the first so many of these ids. Left to itself PostgreSQL looks through people by id until it has as many,
    which takes longer than to sort all who are in the index, unless every tenth person is there.
    """
    every, values = all_of(asked)
    first, are_few = "ORDER BY person_id LIMIT %s", f"(SELECT COUNT(*) FROM found) <= {FEW_TO_SORT}"
    found = f"WITH found AS MATERIALIZED ({every} LIMIT {FEW_TO_SORT + 1})"
    by_index, by_id = f"SELECT person_id FROM found WHERE {are_few} {first}", f"{every} AND NOT {are_few} {first}"
    return f"{found} ({by_index}) UNION ALL ({by_id})", (*values, number, *values, number)


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
