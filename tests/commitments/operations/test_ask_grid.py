"""A grid puts the same questions to many, each in the office held on that day, and is public only by decision."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from m4c.commitments.models import Ask, AskGrid
from m4c.commitments.operations.ask_grid import (
    GridRefused,
    NewGrid,
    ask_many,
    ask_question,
    leave_out_of_grid,
    make_grid,
    publish_grid,
    take_down_grid,
)
from m4c.core.models.record import new_uid
from tests.cast import Cast
from tests.commitments.tabling import a_councillor, a_grid
from tests.factories import NOW, TODAY, doers, seers
from tests.power.recording import owner_of

OWN = {"leader", "organiser", "national_organiser"}


def test_who_may_and_who_sees(cast: Cast) -> None:
    new = NewGrid("Candidates", TODAY, [("Will you?", "")])
    assert doers(lambda by: make_grid(group=cast.cardiff, new=new, at=NOW, by=by), cast) == OWN
    grid = a_grid(cast, a_councillor(cast))
    assert seers(cast, grid) == OWN | {"editor", "data_protection"}
    assert doers(lambda by: publish_grid(grid=grid, at=NOW, by=by), cast) == {
        "organiser",
        "national_organiser",
        "editor",
    }


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"name": " "}, "no_name"),
        ({"questions": [(" ", "")]}, "questions"),
        ({"questions": [(f"{n}?", "") for n in range(13)]}, "questions"),
        ({"answers_by": TODAY - timedelta(days=30)}, "before"),
    ],
)
def test_what_would_not_hold_is_refused(cast: Cast, said: dict[str, Any], code: str) -> None:
    with pytest.raises(GridRefused) as refused:
        a_grid(cast, **said)
    assert refused.value.code == code


def test_everybody_is_asked_everything_once(cast: Cast) -> None:
    councillor, owner = a_councillor(cast), owner_of(cast)
    grid = a_grid(cast, councillor)
    assert len(ask_many(grid=grid, powerholders=[councillor, owner, owner], at=NOW, by=cast.leader)) == 2
    ask_question(grid=grid, words="Will you say so in public?", short="In public", at=NOW, by=cast.leader)
    offices = dict(Ask.objects.filter(grid=grid, position=3).values_list("powerholder", "office_words"))
    assert offices == {councillor.pk: "Member, Councillor for Trowbridge, Cardiff Council", owner.pk: ""}
    leave_out_of_grid(grid=grid, powerholder=owner, at=NOW, by=cast.leader)
    assert Ask.objects.filter(grid=grid, struck_at=None).count() == 3
    assert len(ask_many(grid=grid, powerholders=[owner], at=NOW, by=cast.leader)) == 3
    with pytest.raises(GridRefused):
        ask_many(grid=grid, powerholders=[], at=NOW, by=cast.leader)
    with pytest.raises(GridRefused):
        ask_question(grid=grid, words=" ", short="", at=NOW, by=cast.leader)


def test_many_take_no_more_statements_than_one(cast: Cast) -> None:
    people = [owner_of(cast, f"Somebody {number}") for number in range(6)]

    def taken(number: int) -> int:
        grid = a_grid(cast)
        with CaptureQueriesContext(connection) as queries:
            ask_many(grid=grid, powerholders=people[:number], at=NOW, by=cast.leader)
        return len(queries)

    taken(1)
    assert taken(1) == taken(6)


def test_the_same_uid_twice_is_one(cast: Cast) -> None:
    uid = new_uid()
    assert a_grid(cast, uid=uid) == a_grid(cast, uid=uid)
    with pytest.raises(GridRefused):
        a_grid(cast, uid=uid, name="Other")


def test_public_and_taken_down(cast: Cast) -> None:
    with pytest.raises(GridRefused) as refused:
        publish_grid(grid=a_grid(cast), at=NOW, by=cast.organiser)
    assert refused.value.code == "empty"
    grid = a_grid(cast, a_councillor(cast))
    publish_grid(grid=grid, at=NOW, by=cast.organiser)
    publish_grid(grid=grid, at=NOW + timedelta(hours=1), by=cast.organiser)
    assert list(AskGrid.objects.public().values_list("published_at", flat=True)) == [NOW]
    take_down_grid(grid=grid, at=NOW, by=cast.organiser)
    take_down_grid(grid=grid, at=NOW, by=cast.organiser)
    assert not AskGrid.objects.public().exists()
