"""`m4c report campaign`: in four forms, the public one equal to the page, and one sentence for a mistake."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.test import Client

from m4c.cli.report_campaign import report
from m4c.core.errors import Refused
from tests.campaigns.press.telling import OWNER, an_owner, approached, public, ready
from tests.cast import Cast
from tests.factories import words_of


def run(*words: str) -> Any:
    return CliRunner().invoke(report, ["campaign", *words], catch_exceptions=False)


def test_inside_it_names_and_in_public_it_tells_what_the_page_does(cast: Cast) -> None:
    owner = an_owner(cast)
    campaign = public(cast, owner)
    approached(campaign, owner, cast)
    inside = json.loads(run("homes  and a shop", "--format", "json").stdout)
    told = json.loads(run(campaign.slug, "--format", "json", "--public").stdout)
    assert list(inside) == list(told)
    assert [one["called"] for one in inside["who_can_grant_it"]] == [OWNER]
    assert [one["called"] for one in told["who_can_grant_it"]] == ["The owner"]
    page = words_of(Client().get(f"/campaigns/{campaign.slug}/"))
    assert all(one["what"] in page for one in told["what_happened"])
    assert all(sentence in page for sentence in [*told["where_it_stands"], told["problem"], *told["demands"]])


def test_the_other_forms(cast: Cast, tmp_path: Path) -> None:
    owner = an_owner(cast)
    approached(public(cast, owner), owner, cast)
    text = run("Homes and a shop", "--public").stdout
    assert ("We sent the owner a letter. Will you meet us?" in text, "Kapadia" in text) == (True, False)
    page = run("Homes and a shop", "--format", "html").stdout
    assert ("<!doctype html>" in page, "Kapadia" in page, "<c-" in page) == (True, True, False)
    file = tmp_path / "campaign.pdf"
    run("Homes and a shop", "--format", "pdf", "--output", str(file))
    assert file.read_bytes().startswith(b"%PDF")


def test_one_that_is_not_public_says_so_beside_how_it_would_read(cast: Cast) -> None:
    ready(cast, an_owner(cast))
    answer = run("Homes and a shop", "--public", "--format", "json")
    assert answer.stderr == "It is not public: nobody decided yet that everybody may read it.\n"
    assert json.loads(answer.stdout)["who_can_grant_it"][0]["called"] == "The owner"


def test_what_is_not_there_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        run("Trees")
    assert str(refused.value) == "There is no campaign called “Trees”."
