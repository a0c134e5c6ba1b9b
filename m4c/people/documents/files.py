"""Taking a document's file in, once it is known what it is; where it lies; and removing it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from m4c.core.models.record import new_uid
from m4c.people.documents.pictures import clean_picture
from m4c.people.documents.sniffing import DocumentRefused, type_of
from m4c.people.models import DocumentVersion

MOST_BYTES = 10_000_000
LONGEST_NAME = 200
Type = DocumentVersion.Type

MEDIA = {
    Type.PDF: "application/pdf",
    Type.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Type.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Type.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    Type.ODT: "application/vnd.oasis.opendocument.text",
    Type.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Type.ODP: "application/vnd.oasis.opendocument.presentation",
    Type.TXT: "text/plain; charset=utf-8",
    Type.CSV: "text/csv; charset=utf-8",
    Type.PNG: "image/png",
    Type.JPG: "image/jpeg",
}


PICTURES = (Type.PNG, Type.JPG)


@dataclass(frozen=True)
class GivenFile:
    """A file that was taken in and belongs to no version yet."""

    uid: UUID
    file_name: str
    type: str
    size: int
    fingerprint: str


def folder() -> Path:
    """Where the files lie, each under the uid of its version."""
    place = Path(settings.DATA_DIR) / "documents"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def path_of(uid: UUID) -> Path:
    """The file of a version."""
    return folder() / uid.hex


def take_file(given: IO[bytes], name: str, *, most: int = MOST_BYTES, bare: bool = False) -> GivenFile:
    """Keep a file for a version that is not yet written. Raises DocumentRefused for what we take no documents of.

    `bare` draws pictures anew, so that nothing says where and when they were taken.
    """
    size = given.seek(0, 2)
    given.seek(0)
    if not size:
        raise DocumentRefused(_("The file is empty."), field="file", code="empty")
    if size > most:
        raise DocumentRefused(
            _("The file is larger than {most} MB: make it smaller, or part it.").format(most=most // 1_000_000),
            field="file",
            code="too_large",
        )
    file_name = Path(name.replace("\\", "/")).name.replace("\0", "")[-LONGEST_NAME:]
    kind = type_of(given, file_name)
    if bare and kind in PICTURES:
        given = clean_picture(given, kind)
        size = given.seek(0, 2)
    uid, digest = new_uid(), hashlib.sha256()
    given.seek(0)
    path = path_of(uid)
    path.touch(mode=0o600)
    with path.open("wb") as kept:
        while block := given.read(1 << 20):
            digest.update(block)
            kept.write(block)
    return GivenFile(uid, file_name, kind, size, digest.hexdigest())


def forget_file(uid: UUID) -> None:
    """Remove the file of a version, if it is still there."""
    path_of(uid).unlink(missing_ok=True)
