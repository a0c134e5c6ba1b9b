"""The file that was given, and what kind of file its first bytes and its parts show it to be."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from m4c.people.sheets.archive import Archive, open_archive, password_protected
from m4c.people.sheets.limits import Limits, SheetRefused, too_big
from m4c.people.sheets.list_files import is_bundle
from m4c.people.sheets.vcard import BEGINS

HEAD = 4096
ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"

OLD_EXCEL = gettext_lazy("an old or binary Excel file")
ANOTHER_DOCUMENT = gettext_lazy("a document of another program")
APPLE_DOCUMENT = gettext_lazy("an Apple Numbers or Pages file")
PICTURE = gettext_lazy("a picture")
COMPRESSED = gettext_lazy("a compressed folder")
WEB_PAGE = gettext_lazy("a web page")
JSON = gettext_lazy("a JSON file")

# What other files begin with, and what people call them.
BEGINNINGS = [
    (b"%PDF", gettext_lazy("a PDF file")),
    (b"\xff\xd8\xff", PICTURE),
    (b"\x89PNG", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\x00", PICTURE),
    (b"MM\x00*", PICTURE),
    (b"{\\rtf", ANOTHER_DOCUMENT),
    (b"7z\xbc\xaf\x27\x1c", COMPRESSED),
    (b"Rar!", COMPRESSED),
    (b"\x1f\x8b", COMPRESSED),
    (b"BZh", COMPRESSED),
    (b"\xfd7zXZ", COMPRESSED),
    (b"SQLite format 3", gettext_lazy("a database")),
]
DATA = re.compile(rb"(\xef\xbb\xbf)?\s*(\[\s*)?\{\s*[\"}]")
MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"<head", b"<svg")


class SheetFormat(TextChoices):
    """The formats that are read."""

    CSV = "csv", pgettext_lazy("file format", "CSV")
    XLSX = "xlsx", pgettext_lazy("file format", "Excel")
    ODS = "ods", pgettext_lazy("file format", "OpenDocument")
    VCARD = "vcard", pgettext_lazy("file format", "vCard")
    BUNDLE = "bundle", pgettext_lazy("file format", "the files of a mailing list")


class Source:
    """A file by its path, or an open binary file that can go back to its beginning (an upload, say)."""

    def __init__(self, given: str | Path | IO[bytes]) -> None:
        self.given = given

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The file, at its beginning. Only one reader at a time where an open file was given."""
        if isinstance(self.given, str | Path):
            with Path(self.given).open("rb") as file:
                yield file
        else:
            self.given.seek(0)
            yield self.given

    def size(self) -> int:
        """Bytes."""
        with self.open() as file:
            return file.seek(0, 2) or file.tell()


def recognise(source: Source, limits: Limits) -> SheetFormat:
    """Which format a file has, by its content: names lie.

    Raises SheetRefused where it is empty, too big, or not a sheet.
    """
    if (size := source.size()) > limits.size:
        raise too_big(size, limits)
    with source.open() as file:
        head = file.read(HEAD)
        if not head.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
            raise empty()
        if head.startswith(ZIPPED):
            with open_archive(file, limits) as archive:
                return _recognise_archive(archive)
        if head.startswith(OLD_OFFICE):
            file.seek(0)
            raise password_protected() if ENCRYPTED_PACKAGE in file.read() else not_a_sheet(OLD_EXCEL)
    if BEGINS.match(head):
        return SheetFormat.VCARD
    for beginning, kind in BEGINNINGS:
        if head.startswith(beginning):
            raise not_a_sheet(kind)
    if DATA.match(head):
        raise not_a_sheet(JSON)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(MARKUP):
        raise not_a_sheet(WEB_PAGE)
    return SheetFormat.CSV


def empty() -> SheetRefused:
    """The refusal of a file with nothing in it."""
    return SheetRefused(_("This file is empty."), code="empty")


def not_a_sheet(kind: object) -> SheetRefused:
    """The refusal of another kind of file, `kind` being what people call it."""
    sentence = _(
        "This is %(kind)s, not a sheet that can be read: save it as CSV, Excel (.xlsx) or OpenDocument (.ods)."
    )
    return SheetRefused(sentence % {"kind": kind}, code="not_a_sheet")


def _recognise_archive(archive: Archive) -> SheetFormat:
    if "mimetype" in archive:
        if not archive.beginning("mimetype").startswith(ODS_TYPE):
            raise not_a_sheet(ANOTHER_DOCUMENT)
        if b"encryption-data" in archive.beginning("META-INF/manifest.xml"):
            raise password_protected()
        return SheetFormat.ODS
    if "[Content_Types].xml" in archive:
        types = archive.beginning("[Content_Types].xml")
        if b"sheet.binary" in types:
            raise not_a_sheet(OLD_EXCEL)
        if b"spreadsheetml" not in types:
            raise not_a_sheet(ANOTHER_DOCUMENT)
        return SheetFormat.XLSX
    if is_bundle(archive):
        return SheetFormat.BUNDLE
    raise not_a_sheet(APPLE_DOCUMENT if any(name.endswith(".iwa") for name in archive.names) else COMPRESSED)
