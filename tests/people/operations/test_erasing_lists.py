"""What erasure takes out of what was done with many, of filters that somebody saved, of call lists and of sheets."""

from typing import Any

import pytest

from m4c.people import tasks
from m4c.people.erasing import Forgotten
from m4c.people.list_permissions import CHANGE_MANY
from m4c.people.models import ImportRow, PeopleChange, PeopleExport, Person, SavedFilter, SheetImport, Suppression
from m4c.people.models.suppression import digest_of
from m4c.people.operations.erasing import files, lists
from m4c.people.operations.erasure import known_of, suppress
from m4c.people.operations.people_change import Meant, begin_change
from m4c.people.operations.saved_filter import save_filter
from tests.cast import Cast
from tests.factories import NOW, TODAY, somebody


def forgotten(cast: Cast, person: Person) -> Forgotten:
    emails, phones = frozenset(["amal@example.org"]), frozenset(["+447700900123"])
    return Forgotten(person, None, NOW, cast.operator, emails=emails, phones=phones)


def change(cast: Cast, *people: Person, asked_for: str = "") -> PeopleChange:
    by, picked = cast.organiser, [str(person.uid) for person in people]
    meant = Meant("tag", {"name": "driver", "group": "cardiff"}, asked_for, picked)
    return begin_change(groups=by.groups_for(CHANGE_MANY), meant=meant, by=by, at=NOW)


def test_whom_it_was_about_goes_and_that_it_was_done_stays(cast: Cast) -> None:
    amal = somebody(cast)
    theirs, others = change(cast, amal), change(cast, cast.person("member"))
    who = forgotten(cast, amal)
    assert list(lists.changes_naming(who)) == [theirs]
    lists.forget_changes(who, lists.changes_naming(who))
    theirs.refresh_from_db()
    assert (theirs.picked, theirs.values, theirs.done, theirs.is_under_way) == ([], {}, 1, False)
    others.refresh_from_db()
    assert others.picked == [str(cast.person("member").uid)]


def test_one_under_way_that_names_them_goes_no_further(cast: Cast) -> None:
    amal = somebody(cast)
    waiting = change(cast, asked_for="q=yusuf")
    PeopleChange.objects.update(refused=[[str(amal.uid), "for a reason"]])
    lists.forget_changes(forgotten(cast, amal), lists.changes_naming(forgotten(cast, amal)))
    waiting.refresh_from_db()
    assert (waiting.finished_at, waiting.asked_for) == (NOW, "")


def test_their_filters_go_and_those_that_look_for_their_address(cast: Cast) -> None:
    facts: dict[str, Any] = {"group": cast.cardiff, "at": NOW, "name": "x"}
    own = save_filter(address="language=cy", by=cast.leader, **facts)
    looking = save_filter(address="q=amal%40example.org", by=cast.organiser, **facts)
    save_filter(address="language=cy", by=cast.organiser, **facts)
    assert list(lists.filters_of(forgotten(cast, somebody(cast)))) == [looking]
    assert set(lists.filters_of(forgotten(cast, cast.person("leader")))) == {own, looking}
    assert SavedFilter.objects.count() == 3


@pytest.mark.parametrize("typed", ["07700+900123", "07700%20900123", "07700900123", "%2B447700900123"])
def test_filters_that_look_for_their_number_go_however_it_was_typed(cast: Cast, typed: str) -> None:
    facts: dict[str, Any] = {"group": cast.cardiff, "at": NOW, "name": "x", "by": cast.organiser}
    looking = save_filter(address=f"q={typed}", **facts)
    save_filter(address="q=07700+900124", **facts)
    assert list(lists.filters_of(forgotten(cast, somebody(cast)))) == [looking]


TYPED = [
    "07700 900123",
    "07700900123",
    "+44 7700 900123",
    "+447700900123",
    "7700900123",
    "7700 900123",
    "07700-900-123",
]


@pytest.mark.parametrize("typed", TYPED)
def test_rows_of_sheets_with_their_number_are_found_however_it_was_typed(cast: Cast, typed: str) -> None:
    sheet = SheetImport.objects.create(kind="people", group=cast.cardiff, by=cast.organiser, file_name="a.csv")
    for number, phone in enumerate((typed, "07700 900124"), start=2):
        ImportRow.objects.create(sheet_import=sheet, number=number, cells=["Amal", phone], fate=ImportRow.Fate.CREATED)
    assert [row.number for row in files.rows_saying(forgotten(cast, somebody(cast)))] == [2]


def exported(cast: Cast, kind: str, *people: Person) -> PeopleExport:
    return PeopleExport.objects.create(
        format=kind, purpose="The assembly", picked=[str(person.uid) for person in people], requested_by=cast.organiser,
        requested_at=NOW, made_at=NOW, count=1,
    )  # fmt: skip


def test_files_go_and_call_lists_stay_without_them(cast: Cast) -> None:
    amal, member = somebody(cast), cast.person("member")
    file, of_a_filter, others = exported(cast, "csv"), exported(cast, "calls"), exported(cast, "calls", member)
    both, alone = exported(cast, "calls", amal, member), exported(cast, "calls", amal)
    who = forgotten(cast, amal)
    assert set(files.open_exports(who)) == {file, both, alone}
    files.forget_exports(who, files.open_exports(who))
    states = {export.pk: (export.state, export.picked) for export in PeopleExport.objects.all()}
    assert states == {
        file.pk: ("forgotten", []),
        of_a_filter.pk: ("made", []),
        others.pk: ("made", [str(member.uid)]),
        both.pk: ("made", [str(member.uid)]),
        alone.pk: ("forgotten", []),
    }
    assert who.files == {f"exports/{one.uid.hex}{part}" for one in (file, alone) for part in ("", ".part")}


def test_rows_and_work_at_a_shared_address_stay_but_for_those_that_name_them(cast: Cast) -> None:
    home, line = "home@example.org", "+447700900150"
    ann = somebody(cast, "Ann Iwu", emails=[home], phones=[line])
    joanna = somebody(cast, "Joanna Iwu", emails=[home], phones=[line])
    sheet = SheetImport.objects.create(kind="people", group=cast.cardiff, by=cast.organiser, file_name="a.csv")
    rows = {
        "hers": (["Ann", "Iwu", home], None),
        "the other's": (["Joanna", "Iwu", home], None),
        "taken for the other": (["Ann", "Iwu", "07700 900150"], joanna),
        "of nobody": (["", "", "7700900150"], None),
    }
    for number, (cells, person) in enumerate(rows.values(), start=2):
        facts: dict[str, Any] = {"number": number, "cells": cells, "person": person, "fate": ImportRow.Fate.CREATED}
        ImportRow.objects.create(sheet_import=sheet, **facts)
    tasks.mail_password_reset.enqueue(home)
    who = known_of(ann, at=NOW, decided_by=cast.data_protection)
    assert who.shared == {home, line}
    assert [row.number for row in files.rows_saying(who)] == [2]
    assert not files.tasks_saying(who).exists()
    joanna.died_on = TODAY
    joanna.save()
    alone = known_of(ann, at=NOW, decided_by=cast.data_protection)
    assert (alone.shared, files.tasks_saying(alone).count()) == (frozenset(), 1)


def test_what_somebody_else_has_too_is_not_closed_to_them(cast: Cast) -> None:
    home = "home@example.org"
    ann = somebody(cast, "Ann Iwu", emails=[home, "ann@example.org"], phones=["+447700900150"])
    somebody(cast, "Joanna Iwu", emails=[home], phones=["+447700900150"])
    suppress(known_of(ann, at=NOW, decided_by=cast.data_protection))
    assert list(Suppression.objects.values_list("digest", flat=True)) == [digest_of("ann@example.org")]
