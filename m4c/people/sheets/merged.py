"""Cells of a sheet that are merged over several rows: what stands in the first of them is said of each row."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

MARK = re.compile(rb'<(?:\w{1,20}:)?mergeCell\s[^<>]{0,80}?\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
LONGEST_MARK = 200  # bytes of one of them, that may lie across two chunks
MOST = 100_000

Record = tuple[int, list[str]]
Ranges = dict[int, list[tuple[str, int]]]
"""By the row in which they begin: the letters of their first column, and their last row."""


def merged_downwards(chunks: Iterable[bytes]) -> Ranges:
    """Where a sheet's cells are merged over more rows than one; of very many, those written first.

    In an XLSX sheet they stand behind all rows, and so they are looked for before the rows are read, without taking the
    XML apart.
    """
    found: Ranges = defaultdict(list)
    tail, number = b"", 0
    for chunk in chunks:
        text = tail + chunk
        end = 0
        for mark in MARK.finditer(text):
            end = mark.end()
            first, last = int(mark[2]), int(mark[3])
            if last > first and number < MOST:
                found[first].append((mark[1].decode(), last))
                number += 1
        tail = text[max(end, len(text) - LONGEST_MARK) :]
    return dict(found)


def filled_down(rows: Iterable[Record], ranges: Mapping[int, list[tuple[int, int]]]) -> Iterator[Record]:
    """The rows, with what stands in the first of merged cells in each row that they reach over.

    `ranges` has the place of the column instead of its letters. A row that holds nothing else stays blank, and what
    a cell itself holds stands.
    """
    reaching: dict[int, tuple[int, str]] = {}  # by column: down to which row, and what is said
    for number, cells in rows:
        for column, (last, text) in list(reaching.items()):
            if number > last:
                del reaching[column]
            elif column >= len(cells) or not cells[column]:
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = text
        for column, last in ranges.get(number, ()):
            if column < len(cells) and cells[column]:
                reaching[column] = last, cells[column]
        yield number, cells
