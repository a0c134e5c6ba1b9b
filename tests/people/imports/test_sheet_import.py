"""Taking files, settling how they read, and letting them be written: who may, when, and what is audited."""

import pytest

from m4c.core.errors import NotAllowed, Refused
from m4c.core.models import AuditEntry
from m4c.core.worker import run_waiting
from m4c.people.imports.answer import answer_of
from m4c.people.imports.files import lines_of, open_given, path_of
from m4c.people.models import ImportRow, SheetImport
from m4c.people.operations.import_undo import begin_undo
from m4c.people.operations.sheet_import import (
    confirm_sheet,
    drop_sheet,
    end_reading,
    finish_lines,
    give_sheet,
    keep_forecast,
    settle_sheet,
    stop_sheet,
    write_lines,
)
from tests.cast import Cast
from tests.people.imports.conftest import Give

EBO = "Ebo,Iwu,ebo.iwu@example.org,07700 900001,CF3 0LN,10,2,no,"

Phase = SheetImport.Phase


def fresh(sheet_import: SheetImport) -> SheetImport:
    return SheetImport.objects.get(pk=sheet_import.pk)


def test_only_an_organiser_of_the_group_gives_sheets(cast: Cast, give: Give):
    for account in (cast.leader, cast.organiser_elsewhere, cast.coalition_organiser, cast.admin):
        with pytest.raises(NotAllowed):
            give(EBO, by=account)
    with pytest.raises(NotAllowed):
        give_sheet(group=cast.manchester, given=SheetImport(kind="signin"), by=cast.organiser)


def test_a_sheet_moves_only_to_a_group_where_one_has_the_right(cast: Cast, give: Give):
    taken = give(EBO)
    with pytest.raises(NotAllowed):
        settle_sheet(
            groups=[cast.manchester, cast.cardiff],
            sheet_import=taken,
            layout=taken.layout,
            details={},
            by=cast.organiser,
        )


def test_settling_queues_the_reading(cast: Cast, give: Give):
    taken = give(EBO)
    settle_sheet(
        groups=[cast.cardiff], sheet_import=taken, layout=taken.layout, details=taken.details, by=cast.organiser
    )
    assert fresh(taken).phase == Phase.READING
    run_waiting()
    assert (fresh(taken).phase, fresh(taken).length) == (Phase.READY, 1)


def test_settling_anew_forgets_what_was_read(cast: Cast, look: Give):
    looked = look(EBO)
    settle_sheet(
        groups=[cast.cardiff], sheet_import=looked, layout=looked.layout, details={}, by=cast.organiser, queued=False
    )
    assert (ImportRow.objects.count(), fresh(looked).phase) == (0, Phase.READING)


def test_confirming_queues_the_writing(cast: Cast, look: Give):
    confirm_sheet(sheet_import=look(EBO), by=cast.organiser)
    run_waiting()
    done = SheetImport.objects.get()
    assert (done.phase, answer_of(done).people_created) == (Phase.DONE, 1)
    begin_undo(sheet_import=done, by=cast.organiser)
    run_waiting()
    assert fresh(done).phase == Phase.UNDONE


def test_what_was_brought_in_is_not_settled_or_dropped(cast: Cast, bring: Give):
    done = bring(EBO)
    with pytest.raises(Refused, match="brought in already"):
        settle_sheet(groups=[cast.cardiff], sheet_import=done, layout={}, details={}, by=cast.organiser)
    with pytest.raises(Refused, match="undo it instead"):
        drop_sheet(sheet_import=done, by=cast.organiser)


def test_what_was_not_settled_is_not_confirmed(cast: Cast, give: Give):
    taken = give(EBO)
    end_reading(sheet_import=taken, problem="It is a picture.", by=cast.organiser)
    with pytest.raises(Refused, match="Look at the columns"):
        confirm_sheet(sheet_import=taken, by=cast.organiser)
    assert (fresh(taken).phase, fresh(taken).problem) == (Phase.GIVEN, "It is a picture.")


def test_file_that_is_gone_stops_the_import_and_says_so(cast: Cast, look: Give):
    looked = look(EBO)
    path_of(looked).write_bytes(b"")
    confirm_sheet(sheet_import=looked, by=cast.organiser)
    run_waiting()
    assert (fresh(looked).phase, fresh(looked).problem) == (Phase.WRITING, "This file is empty.")


def test_import_that_stopped_goes_on(cast: Cast, look: Give):
    looked = look(EBO)
    confirm_sheet(sheet_import=looked, by=cast.organiser, queued=False)
    stop_sheet(sheet_import=looked, problem="The disk was full.", by=cast.organiser)
    confirm_sheet(sheet_import=fresh(looked), by=cast.organiser)
    run_waiting()
    assert (fresh(looked).phase, fresh(looked).problem) == (Phase.DONE, "")


def test_steps_are_written_once_and_audited(cast: Cast, give: Give):
    taken = give(EBO)
    [lines] = lines_of(open_given(taken), taken)
    for line in lines:
        line.fate = ImportRow.Fate.CREATED
    keep_forecast(sheet_import=taken, lines=lines, by=cast.organiser)
    confirm_sheet(sheet_import=taken, by=cast.organiser, queued=False)
    [lines] = lines_of(open_given(taken), taken)
    assert len(write_lines(sheet_import=taken, lines=lines, by=cast.organiser).people) == 1
    assert write_lines(sheet_import=taken, lines=lines, by=cast.organiser).people == []
    assert finish_lines(sheet_import=taken, by=cast.organiser).done_at is not None
    touched = AuditEntry.objects.filter(operation="people.write_lines").order_by("pk").values_list("touched", flat=True)
    assert [[model for model, _uid in records] for records in touched] == [
        ["people.sheetimport", "people.person"],
        ["people.sheetimport"],
    ]


def test_dropping_forgets_what_was_never_brought_in(cast: Cast, look: Give):
    drop_sheet(sheet_import=look(EBO), by=cast.organiser)
    assert (SheetImport.objects.count(), ImportRow.objects.count()) == (0, 0)
