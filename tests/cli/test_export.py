"""`m4c export`: people out, to a file or the screen, and on record."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from m4c.cli.export import export
from m4c.core.errors import Refused
from m4c.people.models import PeopleExport
from m4c.people.operations.saved_filter import remove_filter, save_filter
from tests.cast import Cast
from tests.factories import NOW


def run(*words: str) -> str:
    return CliRunner().invoke(export, ["people", *words], catch_exceptions=False).stdout


def test_people_come_out_as_json(cast: Cast):
    given = ["--filter", "/organise/people/?q=bethan", "--format", "json", "--purpose", "Stall team"]
    told = json.loads(run(*given, "--recipient", "Elm Row Printers"))
    assert {each["first_name"] for each in told} == {"Bethan"}
    found = PeopleExport.objects.get()
    assert (found.purpose, found.recipient, found.count, found.requested_by) == (
        "Stall team",
        "Elm Row Printers",
        len(told),
        cast.operator,
    )


def test_a_group_is_filtered_by_as_the_help_says(cast: Cast):
    given = ["--format", "json", "--purpose", "Stall team"]
    here = {each["uuid"] for each in json.loads(run("--filter", "group=cardiff", *given))}
    assert here
    assert here < {each["uuid"] for each in json.loads(run(*given))}


def test_whom_a_saved_filter_finds_today_come_out(cast: Cast):
    by = cast.organiser
    saved = save_filter(group=cast.cardiff, name="Hers", address="q=bethan", at=NOW, by=by)
    given = ["--filter", f"/organise/people/?saved={saved.uid}", "--format", "json", "--purpose", "Stall team"]
    assert [each["first_name"] for each in json.loads(run(*given))] == ["Bethan"]
    remove_filter(saved=saved, by=cast.organiser, at=NOW)
    with pytest.raises(Refused, match="This saved filter was removed"):
        run(*given)


@pytest.mark.parametrize("address", ["quiet=soon", "colour=red", "group=nowhere", "ward=Atlantis"])
def test_what_cannot_be_read_is_told(cast: Cast, address: str):
    with pytest.raises(Refused):
        run("--filter", address, "--format", "json", "--purpose", "Stall team")
    assert not PeopleExport.objects.exists()


def test_people_come_out_in_a_file(cast: Cast, tmp_path: Path):
    path = tmp_path / "people.csv"
    run("--format", "csv", "--purpose", "Stall team", "--output", str(path))
    assert path.read_text(encoding="utf-8-sig").startswith("uuid,first_name,last_name,")


def test_purpose_is_asked_for(cast: Cast):
    with pytest.raises(Refused):
        run("--format", "csv", "--purpose", " ")
    assert not PeopleExport.objects.exists()


def test_nobody_else_on_the_machine_reads_the_file(cast: Cast, tmp_path: Path):
    path = tmp_path / "people.csv"
    run("--format", "csv", "--purpose", "Stall team", "--output", str(path))
    assert path.stat().st_mode & 0o077 == 0


def test_file_that_cannot_be_written_is_told_of_before_anything_is_asked(cast: Cast, tmp_path: Path):
    with pytest.raises(Refused, match=r"people\.csv cannot be written: No such file or directory\."):
        run("--format", "csv", "--purpose", "Stall team", "--output", str(tmp_path / "nowhere" / "people.csv"))
    assert not PeopleExport.objects.exists()


def test_long_purpose_is_refused(cast: Cast):
    with pytest.raises(Refused, match="fewer words"):
        run("--format", "csv", "--purpose", "x" * 301)
