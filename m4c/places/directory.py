"""Loading a full postcode directory from a file: read it, and hand it to the operations a piece at a time."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from m4c.core.chunks import BREATH
from m4c.core.visibility import Sighted
from m4c.places.directory_file import NotADirectory, UnitRow, opened, unit_rows
from m4c.places.models import PostcodeDirectory
from m4c.places.operations import add_postcodes, begin_directory, finish_directory
from m4c.places.postcodes import NORTHERN_IRELAND

ROWS_AT_A_TIME = 500


@dataclass
class Loaded:
    """What became of the rows of a file in this run; all are 0 when it had been loaded before."""

    directory: PostcodeDirectory
    postcodes: int = 0
    northern_ireland_left_out: int = 0
    unreadable: int = 0


def load_postcode_directory(
    *,
    path: Path,
    by: Sighted,
    northern_ireland: bool = False,
    pause: float = BREATH,
    on_progress: Callable[[int], None] = lambda rows: None,
) -> Loaded:
    """Load an ONS Postcode Directory or National Statistics Postcode Lookup (CSV, or the ZIP it comes in).

    Northern Ireland is left out unless asked for: its rows are free for non-commercial use only. Safe to run again:
    the same file goes on where it stopped, a finished one changes nothing, a newer one writes over the older.
    `on_progress` is given the number of rows read. Raises NotADirectory, AnotherSet, NotAllowed.
    """
    directory = begin_directory(
        title=path.name,
        fingerprint=fingerprint_of(path),
        northern_ireland=northern_ireland,
        at=timezone.now(),
        by=by,
    )
    loaded = Loaded(directory)
    if directory.finished_at:
        return loaded
    with opened(path) as file:
        rows = unit_rows(file)
        rows_read = sum(1 for _row in islice(rows, directory.rows_read))
        while piece := list(islice(rows, ROWS_AT_A_TIME)):
            rows_read += len(piece)
            add_postcodes(directory=directory, rows=kept(piece, loaded), rows_read=rows_read, by=by)
            on_progress(rows_read)
            time.sleep(pause)
    finish_directory(directory=directory, at=timezone.now(), by=by)
    return loaded


def kept(piece: list[UnitRow | None], loaded: Loaded) -> list[UnitRow]:
    """The rows to write, with the others counted."""
    readable = [row for row in piece if row is not None]
    wanted = [
        row for row in readable if loaded.directory.northern_ireland or not row.postcode.startswith(NORTHERN_IRELAND)
    ]
    loaded.unreadable += len(piece) - len(readable)
    loaded.northern_ireland_left_out += len(readable) - len(wanted)
    loaded.postcodes += len(wanted)
    return wanted


def fingerprint_of(path: Path) -> str:
    """The SHA-256 of a file. Raises NotADirectory where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise NotADirectory(_("The file {path} cannot be read.").format(path=path)) from error
