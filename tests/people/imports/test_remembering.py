"""Columns that somebody put right once are right the next time."""

from m4c.people.imports.remembering import remembered
from m4c.people.operations.sheet_import import settle_sheet
from tests.cast import Cast
from tests.importing import data_folder
from tests.people.imports.lists import ACTION_NETWORK, as_csv, given_list

__all__ = ["data_folder"]


def test_columns_are_remembered_for_the_same_headers_and_account(cast: Cast):
    content = as_csv(ACTION_NETWORK, {"first_name": "Ana", "last_name": "Pell", "email": "ana@example.org"})
    given = given_list(cast, content)
    guessed = given.layout
    chosen = [*guessed["columns"][:-1], "known_as"]
    settle_sheet(
        groups=[cast.cardiff],
        sheet_import=given,
        layout={**guessed, "columns": chosen},
        details=given.details,
        by=cast.organiser,
        queued=False,
    )
    assert remembered(cast.organiser, "people", guessed)["columns"] == chosen
    assert remembered(cast.organiser_elsewhere, "people", guessed)["columns"] == guessed["columns"]
    others = {**guessed, "headers": ["Name"], "columns": ["full_name"]}
    assert remembered(cast.organiser, "people", others) == others
