"""`m4c load powerholders`: foretold, applied, answered in JSON and in words, and refused in one sentence."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from m4c.cli.load_powerholders import load
from m4c.core.errors import Refused
from m4c.power.models import PowerLoad, Tenure
from tests.cast import Cast
from tests.importing import data_folder

__all__ = ["data_folder"]

ROWS = (
    "name,role,organisation,area_type,area_code,party\n"
    "Ann Oak,MP,House of Commons,constituency,E14001063,Labour\n"
    "Bel Ash,MP,House of Commons,constituency,E14000530,Labour\n"
    "Cat Elm,Councillor,Cardiff Council,ward,E14001079,Labour\n"
)


def said(folder: Path, *options: str, text: str = ROWS) -> Result:
    """What the command answers about a file."""
    file = folder / "holders_2026-02.csv"
    file.write_text(text)
    return CliRunner().invoke(load, ["powerholders", str(file), *options], catch_exceptions=False)


def test_it_foretells_and_then_writes_and_then_changes_nothing(cast: Cast, data_folder: Path) -> None:
    reason = "The area is said to be a ward, and E14001079 is the code of another kind of area."
    refused = [{"row": 4, "reason": reason}]
    told = {"changed": 0, "ended": 0, "unmatched_areas": ["E14000530"], "refused": refused}
    assert json.loads(said(data_folder, "--format", "json").stdout) == {"new": 1, "unchanged": 0, **told}
    assert not Tenure.objects.exists()
    assert json.loads(said(data_folder, "--apply", "--format", "json").stdout) == {"new": 1, "unchanged": 0, **told}
    assert json.loads(said(data_folder, "--apply", "--format", "json").stdout) == {"new": 0, "unchanged": 1, **told}
    assert PowerLoad.objects.count() == 2


def test_it_says_so_in_words(cast: Cast, data_folder: Path) -> None:
    told = said(data_folder).stdout
    for words in ("as it stood on 1 February 2026", "New: 1", "E14000530", "Row 4: ", "say it again with --apply"):
        assert words in told
    assert "--apply" not in said(data_folder, "--apply").stdout


def test_whoever_a_whole_table_lacks_is_out(cast: Cast, data_folder: Path) -> None:
    both = ROWS.replace("E14000530", "E14001079").replace("Cat Elm", "Cat Elm ").rpartition("Cat Elm")[0]
    said(data_folder, "--apply", text=both)
    one = both.rpartition("Bel Ash")[0]
    assert json.loads(said(data_folder, "--format", "json", text=one).stdout)["ended"] == 0
    assert json.loads(said(data_folder, "--whole", "--apply", "--format", "json", text=one).stdout)["ended"] == 1
    assert Tenure.objects.filter(ended_on=None).count() == 1


@pytest.mark.parametrize("text", ["", "what,else\n1,2\n", '{"items": ['])
def test_a_bad_file_is_one_sentence(cast: Cast, data_folder: Path, text: str) -> None:
    with pytest.raises(Refused) as refused:  # which `m4c` says with exit status 1
        said(data_folder, text=text)
    assert "\n" not in str(refused.value)
