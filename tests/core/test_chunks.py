"""Many things a few hundred at a time: in their order, each once."""

from itertools import chain

import pytest

from m4c.core.chunks import CHUNK, in_chunks, let_others_write, with_a_breath


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


def test_what_the_next_takes_to_be_made_is_part_of_the_breath(monkeypatch: pytest.MonkeyPatch):
    waited: list[float] = []
    clock = iter([100.0, 100.01, 200.0, 200.05])  # one was done at 100 and the next there 10 ms on, then 50 ms
    monkeypatch.setattr("m4c.core.chunks.time.sleep", lambda seconds: waited.append(round(seconds, 3)))
    monkeypatch.setattr("m4c.core.chunks.time.monotonic", lambda: next(clock, 300.0))
    monkeypatch.setattr("m4c.core.chunks.OtherWriters", lambda: Others())
    assert list(with_a_breath([["a"], ["b"], ["c"]])) == [["a"], ["b"], ["c"]]
    assert waited == [0.02, 0.0]


def test_while_others_write_few_are_taken_at_a_time_with_a_long_breath(monkeypatch: pytest.MonkeyPatch):
    waited: list[float] = []
    monkeypatch.setattr("m4c.core.chunks.time.sleep", lambda seconds: waited.append(round(seconds, 3)))
    monkeypatch.setattr("m4c.core.chunks.time.monotonic", lambda: 100.0)
    monkeypatch.setattr("m4c.core.chunks.OtherWriters", lambda: Others(False, True, True, False))
    chunks = [list(range(start, start + 60)) for start in (0, 60, 120, 180)]
    parts = list(with_a_breath(chunks))
    assert [len(part) for part in parts] == [60, 60, 25, 25, 10, 60]
    assert list(chain.from_iterable(parts)) == list(range(240))
    assert waited == [0.03, 0.03, 0.15, 0.03, 0.15, 0.03, 0.03]


class Others:
    """Others who wrote, or did not, each time that it is asked; not from then on."""

    def __init__(self, *wrote: bool) -> None:
        self.told = iter(wrote)

    def wrote(self) -> bool:
        return next(self.told, False)
