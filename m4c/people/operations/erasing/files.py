"""Forget somebody in sheets brought in, files taken out, queued work and audit entries."""

import re
from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django_tasks_db.models import DBTaskResult

from m4c.core.models import AuditEntry
from m4c.people.erasing import Forgotten, saying
from m4c.people.models import ImportRow, PeopleExport, Person, SheetImport

SAID = ("cells", "remark", "left_open", "reason")
WORD = re.compile(r"\w+")


def rows_saying(forgotten: Forgotten) -> QuerySet[ImportRow]:
    """Rows of sheets that hold an e-mail address or a number of theirs alone, whoever they were taken for.

    With one that somebody else has too, only those that hold their name as well and were not taken for another.
    """
    theirs = saying(ImportRow, *SAID)(forgotten)
    at_home = saying(ImportRow, *SAID, words=lambda _forgotten: forgotten.shared_ways)(forgotten)
    unclaimed = at_home.filter(Q(person=None) | Q(person=forgotten.person))
    named = [row.pk for row in unclaimed if holds_name([getattr(row, name) for name in SAID], forgotten.person)]
    return ImportRow.objects.filter(Q(pk__in=theirs.values("pk")) | Q(pk__in=named))


def holds_name(values: Any, person: Person) -> bool:
    """Whether every word of somebody's name stands among the words of these values."""
    name = set(WORD.findall(f"{person.given_name} {person.family_name}".casefold()))
    return bool(name) and name <= set(WORD.findall(" ".join(texts_within(values)).casefold()))


def forget_rows(forgotten: Forgotten, rows: QuerySet[ImportRow]) -> None:
    """Forget the words of these rows and what they wrote, and the sheets' files; the sheets' figures stay.

    A sheet on its way in stops there, and says that its file is to be given again.
    """
    ids = list(rows.values_list("pk", flat=True))
    sheets = SheetImport.objects.filter(pk__in=ImportRow.objects.filter(pk__in=ids).values("sheet_import"))
    forgotten.files.update(f"imports/{uid.hex}" for uid in sheets.values_list("uid", flat=True))
    emptied: dict[str, Any] = {
        "cells": [],
        "written": [],
        "remark": "",
        "left_open": "",
        "candidate": None,
        "person": None,
    }
    ImportRow.objects.filter(pk__in=ids).update(**emptied)


def open_exports(forgotten: Forgotten) -> QuerySet[PeopleExport]:
    """Files of people that can still be opened: any of them may hold this one. Who asked may ask again.

    A call list has no file, and is read anew each time it is opened: only one for which this one was ticked.
    """
    opened = PeopleExport.objects.filter(made_at__isnull=False, forgotten_at=None)
    ticked = saying(PeopleExport, "picked", words=lambda _forgotten: [str(forgotten.person.uid)])(forgotten)
    return opened.filter(~Q(format=PeopleExport.Format.CALLS) | Q(pk__in=ticked.values("pk")))


def forget_exports(forgotten: Forgotten, rows: QuerySet[PeopleExport]) -> None:
    """Remove these files, and take this one off call lists; who took whom out, when and why stays on record.

    A call list of nobody else is forgotten: with nobody ticked it would be of all that its address finds.
    """
    gone = []
    for export in rows:
        others = [uid for uid in export.picked if uid != str(forgotten.person.uid)]
        if export.format == PeopleExport.Format.CALLS and others:
            rows.filter(pk=export.pk).update(picked=others)
            continue
        gone.append(export.pk)
        forgotten.files.update([f"exports/{export.uid.hex}", f"exports/{export.uid.hex}.part"])
    rows.filter(pk__in=gone).update(forgotten_at=forgotten.at, letter="", picked=[])


def tasks_saying(forgotten: Forgotten) -> "QuerySet[DBTaskResult[..., Any]]":
    """Work of the software that was given an address of theirs alone, or failed with it in what it says."""
    return saying(DBTaskResult, "args_kwargs", "traceback", "return_value")(forgotten)


def entries_saying(forgotten: Forgotten) -> QuerySet[AuditEntry]:
    """Audit entries with a name or an address of theirs among their values."""
    return saying(AuditEntry, "changes", words=words_of)(forgotten)


def words_of(forgotten: Forgotten) -> frozenset[str]:
    """Their whole names and all ways to reach them."""
    return forgotten.ways | forgotten.names


def blank_changes(forgotten: Forgotten, rows: QuerySet[AuditEntry]) -> None:
    """Take the values out that hold one of their words; the names of the fields stay."""
    for entry in rows:
        entry.changes = {name: None if says(values, forgotten) else values for name, values in entry.changes.items()}
        entry.save(update_fields=["changes"])


def says(values: Any, forgotten: Forgotten) -> bool:
    """Whether a text among these values holds one of their words."""
    texts = [text.casefold() for text in texts_within(values)]
    return any(word.casefold() in text for word in words_of(forgotten) for text in texts)


def texts_within(values: Any) -> Iterator[str]:
    """Every text in a tree of JSON."""
    if isinstance(values, str):
        yield values
    elif isinstance(values, list | dict):
        for inner in values.values() if isinstance(values, dict) else values:
            yield from texts_within(inner)
