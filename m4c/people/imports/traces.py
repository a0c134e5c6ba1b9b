"""What an import leaves behind, so that it can be taken back: records made, and fields changed with what they held.

A trace is a short list, kept as JSON on the row it was written for: `["events.attendance", 12]` was made,
`["events.attendance", 12, {"state": ["yes", "came"]}]` was changed from the first value to the second.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import models

Trace = list[Any]


def made(record: models.Model) -> Trace:
    """The trace of a record that was made."""
    return made_of(type(record), record.pk)


def made_of(model: type[models.Model], pk: int | None) -> Trace:
    """The same by its model and id."""
    return [model._meta.label_lower, pk]


def changed(record: models.Model, before: Mapping[str, Any]) -> list[Trace]:
    """The trace of a record whose fields held these values before, in a list; empty where they hold them still.

    Fields go by their column names (`brought_by_id`).
    """
    values = {
        name: [plain(value), plain(getattr(record, name))]
        for name, value in before.items()
        if getattr(record, name) != value
    }
    return [[*made(record), values]] if values else []


def plain(value: Any) -> Any:
    """A value as JSON holds it."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def records_made(traces: Iterable[Sequence[Any]]) -> dict[type[models.Model], set[int]]:
    """Ids of the records that these traces say were made, by model."""
    found: dict[type[models.Model], set[int]] = defaultdict(set)
    for trace in traces:
        if len(trace) == 2:
            found[apps.get_model(trace[0])].add(trace[1])
    return dict(found)
