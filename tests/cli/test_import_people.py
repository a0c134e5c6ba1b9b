"""`m4c import people`: a list in, an answer out."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from m4c.cli.import_people import import_
from m4c.core.errors import Refused
from m4c.people.models import Consent, Group, Person, SheetImport
from tests.cast import Cast
from tests.importing import data_folder  # noqa: F401 - a fixture that acts by itself
from tests.people.imports.lists import ACTION_NETWORK, NATIONBUILDER, as_csv

ANA = {"first_name": "Ana", "last_name": "Pell", "email": "ana@example.org", "can2_subscription_status": "subscribed"}


def answer(*words: str) -> Any:
    run = CliRunner().invoke(import_, ["people", *words, "--format", "json"], catch_exceptions=False)
    return json.loads(run.stdout)


@pytest.fixture
def list_file(tmp_path: Path) -> str:
    path = tmp_path / "list.csv"
    path.write_bytes(as_csv(ACTION_NETWORK, ANA, {"first_name": "Nobody"}))
    return str(path)


def test_list_answers_in_json(cast: Cast, list_file: str):
    told = answer(list_file, "--group", "Cardiff")
    assert told == {
        "id": str(SheetImport.objects.get().uid),
        "rows": 2,
        "people_created": 1,
        "people_matched": 0,
        "needs_review": 0,
        "suppressed": 0,
        "refused": [{"row": 3, "reason": "Only one name, and no e-mail or phone by which to know them."}],
        "source": "actionnetwork",
    }
    assert Person.objects.get(family_name="Pell").memberships.get().group == cast.cardiff


def test_dry_run_keeps_nothing(cast: Cast, list_file: str):
    told = answer(list_file, "--dry-run")
    assert (told["id"], told["people_created"], SheetImport.objects.count()) == (None, 1, 0)


def test_whoever_names_no_group_comes_in_by_the_movement(cast: Cast, list_file: str):
    answer(list_file)
    assert Person.objects.get(family_name="Pell").memberships.get().group.kind == Group.Kind.MOVEMENT


def test_score_of_support_is_told_of(cast: Cast, tmp_path: Path):
    path = tmp_path / "nation.csv"
    path.write_bytes(as_csv(NATIONBUILDER, {"first_name": "Al", "last_name": "Oh", "email": "al@example.org"}))
    run = CliRunner().invoke(import_, ["people", str(path)], catch_exceptions=False)
    assert run.stderr.splitlines()[0] == (
        "“support_level” is never taken over: a score of how far somebody supports us is kept of nobody here."
    )


def test_agreement_is_declared_in_words(cast: Cast, list_file: str):
    answer(list_file, "--agreed", "You may e-mail me news.")
    assert Consent.objects.get().wording == "You may e-mail me news."


def test_source_may_be_said(cast: Cast, list_file: str):
    assert answer(list_file, "--source", "csv", "--dry-run")["source"] == "csv"


def test_source_that_did_not_write_it_is_refused(cast: Cast, list_file: str, tmp_path: Path):
    with pytest.raises(Refused, match="This is a list from Action Network, not from CiviCRM: leave"):
        answer(list_file, "--source", "civicrm")
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("First name;E-mail\nAna;ana@example.org\n")
    with pytest.raises(Refused, match="Mailchimp does not call its columns like this"):
        answer(str(sheet), "--source", "mailchimp")
    assert answer(str(sheet), "--dry-run")["people_created"] == 1


def test_sheet_by_which_nobody_is_known_is_told_of_in_one_sentence(cast: Cast, tmp_path: Path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("colour,size\nred,3\n")
    run = CliRunner().invoke(import_, ["people", str(sheet)])
    assert (type(run.exception), run.output) == (Refused, "")


@pytest.mark.parametrize("group", ["Nowhere at all", ""])
def test_unknown_group_is_refused(cast: Cast, list_file: str, group: str):
    with pytest.raises(Refused):
        answer(list_file, "--group", group)
