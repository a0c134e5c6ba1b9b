"""`m4c report listening`: what a campaign heard in four forms, the public version, and one sentence for a mistake."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from m4c.cli.report_listening import report
from m4c.core.errors import Refused
from tests.cast import Cast
from tests.listening.coding import campaign_of, people, said, said_by_each, theme_of


def run(*words: str) -> Any:
    return CliRunner().invoke(report, ["listening", *words], catch_exceptions=False)


def heard(cast: Cast) -> None:
    campaign = campaign_of(cast)
    theme_of(cast, campaign, concerns=said_by_each(cast, campaign, people(cast, 5), strength=2))
    theme_of(cast, campaign, "Rats", [said(cast, campaign, "Rats")])


def test_json_inside_and_public(cast: Cast) -> None:
    heard(cast)
    inside = json.loads(run("--campaign", "autumn  listening", "--format", "json").stdout)
    public = json.loads(run("--campaign", "Autumn listening", "--format", "json", "--public").stdout)
    assert list(inside) == list(public) == ["heard", "themes", "suppressed_themes", "coverage", "issue"]
    assert [row["theme"] for row in inside["themes"]] == ["Housing", "Rats"]
    assert ([row["theme"] for row in public["themes"]], public["suppressed_themes"]) == (["Housing"], 1)
    assert list(public["themes"][0]) == ["theme", "people", "breadth", "depth", "concerns"]


def test_the_other_forms(cast: Cast, tmp_path: Path) -> None:
    heard(cast)
    assert "Housing: 5 people, 83 of 100 heard, 2.0 of 3" in run("--campaign", "Autumn listening").stdout
    page = run("--campaign", "Autumn listening", "--format", "html", "--public").stdout
    assert ("<!doctype html>" in page, "Housing" in page, "Rats" in page, "<c-" in page) == (True, True, False, False)
    file = tmp_path / "listening.pdf"
    run("--campaign", "Autumn listening", "--format", "pdf", "--output", str(file))
    assert file.read_bytes().startswith(b"%PDF")


def test_a_name_must_say_which(cast: Cast) -> None:
    first, second = campaign_of(cast), campaign_of(cast, "Autumn listening ", group=cast.manchester)
    second.name = first.name
    second.save()
    for words, sentence in (
        ("Spring listening", "There is no listening campaign called “Spring listening”."),
        ("Autumn listening", "More than one listening campaign is called “Autumn listening”."),
    ):
        with pytest.raises(Refused) as refused:
            run("--campaign", words)
        assert str(refused.value).startswith(sentence)
    assert "What we heard: Autumn listening" in run("--campaign", str(second.uid)).stdout
