"""Two thousand rows of NationBuilder's shape with planted faults: counted to the row, killed, given again, undone."""

import pytest

from m4c.people.imports import run
from m4c.people.imports.answer import answer_of
from m4c.people.models import Consent, ImportRow, Person, SheetImport
from m4c.people.operations.person import NewPerson, add_people
from m4c.people.operations.sheet_import import confirm_sheet
from tests.cast import Cast
from tests.importing import data_folder, rows_of_our_tables
from tests.people.imports.lists import given_list
from tests.people.imports.nation import DIED, FURTHER_UP, KNOWN, SUPPRESSED, came_of, email_of, name_of, nation_file

__all__ = ["data_folder"]

ROWS = 2_000

pytestmark = pytest.mark.slow


def figures(done: SheetImport) -> dict[str, int]:
    answer = answer_of(done)
    return {
        "rows": answer.rows,
        "created": answer.people_created,
        "matched": answer.people_matched,
        "review": answer.needs_review,
        "refused": len(answer.refused),
        "suppressed": answer.counts["suppressed"],
    }


def test_planted_list_is_counted_to_the_row_killed_given_again_and_undone(cast: Cast):
    known = [NewPerson(*name_of(number), emails=[email_of(number)]) for number in range(KNOWN)]
    add_people(group=cast.cardiff, rows=known, by=cast.organiser)
    before = rows_of_our_tables()
    content = nation_file(ROWS)
    first = confirm_sheet(sheet_import=given_list(cast, content), by=cast.organiser, queued=False)

    def kill(done: int, total: int) -> None:
        if done >= 1_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.bring_in(first, by=cast.organiser, tell=kill)
    assert SheetImport.objects.get(pk=first.pk).phase == SheetImport.Phase.WRITING
    first = run.bring_in(SheetImport.objects.get(pk=first.pk), by=cast.organiser)
    assert figures(first) == came_of(ROWS)
    assert ImportRow.objects.filter(sheet_import=first, fate="repeat").count() == FURTHER_UP
    assert Person.objects.filter(died_on__isnull=False).count() >= DIED
    assert not Consent.objects.filter(person__in=ImportRow.objects.filter(sheet_import=first).values("person")).exclude(
        state=Consent.State.OBJECTED
    )
    after = rows_of_our_tables()
    again = given_list(cast, content)
    again = run.bring_in(confirm_sheet(sheet_import=again, by=cast.organiser, queued=False), by=cast.organiser)
    assert rows_of_our_tables() == after
    assert (figures(again)["created"], figures(again)["suppressed"]) == (0, SUPPRESSED)
    run.undo(again, by=cast.organiser)
    run.undo(first, by=cast.organiser)
    assert rows_of_our_tables() == before
