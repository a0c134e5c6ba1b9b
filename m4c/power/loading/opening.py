"""Opening a file of office-holders: told by its content, whatever it is called."""

import re
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from m4c.people.sheets.limits import Limits, SheetRefused
from m4c.people.sheets.reading import open_sheet
from m4c.power.loading import json_file, sheet
from m4c.power.loading.header_words import columns_of
from m4c.power.loading.rows import Table, TableRefused
from m4c.power.models import PowerLoad

AUTO = "auto"
LIMITS = Limits(size=json_file.LARGEST)
IN_JSON = {PowerLoad.Source.POPOLO, PowerLoad.Source.MEMBERS}
DATED = re.compile(r"(?<!\d)(20\d\d)-(\d\d)(?:-(\d\d))?(?!\d)")
BEGINS_JSON = re.compile(r"\s*[\[{]")


def open_table(path: Path, source: str = AUTO) -> Table:
    """The table in a file. Raises TableRefused or SheetRefused, in one sentence, for whatever is none."""
    named = "" if source == AUTO else source
    try:
        if not path.stat().st_size:
            raise TableRefused(_("This file is empty."))
        with path.open("rb") as file:
            head = file.read(4096).removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        raise TableRefused(_("The file {path} cannot be read.").format(path=path)) from error
    is_json = bool(BEGINS_JSON.match(head.decode("utf-16" if head[:2] == b"\xff\xfe" else "latin-1", "ignore")))
    if is_json != (named in IN_JSON) and named:
        raise TableRefused(_("This file is not what --source {source} says.").format(source=named))
    if is_json:
        return json_file.table_of(path, named)
    try:
        return sheet.table_of(open_sheet(path, limits=LIMITS), named)
    except SheetRefused as refused:
        columns = columns_of(re.split("[,;\t]", head.decode("utf-8", "replace").strip().split("\n")[-1]))
        if refused.code != "no_rows" or sheet.missing_in(columns, named or sheet.source_of(columns)):
            raise
        return Table(named or sheet.source_of(columns), lambda: iter(()), remarks=[str(refused)])


def day_in_name(path: Path) -> date | None:
    """The day or month that a file's name tells, such as mps_2026-04.csv."""
    found = DATED.search(path.name)
    try:
        return date(int(found[1]), int(found[2]), int(found[3] or 1)) if found else None
    except ValueError:
        return None
