"""Rows of any cells: each is either read, in a way that the tables hold, or refused in a sentence."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from m4c.commitments.models import ConditionState, Every, Measure
from m4c.commitments.sheets import columns, progress_rows, rows
from m4c.commitments.sheets.cells import CellRefused, RowRefused, number_of, often_of
from m4c.commitments.sheets.headers import Laid
from m4c.commitments.sheets.progress_rows import SaidProgress
from m4c.commitments.sheets.rows import SaidCommitment
from m4c.people.sheets.reading import Row

TODAY = date(2026, 10, 5)
ODD = [
    "",
    "-",
    "n/a",
    "0",
    "-1",
    "١٢",
    "½",
    "1e9",
    "9" * 30,
    "£",
    "%",
    "twice",
    "every 0 months",
    "99999-12-31",
    "45,5",
]
ODD += [
    "2026-02-29",
    "29/02/2028",
    "31/6/26",
    "before the general election",
    "(7 May 2015)",
    "end of 9999",
    "|",
    " | | ",
]
ODD += [
    "within five hundred years",
    "in 3 weeks",
    "each half",
    "count",
    "percentage",
    "recurring",
    "ongoing",
    "met | failed",
]
ODD += ["45 by 2026-12-31; 45 by 2026-12-31", "=1+1", "yes", "\u202e3", "three"]
CELL = st.one_of(st.sampled_from(ODD), st.text(max_size=60), st.dates().map(str), st.decimals(places=3).map(str))
COMMITMENT_COLUMNS = list(columns.COMMITMENTS.phrases)
PROGRESS_COLUMNS = list(columns.PROGRESS.phrases)


def sheet_of(names: list[str], cells: dict[str, str]) -> tuple[Laid, Row]:
    row = Row(2, [cells.get(name, "") for name in names], [])
    return Laid({name: at for at, name in enumerate(names)}, [row]), row


def read(**cells: str) -> SaidCommitment:
    facts = {columns.SPEAKER: "The leader", columns.MADE_ON: "1 Feb 2026", columns.WORDS: "We will"} | cells
    return rows.read_row(*sheet_of(COMMITMENT_COLUMNS, facts), TODAY)


@given(st.dictionaries(st.sampled_from(COMMITMENT_COLUMNS), CELL))
def test_any_cells_are_read_or_refused(cells: dict[str, str]) -> None:
    try:
        said = read(**cells)
    except RowRefused:
        return
    assert said.made_on <= TODAY
    assert said.measure in Measure.values
    assert (said.every in Every.values) == (said.measure == Measure.RECURRING)
    needs = said.measure not in (Measure.DONE, Measure.ONGOING)
    assert (said.target is not None and 0 < said.target < 10**12) == needs
    assert said.due_on is None or said.due_on >= said.made_on
    assert said.expires_on is None or said.expires_on >= said.made_on
    assert all(each.state in ConditionState.State.values and 0 < len(each.words) <= 200 for each in said.conditions)
    assert len({on for on, _level, _words in said.milestones}) == len(said.milestones)
    assert max(len(said.due_words), len(said.made_to), len(said.occasion)) <= 160


@given(st.dictionaries(st.sampled_from(PROGRESS_COLUMNS), CELL), st.sampled_from(Measure.values))
def test_any_cells_of_progress_are_read_or_refused(cells: dict[str, str], measure: str) -> None:
    facts = {columns.REFERENCE: "C-1", columns.DATE: "1 Mar 2026"} | cells
    try:
        said = progress_rows.read_row(*sheet_of(PROGRESS_COLUMNS, facts), TODAY, "Our own record")
    except RowRefused:
        return
    assert isinstance(said, SaidProgress)
    assert (said.on <= TODAY, bool(said.says_who)) == (True, True)
    kind, amount, words = said.entry_for(measure)
    assert kind in ("step", "reached", "done", "lapse")
    assert amount is None or kind in ("reached", "lapse")
    assert len(words) <= 400


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_none(text: str) -> None:
    try:
        found = number_of(text)
    except CellRefused:
        return
    assert found is None or (found >= 0 and found == found.quantize(Decimal("0.01")))


@given(st.text(max_size=30))
def test_any_text_is_so_often_or_refused(text: str) -> None:
    try:
        often, every = often_of(text)
    except CellRefused:
        return
    assert every in Every.values
    assert often is None or often > 0


def test_what_makes_two_the_same_is_told_without_marks() -> None:
    assert read(**{columns.WORDS: "We  will!"}).same == read(**{columns.SPEAKER: "the LEADER"}).same


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("“We will”", "We will"),
        ('"We will"', "We will"),
        ("“Yes” and “soon”", "“Yes” and “soon”"),
        ("We “will”", "We “will”"),
    ],
)
def test_marks_round_the_whole_of_the_words_are_set_by_each_page(typed: str, kept: str) -> None:
    assert read(**{columns.WORDS: typed}).words == kept


def test_words_beside_a_day_are_no_day() -> None:
    said = read(**{columns.DUE: "by the end of 2026", columns.DUE_WORDS: "by the end of 2026"})
    assert (said.due_on, said.due_words) == (None, "by the end of 2026")
    with pytest.raises(RowRefused, match="is too long"):
        read(**{columns.DUE: "before " + "x" * 120})
