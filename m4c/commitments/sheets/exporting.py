"""Commitments and what became of them as files that the import reads again: nothing is lost on the way and back."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet

from m4c.commitments.models import Commitment, Condition, ConditionState, Milestone, Progress
from m4c.commitments.sheets.history import histories_told
from m4c.commitments.sheets.report import number
from m4c.core.chunks import CHUNK, in_chunks
from m4c.people.sheets.writing import safe_cell

FORMATS = ["csv", "json"]
BAR = " | "  # between several conditions of one commitment
COLUMNS = [
    "reference",
    "speaker",
    "office",
    "made to",
    "made on",
    "occasion",
    "words",
    "measure kind",
    "target",
    "unit",
    "due",
    "due words",
    "recurs",
    "condition",
    "condition kind",
    "condition state",
    "condition date",
    "expires",
    "milestones",
    "counts as kept",
    "evidence needed",
    "in writing",
    "source",
    "source url",
]
PROGRESS_COLUMNS = ["reference", "date", "amount", "note", "evidence", "evidence url", "who says so", "kind"]


def commitments_file(commitments: "QuerySet[Commitment]", format_: str) -> bytes:
    """These, by reference, in one of FORMATS."""
    rows = commitments.select_related("powerholder", "superseded_by").order_by("reference", "pk")
    columns, told = ([*COLUMNS, "history"], wholes_of) if format_ == "json" else (COLUMNS, facts_of)
    facts = (row for chunk in in_chunks(rows.iterator(chunk_size=CHUNK)) for row in told(chunk))
    return as_file("commitments", columns, facts, format_)


def progress_file(commitments: "QuerySet[Commitment]", format_: str) -> bytes:
    """What became of these, the oldest first: what counts, without what is held or struck."""
    found = Progress.objects.standing().filter(commitment__in=commitments.order_by().values("pk"))
    rows = found.select_related("commitment").order_by("on", "pk").iterator(chunk_size=CHUNK)
    return as_file("progress", PROGRESS_COLUMNS, (entry_of(row) for row in rows), format_)


def as_file(name: str, columns: list[str], facts: Iterable[dict[str, Any]], format_: str) -> bytes:
    """Rows of these columns as CSV, or as JSON under a name."""
    if format_ == "json":
        rows = [{column.replace(" ", "_"): row[column] for column in columns} for row in facts]
        return (json.dumps({name: rows}, ensure_ascii=False, indent=1) + "\n").encode()
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    for row in facts:
        writer.writerow([safe_cell("" if row[column] is None else str(row[column])) for column in columns])
    return file.getvalue().encode()


def wholes_of(commitments: list[Commitment]) -> Iterator[dict[str, Any]]:
    """The same of each with its whole history, which a line of a table cannot hold. Twelve statements."""
    histories = histories_told(commitments)
    for row, facts in zip(commitments, facts_of(commitments), strict=True):
        yield facts | {"history": histories[row.pk]}


def facts_of(commitments: list[Commitment]) -> Iterator[dict[str, Any]]:
    """What each says, by COLUMNS. Three statements."""
    ids = [row.pk for row in commitments]
    levels = defaultdict(list)
    for level in Milestone.objects.filter(commitment__in=ids).order_by("on"):
        levels[level.commitment_id].append(level)
    conditions = conditions_of(ids)
    for row in commitments:
        hangs = conditions[row.pk]
        yield {
            "reference": row.reference,
            "speaker": row.powerholder.name,
            "office": row.office_words,
            "made to": row.made_to,
            "made on": row.made_on.isoformat(),
            "occasion": row.occasion,
            "words": row.words,
            "measure kind": row.measure,
            "target": number(row.target) if row.target is not None else None,
            "unit": row.unit,
            "due": written(row.due_on) or row.due_words or None,
            "due words": row.due_words,
            "recurs": f"each {row.every}" if row.every else "",
            "condition": BAR.join(words for words, _kind, _state, _on in hangs),
            "condition kind": BAR.join(kind for _words, kind, _state, _on in hangs),
            "condition state": BAR.join(state for _words, _kind, state, _on in hangs),
            "condition date": BAR.join(on for _words, _kind, _state, on in hangs) if any(h[3] for h in hangs) else "",
            "expires": written(row.expires_on),
            "milestones": "; ".join(map(level_in_words, levels[row.pk])),
            "counts as kept": row.counts_as_kept,
            "evidence needed": row.evidence_needed,
            "in writing": "yes" if row.in_writing else "no",
            "source": row.source,
            "source url": row.source_url,
        }


def conditions_of(commitments: list[int]) -> dict[int, list[tuple[str, str, str, str]]]:
    """What each hangs on: its words, kind, last state and since when. Two statements."""
    latest: dict[int, tuple[str, str]] = {}
    states = ConditionState.objects.filter(commitment__in=commitments, struck_at=None).order_by("on", "id")
    for condition, state, on in states.values_list("condition", "state", "on"):
        latest[condition] = (state, on.isoformat())
    found: dict[int, list[tuple[str, str, str, str]]] = defaultdict(list)
    for each in Condition.objects.filter(commitment__in=commitments).order_by("id"):
        last, since = latest.get(each.pk, (ConditionState.State.OPEN.value, ""))
        found[each.commitment_id].append((each.words.replace("|", "/"), each.kind, last, since))
    return found


def level_in_words(level: Milestone) -> str:
    """A milestone as the import reads it."""
    told = f"{number(level.level)} by {level.on.isoformat()}"
    words = level.words.translate(str.maketrans("();|", "[],/"))
    return f"{told} ({words})" if words else told


def entry_of(row: Progress) -> dict[str, Any]:
    """What an entry says, by PROGRESS_COLUMNS."""
    return {
        "reference": row.commitment.reference,
        "date": row.on.isoformat(),
        "amount": number(row.amount) if row.amount is not None else None,
        "note": row.words,
        "evidence": row.evidence,
        "evidence url": row.evidence_url,
        "who says so": row.who_says,
        "kind": row.kind,
    }


def written(day: date | None) -> str | None:
    """A day as data."""
    return day.isoformat() if day else None
