"""Which list of a mailing tool a file is of, by its name, and whether a ZIP holds nothing but such files."""

import re
from pathlib import PurePosixPath

from m4c.people.sheets.archive import Archive

LIST_HEADER = "Mailchimp list"
UNSUBSCRIBED, CLEANED = "unsubscribed", "cleaned"  # the lists of which nobody comes in
NAMED = re.compile(rf"(?<![a-z])(nonsubscribed|{UNSUBSCRIBED}|subscribed|{CLEANED})(?![a-z])")


def list_of(file_name: str) -> str:
    """Which list a file is of; empty where its name does not say."""
    found = NAMED.search(PurePosixPath(file_name).name.casefold())
    return found[1] if found else ""


def is_bundle(archive: Archive) -> bool:
    """Whether all its files are sheets, at least one of which names its list."""
    names = files_in(archive)
    return bool(names) and all(name.endswith((".csv", ".txt")) for name in names) and any(map(list_of, names))


def files_in(archive: Archive) -> list[str]:
    """The files, without folders and what systems add; those nobody of which comes in first."""
    names = [name for name in archive.names if not name.endswith("/") and "__macosx" not in name]
    return sorted(names, key=lambda name: (list_of(name) not in (UNSUBSCRIBED, CLEANED), name))
