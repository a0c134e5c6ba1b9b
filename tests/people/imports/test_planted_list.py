"""Two thousand rows of NationBuilder's shape with planted faults: counted to the row, killed, given again, undone."""

from collections.abc import Iterator

import pytest

from m4c.people.imports import run
from m4c.people.imports.answer import answer_of
from m4c.people.models import Consent, ImportRow, Person, SheetImport
from m4c.people.operations.person import NewPerson, add_people
from m4c.people.operations.sheet_import import confirm_sheet
from tests.cast import Cast
from tests.importing import data_folder, rows_of_our_tables
from tests.people.imports.lists import NATIONBUILDER, as_csv, given_list

__all__ = ["data_folder"]

ROWS = 2_000
KNOWN, FURTHER_UP, BODIES, NAMELESS, HOUSEHOLD = 100, 60, 40, 30, 20
LEFT, NO_CALLS, NO_CONTACT, DIED = 80, 50, 10, 15
GIVEN = ["Ada", "Bram", "Cerys", "Dilys", "Emrys", "Farah", "Gwil", "Hana", "Iolo", "Jess"]
FAMILY = ["Ashe", "Bloom", "Cadwal", "Dorn", "Ekman", "Frayn", "Gower", "Hollin", "Ibbot", "Jarman"]

pytestmark = pytest.mark.slow


def names(number: int) -> dict[str, str]:
    """A name of three letters more than any other, so that no two rows have the same."""
    letters = "".join(chr(ord("a") + number // 26**place % 26) for place in (2, 1, 0))
    return {"first_name": GIVEN[number % 10], "last_name": f"{FAMILY[number // 10 % 10]}{letters}"}


def person(number: int) -> dict[str, str]:
    """A row of somebody new, messy in one of the ways such files are."""
    email = f"nb{number}@example.org"
    return {
        **names(number),
        "nationbuilder_id": str(number),
        "email": f"  {email.upper()}" if number % 7 == 0 else email,
        "mobile_number": f"+44 7700 9{number:05d}"[:17] if number % 3 else "",
        "primary_zip": "cf3  0ln" if number % 2 else "",
        "support_level": str(number % 5 + 1),
        "signup_type": "0",
        "tag_list": "stall, keen",
    }


def planted() -> Iterator[dict[str, str]]:
    """The rows: the faults first, then people with nothing the matter."""
    number = 0
    for _row in range(BODIES):
        yield {"full_name": f"Body {_row}", "email": f"body{_row}@example.org", "signup_type": "1"}
    for _row in range(NAMELESS):
        yield {"first_name": "Nobody", "email": "not an address"}
    for number in range(KNOWN):
        yield person(number)
    for number in range(FURTHER_UP):
        yield {**names(number), "email": f"nb{number}@example.org"}
    for number in range(HOUSEHOLD):
        yield {"first_name": "Zebedee", "last_name": f"Other{number}", "email": f"nb{number}@example.org"}
    rest = ROWS - BODIES - NAMELESS - KNOWN - FURTHER_UP - HOUSEHOLD
    for place in range(rest):
        row = person(KNOWN + place)
        if place < LEFT:
            row["email_opt_in"] = "false"
        elif place < LEFT + NO_CALLS:
            row["do_not_call"] = "TRUE"
        elif place < LEFT + NO_CALLS + NO_CONTACT:
            row["do_not_contact"] = "1"
        elif place < LEFT + NO_CALLS + NO_CONTACT + DIED:
            row["is_deceased"] = "true"
        yield row


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


FIRST = {
    "rows": ROWS,
    "created": ROWS - BODIES - NAMELESS - KNOWN - FURTHER_UP,
    "matched": KNOWN,
    "review": HOUSEHOLD,
    "refused": BODIES + NAMELESS,
    "suppressed": LEFT + NO_CALLS + NO_CONTACT,
}


def test_planted_list_is_counted_to_the_row_killed_given_again_and_undone(cast: Cast):
    known = [
        NewPerson(given_name=row["first_name"], family_name=row["last_name"], emails=[f"nb{number}@example.org"])
        for number, row in ((number, names(number)) for number in range(KNOWN))
    ]
    add_people(group=cast.cardiff, rows=known, by=cast.organiser)
    before = rows_of_our_tables()
    content = as_csv(NATIONBUILDER, *planted())
    first = confirm_sheet(sheet_import=given_list(cast, content), by=cast.organiser, queued=False)

    def kill(done: int, total: int) -> None:
        if done >= 1_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.bring_in(first, by=cast.organiser, tell=kill)
    assert SheetImport.objects.get(pk=first.pk).phase == SheetImport.Phase.WRITING
    first = run.bring_in(SheetImport.objects.get(pk=first.pk), by=cast.organiser)
    assert figures(first) == FIRST
    assert ImportRow.objects.filter(sheet_import=first, fate="repeat").count() == FURTHER_UP
    assert Person.objects.filter(died_on__isnull=False).count() >= DIED
    assert not Consent.objects.filter(person__in=ImportRow.objects.filter(sheet_import=first).values("person")).exclude(
        state=Consent.State.OBJECTED
    )
    after = rows_of_our_tables()
    again = given_list(cast, content)
    again = run.bring_in(confirm_sheet(sheet_import=again, by=cast.organiser, queued=False), by=cast.organiser)
    assert rows_of_our_tables() == after
    assert (figures(again)["created"], figures(again)["suppressed"]) == (0, FIRST["suppressed"])
    run.undo(again, by=cast.organiser)
    run.undo(first, by=cast.organiser)
    assert rows_of_our_tables() == before
