"""`m4c report`: the same figures in four forms, and one sentence for a mistake."""

import json

import pytest
from click.testing import CliRunner

from m4c.cli.report import report
from m4c.core.errors import Refused
from tests.insight.conftest import story, summer_in_cardiff

__all__ = ["story", "summer_in_cardiff"]  # the fixtures that the tests below ask for
SUMMER = ("so-far", "--from", "2010-06-01", "--to", "2010-09-30")


def run(*words):
    return CliRunner().invoke(report, words, catch_exceptions=False)


def refusal(*words):
    with pytest.raises(Refused) as refused:
        run(*words)
    return str(refused.value)


def test_json_has_the_keys_of_the_report(summer_in_cardiff):
    told = json.loads(run(*SUMMER, "--format", "json").stdout)
    assert list(told) == [
        "period",
        "group",
        "trained",
        "one_to_ones",
        "house_meetings",
        "events",
        "by_group",
        "by_session",
        "by_leader",
    ]
    assert told["period"] == {"from": "2010-06-01", "to": "2010-09-30"}
    assert (told["group"], told["trained"]) == (None, {"total": 20, "full": 16, "taster": 4})
    assert [row["leader"] for row in told["by_leader"]] == ["Given0 Family000", "Bethan Griffiths"]


def test_a_group_is_named_and_days_may_be_written_with_strokes(summer_in_cardiff):
    words = ("so-far", "--from", "1/6/2010", "--to", "30/09/2010", "--group", "st mellons", "--format", "json")
    told = json.loads(run(*words).stdout)
    assert (told["group"], told["trained"]["total"]) == ("St Mellons", 6)


def test_text_reads_well_and_has_a_sentence_under_each_figure(summer_in_cardiff):
    told = run(*SUMMER, "--group", "Cardiff").stdout
    assert "\x1b" not in told
    assert max(len(line) for line in told.splitlines()) <= 100
    for words in ("13  people trained", "each counted once.", "█", "By place", "Bethan Griffiths", "Full day"):
        assert words in told


def test_an_empty_period_reads_well(cast):
    assert run(*SUMMER, "--group", "Cardiff").stdout == (
        "The Movement So Far\nCardiff · 1 June to 30 September 2010\n\n"
        "Cardiff, 1 June to 30 September 2010: no training, pledge or conversation is on record yet.\n"
    )


def test_html_stands_alone(summer_in_cardiff, tmp_path):
    file = tmp_path / "so-far.html"
    assert run(*SUMMER, "--format", "html", "--output", str(file)).stdout == ""
    page = file.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "<c-" not in page
    assert "people trained" in page
    assert "@layer" in page
    assert ' src="' not in page
    assert ' rel="' not in page


@pytest.mark.slow
def test_pdf_goes_to_a_file_or_to_another_program(summer_in_cardiff, tmp_path):
    file = tmp_path / "so-far.pdf"
    run(*SUMMER, "--format", "pdf", "--output", str(file))
    assert file.read_bytes().startswith(b"%PDF-")
    assert run(*SUMMER, "--format", "pdf").stdout_bytes.startswith(b"%PDF-")


def test_pdf_is_not_thrown_at_a_screen(cast, monkeypatch):
    monkeypatch.setattr("m4c.cli.report.is_screen", lambda: True)
    assert (
        refusal(*SUMMER, "--format", "pdf") == "A PDF is nothing to read on a screen: name a file with --output FILE."
    )


def test_a_mistake_gets_one_sentence(cast, tmp_path):
    assert refusal("so-far", "--from", "2010-09-30", "--to", "2010-06-01") == "The period ends before it begins."
    assert refusal("so-far", "--from", "soon", "--to", "2010-06-01") == (
        "“soon” is not a day: write it as in 2010-06-01."
    )
    assert refusal(*SUMMER, "--group", "Cardif").startswith(
        "There is no group called “Cardif”. Did you mean “Cardiff”?"
    )
    nowhere = tmp_path / "missing" / "so-far.json"
    assert refusal(*SUMMER, "--format", "json", "--output", str(nowhere)) == (
        f"{nowhere} cannot be written: No such file or directory."
    )
