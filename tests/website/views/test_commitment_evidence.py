"""A stranger's file of evidence: taken in by the link alone, told to nobody, and opened by everybody only if chosen."""

from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from m4c.commitments.models import Commitment, Progress
from m4c.commitments.operations.evidence_file import hide_evidence_file, show_evidence_file
from m4c.commitments.operations.progress import confirm_evidence, strike_progress
from m4c.commitments.watching.files import MOST_BODY
from m4c.people.documents.files import folder, path_of
from m4c.website.commitment_forms import EvidenceForm
from tests.cast import Cast
from tests.commitments.filing import PDF, brought, picture
from tests.commitments.promising import a_link, a_promise
from tests.factories import NOW, signed_in, words_of
from tests.website.views.test_commitment_links import EVIDENCE, evidence_page, sent


@pytest.fixture(autouse=True)
def fresh_limits(cast: Cast) -> None:
    """No attempt has been made yet."""
    cache.clear()


def given(content: bytes, name: str) -> dict[str, Any]:
    """What a browser sends, with a file."""
    return EVIDENCE | {"file": SimpleUploadedFile(name, content)}


def opened(entry: Progress, slug: str = "") -> Any:
    """What a stranger gets who asks for the file."""
    return Client().get(reverse("public-evidence", kwargs={"slug": slug or entry.commitment.slug, "uid": entry.uid}))


def test_a_picture_comes_in_by_the_link_and_is_held(cast: Cast) -> None:
    page = evidence_page(cast)
    assert 'enctype="multipart/form-data"' in Client().get(page).content.decode()
    answer = sent(page, EvidenceForm, given(picture().content, "Nerys at the fence.jpg"))
    assert answer.url == reverse("evidence-sent")
    held = Progress.objects.held().get()
    assert held.file_uid
    with Image.open(path_of(held.file_uid)) as kept:
        assert not dict(kept.getexif())
    held.commitment.published_at = NOW
    held.commitment.save()
    assert opened(held).status_code == 404


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"MZ a program", "fence.jpg", "is none"),
        (PDF, "fence.jpg", "is not what its name says"),
        (b"\xff\xd8\xff nothing", "fence.jpg", "The picture is broken"),
        (b"", "fence.pdf", "The file is empty"),
    ],
)
def test_what_is_not_taken_comes_back_with_the_words(cast: Cast, content: bytes, name: str, says: str) -> None:
    before = set(folder().iterdir())
    said = words_of(sent(evidence_page(cast), EvidenceForm, given(content, name)), 422)
    assert says in said
    assert "She came to our stairs" in said
    assert (Progress.objects.count(), set(folder().iterdir())) == (0, before)


def test_a_huge_file_is_read_no_further(cast: Cast) -> None:
    page = evidence_page(cast)
    answer = Client().post(page, EVIDENCE, headers={"content-length": str(MOST_BODY + 1)})
    assert "What you sent is too large" in words_of(answer, 413)
    assert Progress.objects.count() == 0


def test_everybody_opens_it_once_confirmed_chosen_and_public_and_by_no_name_of_its_own(cast: Cast) -> None:
    promise = a_promise(cast)
    entry = brought(cast, picture("Nerys Jones.jpg"), a_link(cast, promise).token)
    confirm_evidence(progress=entry, kind="step", at=NOW, by=cast.leader)
    assert opened(entry).status_code == 404
    show_evidence_file(progress=entry, at=NOW, by=cast.leader)
    assert opened(entry).status_code == 404
    Commitment.objects.filter(pk=promise.pk).update(published_at=NOW)
    answer = opened(entry)
    assert (answer.status_code, answer["Content-Type"], answer["X-Content-Type-Options"]) == (
        200,
        "image/jpeg",
        "nosniff",
    )
    assert "Nerys" not in answer["Content-Disposition"]
    assert opened(entry, a_promise(cast, published_at=NOW).slug).status_code == 404
    hide_evidence_file(progress=entry, by=cast.leader)
    assert opened(entry).status_code == 404
    show_evidence_file(progress=entry, at=NOW, by=cast.leader)
    strike_progress(progress=entry, because="Another fence", at=NOW, by=cast.leader)
    assert opened(entry).status_code == 404


def test_what_is_held_is_opened_by_its_keepers_alone(cast: Cast) -> None:
    promise = a_promise(cast, keeper=cast.person("member"))
    entry = brought(cast, token=a_link(cast, promise).token)
    url = reverse("progress-file", kwargs={"uid": entry.uid})
    may = {"leader": 200, "member": 200, "editor": 404, "leader_elsewhere": 404, "data_protection": 404}
    assert {who: signed_in(cast, who).get(url).status_code for who in may} == may
    assert Client().get(url).status_code == 302
    answer = signed_in(cast, "leader").get(url)
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Cache-Control"].startswith("private, no-store")
    page = words_of(signed_in(cast, "leader").get(reverse("progress-entry", kwargs={"uid": entry.uid})))
    assert "IMG_2041.jpg" in page
    assert "Everybody may open the file too" in page
    assert "IMG_2041.jpg" not in words_of(signed_in(cast, "editor").get(reverse("progress-entry", args=[entry.uid])))


def test_a_document_is_saved_and_never_shown_within_our_pages(cast: Cast) -> None:
    promise, client = a_promise(cast), signed_in(cast, "leader")
    home = reverse("commitment-progress", kwargs={"uid": promise.uid})
    said = {"kind": "step", "on": "2026-10-05", "words": "A letter came", "says_who": "The tenants"}
    wrong = words_of(client.post(home, said | {"file": SimpleUploadedFile("letter.docx", PDF)}), 422)
    assert "is not what its name says" in wrong
    assert "A letter came" in wrong
    client.post(home, said | {"file": SimpleUploadedFile("letter.pdf", PDF)})
    entry = Progress.objects.get()
    answer = client.get(reverse("progress-file", kwargs={"uid": entry.uid}))
    assert answer["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert b"".join(answer) == PDF
    client.post(reverse("show-progress-file", kwargs={"uid": entry.uid}))
    entry.refresh_from_db()
    assert entry.file_shown_at
    client.post(reverse("hide-progress-file", kwargs={"uid": entry.uid}))
    client.post(reverse("take-progress-file-away", kwargs={"uid": entry.uid}))
    assert Progress.objects.filter(file_uid=None, file_shown_at=None).exists()
    client.post(reverse("keep-progress-file", kwargs={"uid": entry.uid}), {"file": picture()})
    entry.refresh_from_db()
    assert entry.file_type == "jpg"
