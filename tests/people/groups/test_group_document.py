"""A group's documents: kept by version, told by what they are, opened by whom the group chose, and taken away."""

from datetime import datetime
from pathlib import Path

import pytest

from m4c.core.errors import NotAllowed
from m4c.people.documents.files import GivenFile, path_of, take_file
from m4c.people.documents.sniffing import DocumentRefused
from m4c.people.models import DocumentVersion, GroupDocument
from m4c.people.operations.group_document import keep_document, keep_version, say_audience, withdraw_version
from tests.cast import PERSONAS, Cast
from tests.factories import doers, seers
from tests.importing import data_folder
from tests.people.groups.making import DOCX, ODT, PDF, PNG, XLSM, upload, zipped

__all__ = ["data_folder"]


def given(name: str = "constitution.pdf", content: bytes = PDF) -> GivenFile:
    return take_file(upload(name, content), name)


def kept(cast: Cast, now: datetime, audience: str = "group") -> tuple[GroupDocument, DocumentVersion]:
    file = given()
    rows = keep_document(
        group=cast.cardiff, title=" Constitution ", given=file, audience=audience, at=now, by=cast.leader
    )
    return rows[0], rows[1]  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", PDF, "pdf"),
        ("A.PDF", PDF, "pdf"),
        ("a.png", PNG, "png"),
        ("a.jpeg", b"\xff\xd8\xff\xe0" + b"\0" * 20, "jpg"),
        ("a.docx", DOCX, "docx"),
        ("a.odt", ODT, "odt"),
        ("minutes.txt", "Cofnodion: Siân, Llŷr".encode(), "txt"),
        ("a.csv", b"a,b\n1,2\n", "csv"),
    ],
)
def test_file_is_told_by_what_it_is(name: str, content: bytes, kind: str) -> None:
    file = given(name, content)

    assert (file.type, file.size, file.file_name) == (kind, len(content), name)
    assert path_of(file.uid).read_bytes() == content
    assert path_of(file.uid).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"MZ\x90\0 a program", "unknown_type"),
        ("a.exe", PDF, "wrong_name"),
        ("a.docx", PDF, "wrong_name"),
        ("a.html", b"<script>alert(1)</script>", "unknown_type"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown_type"),
        ("a.txt", b"\xff\xfe\0bytes", "unknown_type"),
        ("a.xlsm", XLSM, "macros"),
        ("a.xlsx", XLSM, "macros"),
        ("a.zip", zipped(a_txt="x"), "unknown_type"),
        ("a.docx", b"PK\x03\x04 broken", "unknown_type"),
        ("a.docx", DOCX[:-10], "unknown_type"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 20, "old_format"),
        ("big.pdf", PDF + b"\0" * 10_000_000, "too_large"),
    ],
)
def test_file_is_refused_with_a_sentence(name: str, content: bytes, code: str, data_folder: Path) -> None:
    with pytest.raises(DocumentRefused) as refused:
        given(name, content)

    assert (refused.value.code, refused.value.field) == (code, "file")
    assert not list((data_folder / "documents").glob("*")) if (data_folder / "documents").exists() else True


@pytest.mark.parametrize("name", ["../../etc/passwd.pdf", "C:\\temp\\passwd.pdf", "a\0b.pdf", "x" * 400 + ".pdf"])
def test_name_of_a_file_leads_nowhere(name: str) -> None:
    file = given(name)

    assert (file.file_name.count("/"), file.file_name.count("\\"), len(file.file_name) <= 200) == (0, 0, True)
    assert "\0" not in file.file_name


def test_keep_document_with_its_first_version(cast: Cast, now: datetime) -> None:
    document, version = kept(cast, now)

    assert (document.title, document.audience, document.group) == ("Constitution", "group", cast.cardiff)
    assert (version.number, version.type, version.by, version.at) == (1, "pdf", cast.leader, now)


def test_new_version_leaves_the_earlier_one(cast: Cast, now: datetime) -> None:
    document, first = kept(cast, now)
    second = keep_version(
        document=document, given=given("new.pdf", PDF + b"2"), remark="Two chairs", at=now, by=cast.organiser
    )
    told = list(DocumentVersion.objects.filter(document=document).values_list("number", "remark"))

    assert told == [(2, "Two chairs"), (1, "")]
    assert (path_of(first.uid).exists(), path_of(second.uid).exists()) == (True, True)


def test_the_very_same_file_is_no_new_version(cast: Cast, now: datetime) -> None:
    document, _first = kept(cast, now)
    with pytest.raises(DocumentRefused, match="there already"):
        keep_version(document=document, given=given(), at=now, by=cast.organiser)


@pytest.mark.parametrize(("changes", "code"), [({"title": " "}, "blank"), ({"audience": "world"}, "audience")])
def test_keep_document_refuses(cast: Cast, now: datetime, changes: dict[str, str], code: str) -> None:
    facts = {"group": cast.cardiff, "title": "Minutes", "given": given(), "at": now, "by": cast.leader}
    with pytest.raises(DocumentRefused) as refused:
        keep_document(**(facts | changes))  # type: ignore[arg-type]

    assert refused.value.code == code


def test_version_taken_away_leaves_its_line(cast: Cast, now: datetime, django_capture_on_commit_callbacks) -> None:
    _document, version = kept(cast, now)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_version(version=version, at=now, by=cast.organiser)
    row = DocumentVersion.objects.get()

    assert (path_of(version.uid).exists(), row.withdrawn_by, row.withdrawn_at) == (False, cast.organiser, now)
    with pytest.raises(DocumentRefused, match="already"):
        withdraw_version(version=row, at=now, by=cast.organiser)


def test_documents_are_for_the_groups_own_people(cast: Cast, now: datetime) -> None:
    document, version = kept(cast, now)
    own = {"member", "leader", "organiser", "editor", "treasurer", "protected_member"}
    above = {"national_organiser", "data_protection"}
    belongs = {"coalition_organiser"}  # who is of Cardiff too

    assert seers(cast, document) == seers(cast, version) == own | above | belongs
    say_audience(document=document, audience="everybody", by=cast.leader)
    assert seers(cast, document) == set(PERSONAS)


def test_only_who_looks_after_the_group_keeps_documents(cast: Cast, now: datetime) -> None:
    document, version = kept(cast, now)
    file = given("x.pdf", PDF + b"3")

    assert doers(lambda by: say_audience(document=document, audience="group", by=by), cast) == {
        "leader",
        "organiser",
        "national_organiser",
    }
    for act in (
        lambda: keep_version(document=document, given=file, at=now, by=cast.member),
        lambda: withdraw_version(version=version, at=now, by=cast.organiser_elsewhere),
        lambda: keep_document(group=cast.cardiff, title="x", given=file, at=now, by=cast.treasurer),
    ):
        with pytest.raises(NotAllowed):
            act()
