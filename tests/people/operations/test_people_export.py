"""Exports of people: of what one may see, on record, never of somebody kept safe, and open no more once anybody is."""

import csv
import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader

from m4c.core.errors import NotAllowed
from m4c.core.permissions import Role
from m4c.core.worker import run_waiting
from m4c.people.exports import files, paper, whom
from m4c.people.exports import tasks as export_tasks
from m4c.people.exports.fields import USUAL, fields_for
from m4c.people.models import Account, Channel, Consent, PeopleExport, Person, Purpose
from m4c.people.operations.consent import record_consent
from m4c.people.operations.own_field import NewField, fill_own_fields, make_own_field
from m4c.people.operations.people_export import (
    ExportRefused,
    Wanted,
    fail_export,
    forget_exports,
    keep_export,
    request_export,
)
from m4c.people.operations.person import NewPerson, add_people, record_death
from m4c.people.operations.protection import keep_safe
from m4c.people.permissions import EXPORT_PEOPLE
from m4c.people.sheets.reading import open_sheet
from tests.cast import THEN, Cast
from tests.factories import TODAY
from tests.importing import data_folder

__all__ = ["data_folder"]

NERYS = NewPerson(given_name="Nerys", family_name="=1+1", emails=["nerys@example.org"], phones=["+353871234567"],
                  address="4 Elm Row", postcode="CF3 0LN")  # fmt: skip


@pytest.fixture
def nerys(cast: Cast) -> Person:
    return add_people(group=cast.cardiff, rows=[NERYS], by=cast.organiser)[0]


def asked(by: Account, **given: Any) -> PeopleExport:
    wanted = {"format": "csv", "purpose": "Invitations", "chosen": USUAL} | given
    return request_export(groups=by.groups_for(EXPORT_PEOPLE), wanted=Wanted(**wanted), by=by, at=timezone.now())


def made(by: Account, **given: Any) -> bytes:
    export = asked(by, **given)
    run_waiting()
    return files.path_of(export).read_bytes()


def rows(content: bytes) -> dict[str, dict[str, str]]:
    return {row["uuid"]: row for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))}


def test_csv_has_action_networks_names_and_no_formula(cast: Cast, nerys: Person):
    row = rows(made(cast.organiser))[str(nerys.uid)]
    assert list(row) == USUAL
    assert (row["last_name"], row["can2_phone"], row["email"]) == ("'=1+1", "'+353871234567", "nerys@example.org")
    assert (row["zip_code"], row["can2_subscription_status"], row["groups"]) == ("CF3 0LN", "never", "Cardiff")


def test_who_it_is_of_is_what_one_may_see(cast: Cast):
    found = set(rows(made(cast.organiser)))
    seen = (
        Person.objects.visible_to(cast.organiser).filter(died_on=None).exclude(pk=cast.protected_member.person_id or 0)
    )
    assert found == {str(uid) for uid in seen.values_list("uid", flat=True)}
    assert found
    elsewhere = set(rows(made(cast.organiser_elsewhere)))
    assert not found & elsewhere


def test_filter_is_that_of_the_list(cast: Cast, nerys: Person):
    assert set(rows(made(cast.organiser, asked_for="q=nerys&group=cardiff"))) == {str(nerys.uid)}


def test_nobody_kept_safe_and_nobody_who_died(cast: Cast, nerys: Person):
    record_death(person=nerys, on=timezone.localdate(), by=cast.organiser)
    by_contact = rows(made(cast.national_organiser))
    assert str(nerys.uid) not in by_contact
    assert str(Person.objects.get(pk=cast.protected_member.person_id or 0).uid) not in by_contact
    assert str(nerys.uid) in rows(made(cast.organiser, with_died=True))


def test_record_says_who_when_why_how_many_and_to_whom(cast: Cast, nerys: Person):
    made(cast.organiser, asked_for="q=nerys", recipient="Elm Row Printers")
    export = PeopleExport.objects.get()
    assert (export.requested_by, export.purpose, export.recipient) == (
        cast.organiser, "Invitations", "Elm Row Printers",
    )  # fmt: skip
    assert (export.count, export.asked_for, export.chosen) == (1, "q=nerys", USUAL)


def test_workbook_cards_and_json(cast: Cast, nerys: Person, tmp_path: Any):
    only = {"asked_for": "q=nerys"}
    path = tmp_path / "people.xlsx"
    path.write_bytes(made(cast.organiser, format="xlsx", **only))
    assert [row.cells[2] for row in open_sheet(path).rows()] == ["=1+1"], "the mark before a formula is taken off again"
    card = made(cast.organiser, format="vcard", **only).decode()
    assert "FN:Nerys =1+1\r\n" in card
    assert "TEL;VALUE=uri:tel:+353871234567\r\n" in card
    told = json.loads(made(cast.organiser, format="json", **only))
    assert [(each["uuid"], each["email"]) for each in told] == [(str(nerys.uid), "nerys@example.org")]
    assert json.loads(made(cast.organiser, format="json", asked_for="q=nobodyatall")) == []


@pytest.mark.slow
@pytest.mark.parametrize("format_", ["labels", "letters"])
def test_paper_leaves_out_who_objects_to_post(cast: Cast, nerys: Person, format_: str):
    given = {"format": format_, "asked_for": "q=nerys", "letter": "Come to the *assembly*.\n\nBring a friend."}
    assert made(cast.organiser, **given).startswith(b"%PDF")
    people = next(whom.read(PeopleExport.objects.get()))
    assert len(list(files.post_to([people]))) == 1
    record_consent(
        person=nerys, channel=Channel.POST, purpose=Purpose.ALL, state=Consent.State.OBJECTED, at=timezone.now(),
        source="said so", by=cast.organiser,
    )  # fmt: skip
    assert list(files.post_to(whom.read(PeopleExport.objects.get()))) == []


def test_only_who_asked_may_open_and_not_once_somebody_was_kept_safe(cast: Cast, nerys: Person):
    made(cast.organiser)
    opened = PeopleExport.objects.openable_by
    assert (opened(cast.organiser).count(), opened(cast.national_organiser).count()) == (1, 0)
    assert opened(cast.data_protection).count() == 0
    assert PeopleExport.objects.visible_to(cast.data_protection).count() == 1
    assert PeopleExport.objects.visible_to(cast.national_organiser).count() == 0
    keep_safe(person=nerys, by=cast.organiser, at=timezone.now())
    assert opened(cast.organiser).count() == 0


def test_file_is_forgotten_and_its_record_stays(cast: Cast, nerys: Person):
    made(cast.organiser, letter="Dear all")
    export = PeopleExport.objects.get()
    forget_exports(by=Account.objects.of_system(Role.WORKER), at=timezone.now())
    assert files.path_of(export).exists()
    PeopleExport.objects.update(requested_at=timezone.now() - timedelta(days=3))
    export_tasks.forget_old_exports.call()
    export.refresh_from_db()
    assert (files.path_of(export).exists(), export.state, export.letter, export.purpose) == (
        False, "forgotten", "", "Invitations",
    )  # fmt: skip


def test_killed_before_the_file_is_gone_the_next_run_goes_on(
    cast: Cast, nerys: Person, monkeypatch: pytest.MonkeyPatch
):
    def killed(_export: PeopleExport) -> None:
        raise SystemExit

    made(cast.organiser)
    PeopleExport.objects.update(requested_at=timezone.now() - timedelta(days=3))
    with monkeypatch.context() as patched:
        patched.setattr(files, "forget_file", killed)
        with pytest.raises(SystemExit):
            export_tasks.forget_old_exports.call()
    export_tasks.forget_old_exports.call()
    export = PeopleExport.objects.get()
    assert (files.path_of(export).exists(), export.state) == (False, "forgotten")


def test_what_failed_is_told_and_what_was_made_is_counted(cast: Cast):
    worker, now = Account.objects.of_system(Role.WORKER), timezone.now()
    assert fail_export(export=asked(cast.organiser), by=worker, at=now).state == "failed"
    kept = keep_export(export=asked(cast.organiser), count=7, by=worker, at=now)
    assert (kept.state, kept.count) == ("made", 7)


def test_what_is_refused(cast: Cast):
    refused: list[dict[str, Any]] = [{"purpose": " "}, {"chosen": []}, {"format": "letters"}]
    for given in refused:
        with pytest.raises(ExportRefused):
            asked(cast.organiser, **given)
    with pytest.raises(NotAllowed):
        request_export(
            groups=[cast.cardiff],
            wanted=Wanted(format="csv", purpose="Mine", chosen=USUAL),
            by=cast.leader,
            at=timezone.now(),
        )
    for _time in range(3):
        asked(cast.organiser)
    with pytest.raises(ExportRefused):
        asked(cast.organiser)


def test_chunks_cost_the_same_whoever_is_in_them(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    add_people(
        group=cast.cardiff,
        rows=[NewPerson(given_name=f"Nan{number}", emails=[f"nan{number}@example.org"]) for number in range(9)],
        by=cast.organiser,
    )
    export = asked(cast.organiser, asked_for="q=nan")

    def statements(size: int) -> int:
        monkeypatch.setattr(whom, "CHUNK", size)
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert sum(map(len, whom.read(export))) == 9
        return len(caught)

    nine, three = statements(9), statements(3)
    per_chunk = (three - nine) / 2
    assert per_chunk == int(per_chunk) <= 6


def test_a_group_that_one_sees_no_more_is_nobody_and_not_everybody(cast: Cast, nerys: Person):
    export = asked(cast.organiser, asked_for="group=cardiff")
    assert whom.people_of(export).exists()
    export.asked_for = "group=manchester"
    assert not whom.people_of(export).exists()
    for by, asked_for in ((cast.organiser, "group=manchester"), (cast.operator, "grop=cardiff")):
        with pytest.raises(ExportRefused) as refused:
            asked(by, asked_for=asked_for)
        assert refused.value.code == "filter"


def test_nothing_half_made_is_left_behind(cast: Cast, nerys: Person, monkeypatch: pytest.MonkeyPatch):
    def breaks(export: PeopleExport, out: Any) -> int:
        out.write(b"Nerys")
        raise OSError("no space left")

    monkeypatch.setattr(files, "write", breaks)
    asked(cast.organiser)
    run_waiting()
    assert list(files.folder().iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize(("format_", "pages"), [("labels", [1, 1]), ("letters", [2, 1])])
def test_many_on_paper_come_in_parts_that_nothing_holds_at_once(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, format_: str, pages: list[int]
):
    homes = [
        NewPerson(given_name="Ada", family_name=f"Pugh{letter}", address="4 Elm Row", postcode="CF3 0LN", met_on=TODAY)
        for letter in "abc"
    ]
    add_people(group=cast.cardiff, rows=homes, by=cast.organiser)
    monkeypatch.setattr(paper, "LABELS_AT_ONCE", 2)
    monkeypatch.setattr(paper, "LETTERS_AT_ONCE", 2)
    given = {"format": format_, "asked_for": "q=Ada", "letter": "Come to the assembly."}
    content = made(cast.organiser, **given)
    parts = zipfile.ZipFile(io.BytesIO(content))
    assert parts.namelist() == [f"{format_}-001.pdf", f"{format_}-002.pdf"]
    assert [len(PdfReader(parts.open(name)).pages) for name in parts.namelist()] == pages
    name, type_ = files.file_of(PeopleExport.objects.get())
    assert (name.endswith(".zip"), type_) == (True, "application/zip")


def test_parts_are_whole_and_of_nobody_there_is_one():
    people = [whom.Exported(Person(given_name=letter)) for letter in "abcde"]
    assert [len(part) for part in paper.parted(people, 2)] == [2, 2, 1]
    assert [len(part) for part in paper.parted(people[:4], 2)] == [2, 2]
    assert [len(part) for part in paper.parted([], 2)] == [0]


def test_fields_of_our_own_are_taken_out_by_who_may_read_them(cast: Cast, nerys: Person):
    new = NewField("text", "Speaks", "content"), NewField("yes_no", "email", "content", tier="whole")
    speaks, whole = (make_own_field(new=one, at=THEN, by=cast.admin) for one in new)
    fill_own_fields(person=nerys, values={speaks: "=Welsh", whole: "yes"}, at=THEN, by=cast.operator)
    offered = {name: field.is_usual for name, field in fields_for(cast.organiser).items() if name.startswith("own:")}
    assert offered == {f"own:{speaks.uid.hex}": False}
    chosen = ["uuid", f"own:{speaks.uid.hex}", f"own:{whole.uid.hex}"]
    only = {"asked_for": "q=nerys", "chosen": chosen}
    assert rows(made(cast.organiser, **only))[str(nerys.uid)] == {"uuid": str(nerys.uid), "Speaks": "'=Welsh"}
    told = json.loads(made(cast.data_protection, format="json", **only))
    assert told == [{"uuid": str(nerys.uid), "Speaks": "=Welsh", "our email": "yes"}]
