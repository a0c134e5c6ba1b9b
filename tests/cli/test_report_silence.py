"""`m4c report silence`: waiting until the day it is due, silent after it, as it stood on any day."""

import json
from datetime import timedelta
from typing import Any

import pytest
from click.testing import CliRunner

from m4c.campaigns.operations.clock_pause import pause_clock
from m4c.cli.report_silence import report
from m4c.core.errors import Refused
from tests.campaigns.approaches.making import answered, approach_of, campaign_of, holder_of
from tests.cast import Cast
from tests.factories import NOW, TODAY

pytestmark = pytest.mark.django_db
KEYS = ["powerholder", "approach_date", "answer_due", "days_silent", "state", "next_step"]


def run(*words: str) -> Any:
    return CliRunner().invoke(report, ["silence", *words], catch_exceptions=False).stdout


def rows(*words: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(run(*words, "--as-at", TODAY.isoformat(), "--format", "json"))
    return told


def test_the_shape_and_the_days(cast: Cast) -> None:
    approach_of(cast)
    (row,) = rows()
    assert list(row) == KEYS
    assert row == {
        "powerholder": "The leader of Cardiff Council",
        "approach_date": "2026-08-20",
        "answer_due": "2026-09-03",
        "days_silent": 46,
        "state": "silent",
        "next_step": "second letter",
    }


def test_it_waits_on_the_day_it_is_due_and_is_silent_the_day_after(cast: Cast) -> None:
    campaign, holder = campaign_of(cast), holder_of(cast)
    approach_of(cast, campaign, holder, days=15)
    approach_of(cast, campaign, holder, days=14, channel="email")
    assert [(row["days_silent"], row["state"]) for row in rows()] == [(15, "silent"), (14, "waiting")]


def test_answered_ones_are_left_out_but_not_before_they_were_answered(cast: Cast) -> None:
    found = answered(cast, approach_of(cast))
    assert rows() == []
    day = (TODAY - timedelta(days=1)).isoformat()
    before = json.loads(run("--as-at", day, "--format", "json"))
    assert (before[0]["days_silent"], before[0]["state"]) == (45, "silent")
    assert json.loads(run("--as-at", (found.on - timedelta(days=1)).isoformat(), "--format", "json")) == []


def test_what_was_sent_on_or_acknowledged_is_no_answer(cast: Cast) -> None:
    campaign = campaign_of(cast)
    for place, outcome in enumerate(("acknowledged", "diverted", "partly", "refused", "banned", "withdrawn")):
        answered(cast, approach_of(cast, campaign, holder_of(cast, f"Official {place}")), outcome)
    assert [row["powerholder"] for row in rows()] == ["Official 0", "Official 1", "Official 2"]


def test_days_of_a_pause_are_not_counted_and_the_text_says_so(cast: Cast) -> None:
    campaign = campaign_of(cast)
    found = approach_of(cast, campaign)
    since = found.on + timedelta(days=20)
    until = since + timedelta(days=9)
    pause_clock(campaign=campaign, kind="recess", since=since, until=until, at=NOW, by=cast.organiser)
    assert rows()[0]["days_silent"] == 36
    text = run("--as-at", TODAY.isoformat())
    assert "silent, 36 days since 2026-08-20" in text
    assert "10 days are not counted: 9 September 2026 to 18 September 2026 (recess)." in text


def test_one_campaign_or_all(cast: Cast) -> None:
    one, other = campaign_of(cast), campaign_of(cast, "Lights")
    approach_of(cast, one)
    approach_of(cast, other, holder_of(cast, "Mr Kapadia"))
    assert len(rows()) == 2
    assert [row["powerholder"] for row in rows("--campaign", "lights")] == ["Mr Kapadia"]
    assert len(rows("--campaign", str(one.uid))) == 1


def test_mistakes_are_said_in_a_sentence(cast: Cast) -> None:
    with pytest.raises(Refused, match="There is no campaign called"):
        run("--campaign", "None such")
    with pytest.raises(Refused, match="not a date"):
        run("--as-at", "soon")
    assert run("--as-at", "2026-01-01") == "Nobody owes us an answer.\n"
