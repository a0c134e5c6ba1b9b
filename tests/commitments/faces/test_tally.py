"""Every status stands under one heading, whatever is counted adds up, and open ones are never counted as broken."""

from hypothesis import given
from hypothesis import strategies as st

from m4c.commitments.faces.tally import HELD, OPEN, PARTS, Tally, statuses_of
from m4c.commitments.models import Status


def test_every_status_stands_under_one_heading() -> None:
    found = [status for part in PARTS for status in part.statuses]
    assert sorted(found) == sorted(Status)
    assert Status.OVERDUE in OPEN.statuses
    assert {part.statuses for part in PARTS if part not in (OPEN, HELD)} == {
        (status,) for status in set(Status) - {*OPEN.statuses, *HELD.statuses}
    }


@given(st.dictionaries(st.sampled_from(Status.values), st.integers(0, 9_999)))
def test_whatever_is_counted_adds_up(numbers: dict[str, int]) -> None:
    tally = Tally.in_order(numbers)
    total = sum(numbers.values())
    assert tally.total == sum(counted.number for counted in tally.parts) == sum(row[2] for row in tally.rows) == total
    assert tally.kept + tally.open + sum(counted.number for counted in tally.others) == total
    ends = [counted.before + counted.number for counted in tally.parts]
    assert [counted.before for counted in tally.parts] == [0, *ends][: len(ends)]
    assert {OPEN, HELD} <= {counted.part for counted in tally.parts}
    assert tally.is_few == (0 < total < 10)


def test_an_address_asks_by_status_or_by_part() -> None:
    assert statuses_of("overdue") == (Status.OVERDUE,)
    assert statuses_of("held") == (Status.KEPT, Status.EXPIRED)
    assert statuses_of("kept") == (Status.KEPT,)
    assert statuses_of("neither") == statuses_of("") == ()
