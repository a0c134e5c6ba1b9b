"""What a given file is: told from its own first bytes and parts, never from its name alone."""

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from m4c.core.errors import Refused
from m4c.people.models import DocumentVersion

Type = DocumentVersion.Type
BEGINNING = 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word and Excel before 2007, and newer ones with a password
MICROSOFT = {"word/document.xml": Type.DOCX, "xl/workbook.xml": Type.XLSX, "ppt/presentation.xml": Type.PPTX}
OPEN = {
    b"application/vnd.oasis.opendocument.text": Type.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Type.ODS,
    b"application/vnd.oasis.opendocument.presentation": Type.ODP,
}
TEXTS = {".txt": Type.TXT, ".csv": Type.CSV}
LONGEST_MARK = 200  # bytes of an OpenDocument's own word of what it is


class DocumentRefused(Refused):
    """The file is none that we keep."""


def type_of(given: IO[bytes], name: str) -> Type:
    """What a file is. Raises DocumentRefused for anything else, with macros, or that is not what its name says."""
    given.seek(0)
    beginning = given.read(BEGINNING)
    ending = Path(name).suffix.lower().replace(".jpeg", ".jpg")
    found = next((kind for looks, kind in LOOKS if looks(beginning)), None)
    if beginning.startswith(b"PK"):
        found = zipped_type(given)
    elif found is None and ending in TEXTS and is_text(given):
        found = TEXTS[ending]
    if found is None:
        raise not_taken(name, beginning)
    if ending != f".{found}":
        raise DocumentRefused(
            _("“{name}” is not what its name says: it holds {what}.").format(name=name, what=found.label),
            field="file",
            code="wrong_name",
        )
    return found


LOOKS: list[tuple[Callable[[bytes], bool], Type]] = [
    (lambda beginning: beginning.startswith(b"%PDF-"), Type.PDF),
    (lambda beginning: beginning.startswith(b"\x89PNG\r\n\x1a\n"), Type.PNG),
    (lambda beginning: beginning.startswith(b"\xff\xd8\xff"), Type.JPG),
]


def zipped_type(given: IO[bytes]) -> Type | None:
    """What a zipped document is, by the parts it names; nothing of it is unpacked but its own word of what it is."""
    try:
        given.seek(0)
        with zipfile.ZipFile(given) as zipped:
            names = set(zipped.namelist())
            if any(name.casefold().endswith("vbaproject.bin") for name in names):
                raise DocumentRefused(
                    _("The file holds macros, which can do harm: save it without them."), field="file", code="macros"
                )
            if "mimetype" in names:
                with zipped.open("mimetype") as mark:
                    return OPEN.get(mark.read(LONGEST_MARK).strip())
            return next((kind for part, kind in MICROSOFT.items() if part in names), None)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError, RuntimeError, zlib.error):
        return None


def is_text(given: IO[bytes]) -> bool:
    """Whether the whole file is text in UTF-8."""
    given.seek(0)
    try:
        return "\0" not in given.read().decode()
    except UnicodeDecodeError:
        return False


def not_taken(name: str, beginning: bytes) -> DocumentRefused:
    """The refusal of what we take no documents of."""
    if beginning.startswith(OLD_OFFICE):
        return DocumentRefused(
            _("“{name}” is in an old format, or opens with a password only: save it anew, or as PDF.").format(
                name=name
            ),
            field="file",
            code="old_format",
        )
    return DocumentRefused(
        _("We keep PDF, Word, Excel, PowerPoint, OpenDocument, plain text, CSV and pictures; “{name}” is none.").format(
            name=name
        ),
        field="file",
        code="unknown_type",
    )
