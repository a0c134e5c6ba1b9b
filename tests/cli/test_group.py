"""`m4c group`: the tree, moving and merging, purpose, birth, documents, growth and closing from the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from m4c.cli.group import group
from m4c.core.errors import Refused
from m4c.people.models import DocumentVersion, Group, GroupMerge, GroupPurpose, GroupStage, PassingAsking
from tests.cast import Cast
from tests.factories import somebody
from tests.importing import data_folder
from tests.people.groups.making import PDF

__all__ = ["data_folder"]


def run(*words: str) -> str:
    return CliRunner().invoke(group, words, catch_exceptions=False).stdout


def test_tree_tells_what_stands_below_what(cast: Cast) -> None:
    assert "    Cardiff (cardiff)\n      St Mellons (st-mellons)\n" in run("tree")
    first = json.loads(run("tree", "--format", "json"))[0]
    assert (first["depth"], first["name"], first["slug"]) == (0, "Movement for Change", "movement-for-change")


def test_move_and_merge(cast: Cast) -> None:
    somebody(cast, "Amal Yusuf", cast.st_mellons)
    assert run("move", "st mellons", "--below", "Wales") == "St Mellons stands below Wales.\n"
    told = json.loads(run("merge", "St Mellons", "--into", "Cardiff", "--format", "json"))
    assert told == {"gone": "st-mellons", "kept": "cardiff", "moves": {"memberships": 1}, "done": False}
    assert GroupMerge.objects.count() == 0
    said = run("merge", "St Mellons", "--into", "Cardiff", "--yes")
    assert said == "1 memberships\nSt Mellons became part of Cardiff.\n"
    assert GroupMerge.objects.get().kept == cast.cardiff


def test_purpose_birth_and_document(cast: Cast, tmp_path: Path) -> None:
    paper = tmp_path / "rules.pdf"
    paper.write_bytes(PDF)
    run("purpose", "Cardiff", "Nobody fights alone.")
    assert run("birth", "Cardiff", "formal", "--on", "2024-05-01") == "Cardiff: formal on 2024-05-01.\n"
    assert run("document", "Cardiff", str(paper), "--title", "Rules").startswith("Rules is there: version 1")

    assert (GroupPurpose.objects.get().words, GroupStage.objects.get().stage) == ("Nobody fights alone.", "formal")
    assert DocumentVersion.objects.get().file_name == "rules.pdf"


def test_growth_and_closing(cast: Cast) -> None:
    somebody(cast, "Amal Yusuf", cast.st_mellons)
    assert run("growth", "St Mellons") == "Nobody joined or stopped in two years on a day that is known.\n"
    assert json.loads(run("growth", "St Mellons", "--format", "json")) == {"quarters": [], "without_a_day": 1}
    assert run("close", "St Mellons", "--on", "2999-01-01", "--why", "Few").startswith("1 people are to be asked")
    assert PassingAsking.objects.count() == 1


@pytest.mark.parametrize(
    "words",
    [
        ("move", "Nowhere", "--below", "Wales"),
        ("merge", "Cardiff", "--into", "St Mellons"),
        ("purpose", "Cardiff", " "),
        ("close", "Cardiff", "--on", "2999-01-01", "--why", "x"),
    ],
)
def test_bad_input_is_told_in_a_sentence(cast: Cast, words: tuple[str, ...]) -> None:
    with pytest.raises(Refused):
        run(*words)

    assert Group.objects.filter(ended_on__isnull=False).count() == 0
