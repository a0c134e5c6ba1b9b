"""The file of an entry: kept without traces, held until confirmed, public by choice alone, and gone when it goes."""

import pytest
from django.db import IntegrityError, transaction
from PIL import Image

from m4c.commitments.models import Progress
from m4c.commitments.operations import evidence_link
from m4c.commitments.operations.evidence_file import (
    hide_evidence_file,
    keep_evidence_file,
    show_evidence_file,
    take_evidence_file_away,
)
from m4c.commitments.operations.evidence_link import EvidenceLinkRefused, end_evidence_link
from m4c.commitments.operations.progress import add_progress, confirm_evidence, refuse_evidence, strike_progress
from m4c.commitments.watching.entries import ProgressRefused
from m4c.commitments.watching.files import taken_in
from m4c.people.documents.files import folder, path_of, take_file
from m4c.people.documents.sniffing import DocumentRefused
from m4c.people.models import Account
from tests.cast import Cast
from tests.commitments.filing import PDF, Upload, brought, huge_picture, picture
from tests.commitments.promising import a_link, a_promise, an_entry, new_entry
from tests.factories import NOW, doers


def files() -> set[str]:
    """What lies there."""
    return {path.name for path in folder().iterdir()}


def test_a_picture_keeps_nothing_of_where_and_by_whom_it_was_taken(cast: Cast) -> None:
    entry = brought(cast)
    assert (entry.file_name, entry.file_type, entry.file_shown_at) == ("IMG_2041.jpg", "jpg", None)
    assert entry.file_uid
    path = path_of(entry.file_uid)
    assert path.stat().st_size == entry.file_size
    assert b"Camera of Nerys" not in path.read_bytes()
    with Image.open(path) as kept:
        assert (kept.size, dict(kept.getexif())) == ((40, 30), {})


@pytest.mark.parametrize(
    ("upload", "code"),
    [
        (Upload(b"MZ\x90\0 a program", "picture.jpg"), "unknown_type"),
        (Upload(PDF, "letter.jpg"), "wrong_name"),
        (Upload(b"\xff\xd8\xff\xe0 no picture", "picture.jpg"), "broken_picture"),
        (Upload(b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "map.svg"), "unknown_type"),
        (Upload(b"<html><script>1</script>", "page.html"), "unknown_type"),
        (Upload(b"", "empty.pdf"), "empty"),
        (Upload(PDF + b"0" * 8_000_000, "long.pdf"), "too_large"),
        (huge_picture(), "too_many_pixels"),
    ],
)
def test_what_is_not_what_it_says_or_too_large_leaves_nothing_behind(cast: Cast, upload: Upload, code: str) -> None:
    before = files()
    with pytest.raises(DocumentRefused) as refused:
        brought(cast, upload)
    assert (refused.value.code, refused.value.field) == (code, "file")
    assert (Progress.objects.count(), files()) == (0, before)


def test_a_refused_entry_leaves_no_file_behind_nor_does_the_same_sent_twice(cast: Cast) -> None:
    made, before = a_link(cast), files()
    first = brought(cast, token=made.token)
    assert brought(cast, token=made.token) == first
    assert first.file_uid
    assert files() == before | {first.file_uid.hex}
    end_evidence_link(link=made.link, at=NOW, by=cast.leader)
    with pytest.raises(EvidenceLinkRefused):
        brought(cast, token=made.token, words="Again")
    assert files() == before | {first.file_uid.hex}


def test_a_flood_of_files_reaches_an_end(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_link, "MOST_FILES", 1)
    token, before = a_link(cast).token, len(files())
    brought(cast, token=token)
    with pytest.raises(EvidenceLinkRefused) as refused:
        brought(cast, token=token, words="One more")
    assert (refused.value.code, len(files())) == ("too_many_files", before + 1)


def test_confirmed_it_is_public_only_if_that_is_chosen(cast: Cast) -> None:
    closed, opened = brought(cast), brought(cast)
    with pytest.raises(ProgressRefused) as refused:
        show_evidence_file(progress=closed, at=NOW, by=cast.leader)
    assert refused.value.code == "not_confirmed"
    with pytest.raises(IntegrityError), transaction.atomic():
        Progress.objects.filter(pk=closed.pk).update(file_shown_at=NOW, file_shown_by=cast.leader)
    confirm_evidence(progress=closed, kind="step", at=NOW, by=cast.leader)
    confirm_evidence(progress=opened, kind="step", shows_file=True, at=NOW, by=cast.leader)
    assert (closed.file_shown_at, opened.file_shown_at, opened.file_shown_by) == (None, NOW, cast.leader)
    show_evidence_file(progress=closed, at=NOW, by=cast.organiser)
    hide_evidence_file(progress=opened, by=cast.leader)
    assert (closed.file_shown_by, opened.file_shown_at) == (cast.organiser, None)


def test_refused_or_taken_away_the_file_goes_for_good(cast: Cast, django_capture_on_commit_callbacks: type) -> None:
    first, second = brought(cast), brought(cast)
    uids = [entry.file_uid for entry in (first, second)]
    assert all(uid and path_of(uid).exists() for uid in uids)
    with django_capture_on_commit_callbacks(execute=True):
        refuse_evidence(progress=first, because="Another fence", at=NOW, by=cast.leader)
        take_evidence_file_away(progress=second, by=cast.leader)
        take_evidence_file_away(progress=second, by=cast.leader)
    assert [entry.file_uid for entry in (first, second)] == [None, None]
    assert not any(uid and path_of(uid).exists() for uid in uids)


def test_one_of_our_own_has_a_file_that_shows_it(cast: Cast) -> None:
    promise = a_promise(cast)
    with taken_in(Upload(PDF, "minutes.pdf")) as file:
        entry = add_progress(commitment=promise, new=new_entry(evidence="", file=file), at=NOW, by=cast.leader)
    assert (entry.file_name, entry.file_type) == ("minutes.pdf", "pdf")
    given = take_file(picture(), "a.jpg")
    with pytest.raises(ProgressRefused) as refused:
        keep_evidence_file(progress=entry, given=given, by=cast.leader)
    assert refused.value.code == "has_file"
    struck = an_entry(cast, promise)
    strike_progress(progress=struck, because="Another", at=NOW, by=cast.leader)
    with pytest.raises(ProgressRefused) as refused:
        keep_evidence_file(progress=struck, given=given, by=cast.leader)
    assert refused.value.code == "settled"


def test_who_may_keep_show_hide_and_take_away(cast: Cast) -> None:
    promise = a_promise(cast, keeper=cast.person("member"))
    entry, may = an_entry(cast, promise), {"leader", "organiser", "national_organiser", "member"}

    def anew(by: Account) -> None:
        Progress.objects.filter(pk=entry.pk).update(file_uid=None)
        keep_evidence_file(progress=entry, given=take_file(picture(), "a.jpg"), by=by)

    assert doers(anew, cast) == may
    entry.refresh_from_db()
    keep_evidence_file(progress=entry, given=take_file(picture(), "a.jpg"), by=cast.leader)
    assert doers(lambda by: show_evidence_file(progress=entry, at=NOW, by=by), cast) == may
    assert doers(lambda by: hide_evidence_file(progress=entry, by=by), cast) == may
    assert doers(lambda by: take_evidence_file_away(progress=entry, by=by), cast) == may
