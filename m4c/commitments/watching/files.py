"""Files of evidence: taken in with nothing of where a picture was taken, opened by whoever may, and let go."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse

from m4c.commitments.models import Commitment, Progress
from m4c.core.operations import change
from m4c.people.documents.files import MEDIA, PICTURES, GivenFile, Type, forget_file, path_of, take_file

MOST_BYTES = 8_000_000
MOST_BODY = MOST_BYTES + 500_000  # of all that is sent with it
NO_FILE: dict[str, Any] = {
    "file_uid": None,
    "file_name": "",
    "file_type": "",
    "file_size": None,
    "file_shown_at": None,
    "file_shown_by": None,
}


def public_file(slug: str, uid: UUID) -> Progress | None:
    """The entry whose file everybody may open: it counts, its page is public, and a keeper chose so."""
    shown = Progress.objects.standing().filter(file_uid__isnull=False, file_shown_at__isnull=False)
    public = Commitment.objects.public().filter(slug=slug)
    return shown.filter(uid=uid, commitment__in=public).select_related("commitment").first()


def file_fields(given: GivenFile | None) -> dict[str, Any]:
    """What an entry keeps of its file."""
    if given is None:
        return {}
    return {"file_uid": given.uid, "file_name": given.file_name, "file_type": given.type, "file_size": given.size}


@contextmanager
def taken_in(upload: "UploadedFile[Any] | None") -> Iterator[GivenFile | None]:
    """A file that was sent, kept for an entry; nothing of it stays where no entry came to hold it. Raises
    DocumentRefused.
    """
    given = take_file(upload, upload.name or "", most=MOST_BYTES, bare=True) if upload else None
    try:
        yield given
    finally:
        if given and not Progress.objects.filter(file_uid=given.uid).exists():
            forget_file(given.uid)


def let_file_go(entry: Progress) -> None:
    """Take the file of an entry away for good, once all else is committed."""
    if entry.file_uid:
        transaction.on_commit(partial(forget_file, entry.file_uid))
    change(entry, **NO_FILE)


def answer_with(entry: Progress, *, is_public: bool) -> HttpResponse:
    """The file of an entry: a picture as it is, for we drew it ourselves, and all else to be saved. Its own name may
    say who somebody is, so everybody gets it by the reference and the day. Raises Http404.
    """
    path = path_of(entry.file_uid or UUID(int=0))
    if not entry.file_uid or not path.exists():
        raise Http404
    kind = Type(entry.file_type)
    name = f"{entry.commitment.slug}-{entry.on:%Y-%m-%d}.{kind}" if is_public else entry.file_name
    response = FileResponse(
        path.open("rb"), as_attachment=kind not in PICTURES, filename=name, content_type=MEDIA[kind]
    )
    response["Cache-Control"] = "no-cache" if is_public else "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response  # type: ignore[return-value]  # it streams, and is an answer all the same
