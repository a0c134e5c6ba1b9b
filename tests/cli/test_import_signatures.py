"""`m4c import signatures`: CSV and workbooks, twice is once, and a petition that is not there."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from m4c.campaigns.models import PaperSignature
from m4c.cli.import_signatures import import_
from m4c.core.errors import Refused
from tests.campaigns.ladder.making import campaign_of, petition_of
from tests.cast import Cast

ROWS = (
    ("Name", "Postcode", "E-mail", "May e-mail?"),
    ("Amal Yusuf", "CF3 0EF", "amal@example.org", "yes"),
    ("", "CF3", "", ""),
)


def brought(path: Path, *options: str) -> str:
    """What the command answers."""
    asked = ["signatures", str(path), "--petition", "build on the  empty site", *options]
    return CliRunner().invoke(import_, asked, catch_exceptions=False).output


def test_a_workbook_is_brought_in_once(cast: Cast, tmp_path: Path) -> None:
    petition_of(cast)
    book, path = Workbook(), tmp_path / "sheets.xlsx"
    for row in ROWS:
        book.active.append(row)
    book.save(path)
    told = json.loads(brought(path, "--format", "json"))
    assert (told["rows"], told["created"], told["twice"], told["refused"]) == (
        2,
        1,
        0,
        [{"row": 3, "reason": "The row has no name."}],
    )
    assert PaperSignature.objects.get().agreed_email
    assert "0 signatures are new, 1 stood there before, 1 refused." in brought(path)


def test_a_petition_is_named_by_one_title(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "sheets.csv"
    path.write_text("Name,Postcode\nAmal Yusuf,CF3 0EF\n")
    with pytest.raises(Refused):
        brought(path)
    petition_of(cast)
    petition_of(cast, campaign_of(cast, "Another"))
    with pytest.raises(Refused):
        brought(path)
    assert "1 signatures are new" in brought(path, "--campaign", "Another")
