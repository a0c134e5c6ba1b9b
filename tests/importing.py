"""Bringing sheets in from their text, for tests: with a data folder of the test's own and no pauses."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from m4c.core import chunks
from m4c.people.imports import run
from m4c.people.imports.files import guess_layout, keep_file, open_given, page_limits
from m4c.people.models import Account, Group, SheetImport
from m4c.people.operations.sheet_import import confirm_sheet, give_sheet, settle_sheet
from tests.cast import Cast

DAY = {"day": "2010-06-05", "session": "full"}
HEADERS = "First name,Surname,Email,Mobile,Postcode,121s pledged,House meetings pledged,Party member?,Brought by"
TELLING = {"people.sheetimport", "people.importrow", "core.auditentry", "people.account"}

Counts = dict[str, int]


@pytest.fixture(autouse=True)
def data_folder(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, and no breath between chunks. Works wherever it is imported."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(chunks, "BREATH", 0)
    return tmp_path


def given_sheet(
    cast: Cast,
    *rows: str,
    headers: str = HEADERS,
    group: Group | None = None,
    by: Account | None = None,
    kind: str = "signin",
    details: dict[str, str] | None = None,
    file_name: str = "sheet.csv",
) -> SheetImport:
    """A sheet of these rows, for Cardiff unless told, settled as its columns were guessed."""
    given = SheetImport(kind=kind, file_name=file_name, details=DAY if details is None else details)
    keep_file(given, BytesIO("\n".join([headers, *rows, ""]).encode()))
    given.layout = guess_layout(open_given(given), kind)
    by, group = by or cast.organiser, group or cast.cardiff
    taken = give_sheet(group=group, given=given, by=by)
    return settle_sheet(
        groups=[group], sheet_import=taken, layout=given.layout, details=given.details, by=by, queued=False
    )


def looked_through(cast: Cast, *rows: str, **options: Any) -> SheetImport:
    """The same, looked through; nothing is written."""
    taken = given_sheet(cast, *rows, **options)
    return run.look_through(taken, by=taken.by, limits=page_limits())


def brought_in(cast: Cast, *rows: str, **options: Any) -> SheetImport:
    """The same, brought in."""
    taken = given_sheet(cast, *rows, **options)
    return run.bring_in(confirm_sheet(sheet_import=taken, by=taken.by, queued=False), by=taken.by)


def rows_of_our_tables() -> Counts:
    """How many rows each of our tables has, but for those that tell of imports and of what was done."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("m4c.")]
    return {
        model._meta.label_lower: model._default_manager.count()
        for model in ours
        if model._meta.label_lower not in TELLING and model._meta.app_label != "places"
    }
