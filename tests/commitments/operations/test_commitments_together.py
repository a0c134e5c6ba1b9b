"""Twelve phones that write a commitment down at one moment: each has a reference of its own, and none is lost."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections

from m4c.commitments.models import Commitment, Standing
from m4c.commitments.operations.commitment import NewCommitment, make_commitment
from tests.cast import Cast
from tests.commitments.making import THREE_MEETINGS, a_speaker
from tests.factories import NOW

PHONES = 12

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def write(cast: Cast, new: NewCommitment) -> str:
    """One on a connection of its own; its reference."""
    try:
        return make_commitment(group=cast.cardiff, new=new, at=NOW, by=cast.operator).reference
    finally:
        connections.close_all()


def test_twelve_at_once_have_twelve_references(cast: Cast) -> None:
    told: dict[str, Any] = {"powerholder": a_speaker(cast)} | THREE_MEETINGS
    with ThreadPoolExecutor(PHONES) as pool:
        given = list(pool.map(lambda _phone: write(cast, NewCommitment(**told, uid=uuid4())), range(PHONES)))
    assert sorted(given) == [f"C-2026-{number:04}" for number in range(1, PHONES + 1)]
    assert Standing.objects.values("commitment").distinct().count() == Commitment.objects.count() == PHONES


def test_one_phone_that_sends_it_six_times_writes_it_once(cast: Cast) -> None:
    new = NewCommitment(powerholder=a_speaker(cast), **THREE_MEETINGS, uid=uuid4())
    with ThreadPoolExecutor(6) as pool:
        given = list(pool.map(lambda _time: write(cast, new), range(6)))
    assert (set(given), Commitment.objects.count()) == ({"C-2026-0001"}, 1)
