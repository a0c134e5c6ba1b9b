"""Many things a few hundred at a time: in their order, each once."""

from itertools import chain

import pytest

from m4c.core.chunks import CHUNK, in_chunks, let_others_write


@pytest.mark.parametrize(("number", "sizes"), [(0, []), (2, [2]), (3, [3]), (7, [3, 3, 1])])
def test_in_chunks_leaves_nothing_out(number: int, sizes: list[int]) -> None:
    chunks = list(in_chunks(iter(range(number)), 3))
    assert ([len(chunk) for chunk in chunks], list(chain.from_iterable(chunks))) == (sizes, list(range(number)))


def test_in_chunks_takes_as_many_as_an_operation_writes() -> None:
    assert [len(chunk) for chunk in in_chunks(range(CHUNK + 1))] == [500, 1]


def test_between_two_pieces_others_get_a_turn(monkeypatch: pytest.MonkeyPatch):
    waited: list[float] = []
    monkeypatch.setattr("m4c.core.chunks.time.sleep", waited.append)
    let_others_write()
    assert waited == [0.03]
