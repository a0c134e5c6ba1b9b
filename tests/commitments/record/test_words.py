"""How a commitment is told in words."""

import re
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from m4c.commitments.models import Commitment, Status
from m4c.commitments.record.words import IN_ORDER, TITLES, detail, how_far, measured
from tests.factories import TODAY

BADGE = Path(__file__).resolve().parents[3] / "m4c" / "core" / "templates" / "cotton" / "commitment_badge.html"
DAY = timedelta(days=1)


def one(measure="count", target=3, unit="meetings", **more) -> Commitment:
    return Commitment(
        measure=measure, target=None if target is None else Decimal(target), unit=unit, made_on=TODAY - 60 * DAY, **more
    )


def test_every_status_has_a_place_on_the_board_and_the_words_of_its_badge():
    found = re.findall(r'standing == "(\w+)" %}.*?translate "([^"]+)"', BADGE.read_text(encoding="utf-8"))
    said = dict(found) | {"made": "Made"}
    assert {status: str(TITLES[status]) for status in IN_ORDER} == {status: said[status] for status in Status.values}


@pytest.mark.parametrize(
    ("commitment", "words"),
    [
        (one(), "3 meetings in all."),
        (one("amount", 200_000, "£"), "£200,000 in all."),
        (one("amount", 40, "homes"), "40 homes in all."),
        (one("percentage", "37.5", ""), "37.50 per cent in all."),
        (one("recurring", 2, "", every="half"), "2 times, each half year."),
        (one("recurring", 1, "walk", every="quarter"), "1 walk, each quarter of a year."),
        (one("done", None, ""), "It is done, or it is not."),
        (one("ongoing", None, ""), "How they go about something, for as long as it runs."),
    ],
)
def test_how_it_is_measured(commitment, words):
    assert measured(commitment) == words


@pytest.mark.parametrize(
    ("commitment", "status", "words"),
    [
        (one(due_on=TODAY - DAY), "overdue", "1 day"),
        (one(due_on=TODAY - 9 * DAY), "overdue", "9 days"),
        (one(due_on=TODAY), "due_soon", "by 5 October 2026"),
        (one(due_on=TODAY + 400 * DAY), "due_soon", ""),
        (one(due_words="Before the election"), "made", "Before the election"),
        (one(), "in_progress", "2 of 3 meetings"),
        (one(), "void", ""),
        (one("recurring", 1, "", every="month"), "due_soon", "by 5 October 2026"),
        (one("ongoing", None, "", expires_on=TODAY + DAY), "in_progress", "until 6 October 2026"),
        (one("ongoing", None, "", due_on=TODAY, expires_on=TODAY + DAY), "made", "by 5 October 2026"),
    ],
)
def test_what_follows_the_word_of_a_status(commitment, status, words):
    assert detail(commitment, status, Decimal(2), TODAY) == words


def test_how_far_it_is():
    far = how_far(one(), Decimal(4))
    assert far is not None
    assert (far.value, far.most, far.words) == (3, 3, "4 of 3 meetings")
    assert how_far(one("done", None), Decimal(1)) is None
