"""`m4c export commitments` and `progress`: brought in elsewhere they are the same."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from m4c.cli.export_commitments import export
from m4c.cli.import_commitments import import_
from m4c.commitments.models import Commitment, Condition, ConditionState, DueDate, Milestone, Progress, Standing
from m4c.commitments.watching.restating import restate
from m4c.power.models import Powerholder
from tests.cast import Cast
from tests.cli.test_import_progress import imported
from tests.cli.test_report_commitments import HEAD, PROGRESS, PROMISES, told

ODD = (
    'X-1,"O\'Dowd, Siân",1 Feb 2026,"=We ""will"", | and soon","percentage",100%,before the general election,,'
    "if elected | if the budget passes,met | open,1 Mar 2026 |,\n"
)

pytestmark = pytest.mark.django_db


def out(what: str, format_: str, *more: str) -> str:
    return CliRunner().invoke(export, [what, "--format", format_, *more], catch_exceptions=False).stdout


def everything() -> list[Any]:
    """All that is on record of commitments, whatever numbers the rows have."""
    facts = [
        field.name for field in Commitment._meta.fields if field.name not in ("id", "uid", "powerholder", "made_at")
    ]
    facts.remove("to_review")
    hangs: list[tuple[Any, ...]] = [
        (Condition, "words", "kind"),
        (ConditionState, "state", "on", "condition__words"),
        (Milestone, "on", "level", "words"),
        (DueDate, "known_on", "due_on", "words"),
        (Progress, "kind", "on", "amount", "words", "evidence", "says_who"),
        (Standing, "since", "until", "status", "done"),
    ]
    found: list[Any] = list(Commitment.objects.order_by("reference").values_list(*facts, "powerholder__name"))
    for model, *fields in hangs:
        found += sorted(model.objects.values_list("commitment__reference", *fields), key=str)
    return found


@pytest.mark.parametrize("format_", ["csv", "json"])
def test_what_goes_out_comes_in_the_same(cast: Cast, tmp_path: Path, format_: str) -> None:
    imported(tmp_path, "commitments", HEAD.strip() + "\n" + PROMISES + ODD)
    imported(tmp_path, "progress", PROGRESS)
    x = Commitment.objects.get(reference="X-1")
    Milestone.objects.create(commitment=x, known_on=x.made_on, on="2026-12-31", level=45, words="Half, nearly")
    restate(x)
    before, report = everything(), told()
    files = {what: out(what, format_) for what in ("commitments", "progress")}
    Commitment.objects.all().delete()
    Powerholder.objects.filter(to_review__gt="").delete()
    for what, text in files.items():
        path = tmp_path / f"{what}-again.{format_}"
        path.write_text(text, encoding="utf-8")
        asked = [what, str(path), "--format", "json"]
        answer = json.loads(CliRunner().invoke(import_, asked, catch_exceptions=False).stdout)
        assert answer["refused"] == []
        again = json.loads(CliRunner().invoke(import_, asked, catch_exceptions=False).stdout)
        assert (again["created"], again["unchanged"]) == (0, again["rows"])
    assert everything() == before
    assert told() == report


def test_one_group_alone(cast: Cast, tmp_path: Path) -> None:
    imported(tmp_path, "commitments", HEAD + PROMISES, "--group", "Cardiff")
    assert json.loads(out("commitments", "json", "--group", "Swansea")) == {"commitments": []}
    rows = json.loads(out("commitments", "json", "--group", "Cardiff"))["commitments"]
    assert [row["reference"] for row in rows] == ["C-1", "D-1", "M-1", "O-1", "R-1"]
    assert (rows[0]["target"], rows[0]["due"], rows[2]["target"], rows[1]["due"]) == (3, "2026-09-30", 5000.5, None)
